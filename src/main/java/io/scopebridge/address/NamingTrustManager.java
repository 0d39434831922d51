package io.scopebridge.address;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/** Adds the certificate, its issuer and the error to a failure; Java's own message names none of them. */
class NamingTrustManager extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;

    NamingTrustManager(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, kind, socket);
        } catch (CertificateException refused) {
            throw CertificateRefused.of(host(socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null), chain, refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, kind, engine);
        } catch (CertificateException refused) {
            throw CertificateRefused.of(host(engine.getHandshakeSession()), chain, refused);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        try {
            judge.checkServerTrusted(chain, kind);
        } catch (CertificateException refused) {
            throw CertificateRefused.of(host(null), chain, refused);
        }
    }

    private static String host(SSLSession session) {
        return session == null || session.getPeerHost() == null ? "the system" : session.getPeerHost();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) throws CertificateException {
        judge.checkClientTrusted(chain, kind, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) throws CertificateException {
        judge.checkClientTrusted(chain, kind, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        judge.checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
