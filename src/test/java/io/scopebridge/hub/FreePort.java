package io.scopebridge.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** For servers that have to be told their port. Somebody else may take it meanwhile; whoever can asks for port 0 instead. */
public final class FreePort {

    private FreePort() {
    }

    public static int find() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
