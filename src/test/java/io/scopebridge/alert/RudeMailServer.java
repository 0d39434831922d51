package io.scopebridge.alert;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that accepts every message and resets the connection when it should answer QUIT. */
final class RudeMailServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger accepted = new AtomicInteger();

    RudeMailServer() throws IOException {
        Thread server = new Thread(this::serve, "rude-mail-server");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException ended) {
                // the next one
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("QUIT")) {
                client.setSoLinger(true, 0);
                return;
            }
            if (line.equals("DATA")) {
                say(client, "354 go ahead");
                String text = lines.readLine();
                while (text != null && !text.equals(".")) text = lines.readLine();
                accepted.incrementAndGet();
            }
            say(client, "250 OK");
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
