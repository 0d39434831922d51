package io.scopebridge.address;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;

/** The certificate of a server, or one of its chain, is not accepted. Nothing was sent. */
public class CertificateRefused extends CertificateException {

    /** What is wrong with it. */
    public enum Reason {
        EXPIRED, NOT_YET_VALID, UNKNOWN_ISSUER
    }

    private final Reason reason;

    private CertificateRefused(Reason reason, String message, CertificateException cause) {
        super(message, cause);
        this.reason = reason;
    }

    static CertificateRefused of(X509Certificate[] chain, CertificateException cause) {
        Instant now = Instant.now();
        for (X509Certificate one : chain) {
            if (one.getNotAfter().toInstant().isBefore(now)) {
                return new CertificateRefused(Reason.EXPIRED, "the certificate of " + name(one) + " expired at " + one.getNotAfter().toInstant(), cause);
            }
            if (one.getNotBefore().toInstant().isAfter(now)) {
                return new CertificateRefused(Reason.NOT_YET_VALID, "the certificate of " + name(one) + " is valid from " + one.getNotBefore().toInstant() + " only", cause);
            }
        }
        X509Certificate last = chain[chain.length - 1];
        String issuer = last.getIssuerX500Principal().getName();
        String of = chain.length == 1 ? "" : ", the last of " + chain.length + " that the server sent: " + Arrays.stream(chain).map(CertificateRefused::name).toList();
        return new CertificateRefused(Reason.UNKNOWN_ISSUER, "the certificate of " + name(last) + " is issued by '" + issuer + "', which the hub does not trust" + of, cause);
    }

    private static String name(X509Certificate certificate) {
        return "'" + certificate.getSubjectX500Principal().getName() + "'";
    }

    public Reason reason() {
        return reason;
    }
}
