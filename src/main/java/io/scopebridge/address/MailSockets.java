package io.scopebridge.address;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.stereotype.Component;

/** Sockets for mail, under the rules of all outgoing calls: private addresses are refused unless allowed, and certificates are checked. */
@Component
public class MailSockets {

    private final GuardedDns dns;
    private final TrustedCertificates trusted;

    MailSockets(GuardedDns dns, TrustedCertificates trusted) {
        this.dns = dns;
        this.trusted = trusted;
    }

    public SocketFactory plain() {
        return new Plain();
    }

    /** Its unconnected sockets are plain: whoever wants TLS layers it over a connected one. */
    public SSLSocketFactory tls() {
        return new Layered(trusted.sockets());
    }

    /** Connects by name to the address that was checked. */
    private final class Guarded extends Socket {

        @Override
        public void connect(SocketAddress wanted, int millis) throws IOException {
            InetSocketAddress given = (InetSocketAddress) wanted;
            InetAddress[] checked = dns.resolve(given.getHostString());
            super.connect(new InetSocketAddress(checked[0], given.getPort()), millis);
        }

        @Override
        public void connect(SocketAddress wanted) throws IOException {
            connect(wanted, 0);
        }
    }

    private final class Plain extends SocketFactory {

        @Override
        public Socket createSocket() {
            return new Guarded();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(InetSocketAddress.createUnresolved(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        private Socket connected(InetSocketAddress to) throws IOException {
            Socket socket = new Guarded();
            socket.connect(to);
            return socket;
        }
    }

    private final class Layered extends SSLSocketFactory {

        private final SSLSocketFactory layers;
        private final SocketFactory plain = new Plain();

        Layered(SSLSocketFactory layers) {
            this.layers = layers;
        }

        @Override
        public Socket createSocket() throws IOException {
            return plain.createSocket();
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return layers.createSocket(connected, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return layers.createSocket(plain.createSocket(host, port), host, port, true);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return layers.createSocket(plain.createSocket(host, port), host.getHostAddress(), port, true);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket(host, port);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return layers.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return layers.getSupportedCipherSuites();
        }
    }
}
