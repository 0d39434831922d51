package io.scopebridge.address;

import java.net.InetAddress;

/** The connection that the call of this thread is for: only what it allows counts, and no socket of another connection is reused. */
public final class CallingConnection {

    private record Caller(String id, PrivateHosts allowed) {
    }

    private static final PrivateHosts NONE = new PrivateHosts() {
        @Override
        public boolean allows(String host, InetAddress address) {
            return false;
        }

        @Override
        public boolean allows(String host) {
            return false;
        }
    };
    private static final ThreadLocal<Caller> CALLER = new ThreadLocal<>();

    private CallingConnection() {
    }

    /** From now on until {@link #end} calls of this thread are for the connection. */
    public static void begin(String id, PrivateHosts allowed) {
        CALLER.set(new Caller(id, allowed));
    }

    public static void end() {
        CALLER.remove();
    }

    /** Null if the call is for no connection. */
    static String id() {
        Caller caller = CALLER.get();
        return caller == null ? null : caller.id;
    }

    static PrivateHosts allowed() {
        Caller caller = CALLER.get();
        return caller == null ? NONE : caller.allowed;
    }
}
