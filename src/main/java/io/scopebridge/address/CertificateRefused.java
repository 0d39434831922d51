package io.scopebridge.address;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The certificate of a server, or one of its chain, is not accepted. Nothing was sent. */
public class CertificateRefused extends CertificateException implements Classified {

    private static final String NO_PATH = "unable to find valid certification path";

    private final transient Failure failure;

    private CertificateRefused(String host, String what, String remedy, CertificateException cause) {
        super("No secure connection with " + host + ": " + what, cause);
        failure = Failure.of(FailureClass.CONFIGURATION, getMessage() + ".", remedy);
    }

    static CertificateRefused of(String host, X509Certificate[] chain, CertificateException cause) {
        for (X509Certificate one : chain) {
            String certificate = "the certificate '" + one.getSubjectX500Principal().getName() + "'";
            try {
                one.checkValidity();
            } catch (CertificateExpiredException expired) {
                return new CertificateRefused(host, certificate + " has expired (" + expired.getMessage() + ")",
                    "Whoever runs " + host + " must renew it. If it was renewed, check the clock of the hub's machine.", cause);
            } catch (CertificateNotYetValidException early) {
                return new CertificateRefused(host, certificate + " is not valid yet (" + early.getMessage() + ")",
                    "Check the clock of the hub's machine, and the certificate of " + host + ".", cause);
            }
        }
        if (!String.valueOf(cause.getMessage()).contains(NO_PATH)) {
            return new CertificateRefused(host, "its certificate, issued by " + issuers(chain) + ", is not acceptable (" + cause.getMessage() + ")",
                "Whoever runs " + host + " must replace the certificate.", cause);
        }
        return new CertificateRefused(host, "its certificate is issued by " + issuers(chain) + ", which the hub does not trust",
            "If this is your company's certificate authority or TLS-inspecting proxy, put its root certificate as PEM into the file of the hub's setting "
                + TrustedCertificates.SETTING + ". If it is a public authority, " + host + " does not send its intermediate certificates.", cause);
    }

    /** Of the server's own certificate, and of the last in its chain. */
    private static String issuers(X509Certificate[] chain) {
        return Stream.of(chain[0], chain[chain.length - 1]).map(one -> "'" + one.getIssuerX500Principal().getName() + "'").distinct().collect(Collectors.joining(", that by "));
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
