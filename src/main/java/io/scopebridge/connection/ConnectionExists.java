package io.scopebridge.connection;

/** A connection with this id already exists, or has just been deleted. */
public class ConnectionExists extends RuntimeException {

    /** @param deleted whether it was deleted, and some of its rows are not removed yet */
    public ConnectionExists(String id, boolean deleted) {
        super(deleted ? "The connection '" + id + "' was deleted, and its data is still being removed. Choose another id, or try again in a minute."
            : "The connection '" + id + "' already exists. Choose another id, or use PUT /api/connections/" + id + " to change it.");
    }
}
