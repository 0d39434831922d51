package io.scopebridge.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sockets that begin a request and then send a byte now and then, until they are closed; they read nothing. */
public final class Trickle implements AutoCloseable {

    private final List<Socket> sockets = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    /**
     * Opens the sockets.
     *
     * @param addresses from how many addresses of this machine
     */
    public Trickle(int port, int many, int addresses, String beginning) {
        try {
            for (int i = 0; i < many; i++) {
                int from = i % addresses;
                Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName("127.1." + from / 250 + "." + (from % 250 + 1)), 0);
                sockets.add(socket);
                socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
        clock.scheduleWithFixedDelay(this::drip, 200, 200, TimeUnit.MILLISECONDS);
    }

    private synchronized void drip() {
        for (Iterator<Socket> all = sockets.iterator(); all.hasNext();) {
            Socket socket = all.next();
            try {
                socket.getOutputStream().write('x');
            } catch (IOException closed) {
                close(socket);
                all.remove();
            }
        }
    }

    public synchronized int open() {
        return sockets.size();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        sockets.forEach(Trickle::close);
        sockets.clear();
    }
}
