package io.scopebridge.connection;

/** There is a connection of that id already. */
public class ConnectionExists extends RuntimeException {

    public ConnectionExists(String id) {
        super("There is a connection '" + id + "' already. Choose another id, or PUT /api/connections/" + id + " to change it.");
    }
}
