package io.scopebridge.address;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.stereotype.Component;

/** The certificate authorities that outgoing calls trust: the JVM's own, and those in the file {@code scopebridge.tls.ca-file}. */
@Component
class TrustedCertificates {

    static final String SETTING = "scopebridge.tls.ca-file";

    private static final Pattern BEGIN = Pattern.compile("-+BEGIN\\s.*CERTIFICATE-+");

    private final X509ExtendedTrustManager judge;
    private final TlsSocketStrategy tls;
    private final SSLSocketFactory sockets;

    TrustedCertificates(@Value("${" + SETTING + "}") String file) throws GeneralSecurityException {
        judge = new NamingTrustManager(trustManager(together(file.isBlank() ? List.of() : read(file.strip()))));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {judge}, null);
        sockets = context.getSocketFactory();
        // The client's own check of the host name, after that of the chain: its message lists the names of the certificate.
        tls = new DefaultClientTlsStrategy(context, HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier());
    }

    TlsSocketStrategy tls() {
        return tls;
    }

    /** For protocols other than HTTP; whoever uses one checks the host name. */
    SSLSocketFactory sockets() {
        return sockets;
    }

    List<X509Certificate> issuers() {
        return List.of(judge.getAcceptedIssuers());
    }

    private static List<X509Certificate> read(String file) {
        List<X509Certificate> read;
        long begun;
        try {
            read = PemContent.load(Path.of(file)).getCertificates();
            // One without its end is passed over there.
            begun = Files.readString(Path.of(file), StandardCharsets.ISO_8859_1).lines().filter(line -> BEGIN.matcher(line).find()).count();
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(SETTING + ": " + file + " cannot be read" + (Files.exists(Path.of(file)) ? "." : ": there is no such file."), e);
        } catch (IllegalStateException | IllegalArgumentException notParsed) {
            throw new IllegalArgumentException(SETTING + ": a certificate in " + file + " is damaged. The file must hold one or more in PEM.", notParsed);
        }
        if (read != null && !read.isEmpty() && read.size() == begun) return read;
        throw new IllegalArgumentException(SETTING + ": there " + (begun > 1 ? "are not " + begun + " whole certificates in " : "is no certificate in ") + file
            + ". It must hold one or more in PEM, each from BEGIN CERTIFICATE to END CERTIFICATE.");
    }

    private static KeyStore together(List<X509Certificate> more) throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>(Arrays.asList(trustManager(null).getAcceptedIssuers()));
        all.addAll(more);
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate one : all) store.setCertificateEntry("ca-" + store.size(), one);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param store null for the JVM's own */
    private static X509ExtendedTrustManager trustManager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance).map(X509ExtendedTrustManager.class::cast).findFirst().orElseThrow();
    }
}
