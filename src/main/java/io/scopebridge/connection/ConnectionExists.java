package io.scopebridge.connection;

/** There is a connection of that id already. */
public class ConnectionExists extends RuntimeException {

    public ConnectionExists(String id) {
        super("The connection '" + id + "' already exists. Choose another id, or use PUT /api/connections/" + id + " to change it.");
    }
}
