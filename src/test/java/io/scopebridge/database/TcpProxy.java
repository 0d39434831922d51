package io.scopebridge.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between the hub and its database, or a tenant, that can freeze and break. */
public final class TcpProxy implements AutoCloseable {

    private enum Mode { PASS, FROZEN, BROKEN }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private Mode mode = Mode.PASS;

    public TcpProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Connections are accepted and kept, and nothing passes any more. */
    public synchronized void freeze() {
        mode = Mode.FROZEN;
    }

    /** All connections end, and new ones end at once. */
    synchronized void cut() {
        mode = Mode.BROKEN;
        open.forEach(TcpProxy::end);
        notifyAll();
    }

    public synchronized void mend() {
        mode = Mode.PASS;
        notifyAll();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                open.add(client);
                if (isBroken()) {
                    end(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(server);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            } catch (IOException closed) {
                // The next one, or the end.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                waitUntilNotFrozen();
                out.write(bytes, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // As a network does.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private synchronized void waitUntilNotFrozen() throws InterruptedException {
        while (mode == Mode.FROZEN) wait();
    }

    private synchronized boolean isBroken() {
        return mode == Mode.BROKEN;
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}
