package io.scopebridge.address;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Accepts connections until it is closed; each is served by a thread of its own. */
abstract class Sockets implements AutoCloseable {

    /** What is done with a connection. */
    interface Service {

        void serve(Socket client) throws IOException;
    }

    private final ServerSocket server;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    Sockets(ServerSocket server) {
        this.server = server;
    }

    final int port() {
        return server.getLocalPort();
    }

    final void accept(Service service) {
        start(() -> {
            while (!server.isClosed()) {
                Socket client = opened(server.accept());
                start(() -> service.serve(client), client);
            }
        }, server);
    }

    final Socket opened(Socket socket) {
        open.add(socket);
        return socket;
    }

    /** Carries bytes both ways until either side ends. */
    final void join(Socket one, Socket other) throws IOException {
        start(() -> copy(one.getInputStream(), other.getOutputStream()), one, other);
        try (one; other) {
            copy(other.getInputStream(), one.getOutputStream());
        }
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[16_384];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
            to.flush();
        }
    }

    private interface Work {

        void run() throws IOException;
    }

    private void start(Work work, Closeable... owned) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException ended) {
                for (Closeable one : owned) shut(one);
            }
        }, getClass().getSimpleName());
        thread.setDaemon(true);
        thread.start();
    }

    private static void shut(Closeable one) {
        try {
            one.close();
        } catch (IOException already) {
            // It is closed.
        }
    }

    @Override
    public void close() {
        shut(server);
        open.forEach(Sockets::shut);
    }
}
