package io.scopebridge.secret;

/** A stored secret does not open with the key of this hub. */
public class UnreadableSecret extends RuntimeException {

    private UnreadableSecret(String message) {
        super(message);
    }

    static UnreadableSecret ofAnotherKey(String connection, String path, String was, String is) {
        return new UnreadableSecret("The secret " + path + " of connection '" + connection + "' was encrypted with key " + was
            + ", but this hub has key " + is + ". Put the former key back (scopebridge.secret-key, or the file secret.key in the"
            + " data directory) and start again, or save the connection with its secrets entered anew.");
    }

    static UnreadableSecret damaged(String connection, String path) {
        return new UnreadableSecret("The secret " + path + " of connection '" + connection + "' is damaged or belongs to"
            + " another connection. Save the connection with this secret entered anew.");
    }
}
