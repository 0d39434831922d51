package io.scopebridge.connection;

/** There is no connection of that id. */
public class UnknownConnection extends RuntimeException {

    public UnknownConnection(String id) {
        super("There is no connection '" + id + "'. GET /api/connections lists them.");
    }
}
