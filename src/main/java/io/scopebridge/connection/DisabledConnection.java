package io.scopebridge.connection;

/** Nothing runs for a connection that is disabled. */
public class DisabledConnection extends RuntimeException {

    DisabledConnection(String id) {
        super("The connection '" + id + "' is disabled. First use POST /api/connections/" + id + "/enable.");
    }
}
