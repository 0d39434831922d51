package io.scopebridge.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** Ends TLS in front of a practice server, which speaks plain HTTP. */
public final class TlsEnd extends Sockets {

    /** @param to the address of the practice server */
    public TlsEnd(CertificateAuthority.Issued certificate, String to) throws IOException {
        super(certificate.context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        int port = URI.create(to).getPort();
        accept(client -> join(client, opened(new Socket(InetAddress.getLoopbackAddress(), port))));
    }

    /** Both as {@code https://localhost:port}. */
    public String url() {
        return "https://localhost:" + port();
    }
}
