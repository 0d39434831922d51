package io.scopebridge.connection;

/** A connection with this id already exists. */
public class ConnectionExists extends RuntimeException {

    public ConnectionExists(String id) {
        super("The connection '" + id + "' already exists. Choose another id, or use PUT /api/connections/" + id + " to change it.");
    }
}
