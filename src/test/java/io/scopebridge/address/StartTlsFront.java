package io.scopebridge.address;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Speaks STARTTLS in front of a mail server that does not, and refuses everything before it. */
public final class StartTlsFront extends Sockets {

    private final List<String> before = new CopyOnWriteArrayList<>();

    public StartTlsFront(CertificateAuthority.Issued certificate, int to) throws IOException {
        super(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        accept(client -> {
            if (!greeted(client)) return;
            SSLSocketFactory layers = certificate.context().getSocketFactory();
            SSLSocket secure = (SSLSocket) layers.createSocket(client, null, client.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            Socket server = opened(new Socket(InetAddress.getLoopbackAddress(), to));
            line(server.getInputStream());
            join(secure, server);
        });
    }

    public int smtp() {
        return port();
    }

    /** Commands that came in plain text. */
    public List<String> before() {
        return before;
    }

    private boolean greeted(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        say(out, "220 front");
        for (String command = line(client.getInputStream()); command != null; command = line(client.getInputStream())) {
            before.add(command);
            if (command.startsWith("EHLO")) say(out, "250-front\r\n250 STARTTLS");
            else if (command.equals("STARTTLS")) {
                say(out, "220 go ahead");
                return true;
            } else say(out, "530 first STARTTLS");
        }
        return false;
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Byte by byte: what follows belongs to TLS. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) return null;
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }
}
