package io.scopebridge.secret;

/** A stored secret cannot be decrypted with the key of this hub. */
public class UnreadableSecret extends RuntimeException {

    private UnreadableSecret(String message) {
        super(message);
    }

    static UnreadableSecret ofAnotherKey(String connection, String path, String was, String is) {
        return new UnreadableSecret("The secret " + path + " of connection '" + connection + "' was encrypted with key " + was
            + ", but this hub has key " + is + ". Restore the former key (scopebridge.secret-key, or the file secret.key in the"
            + " data directory) and restart, or enter the secrets of the connection again and save it.");
    }

    static UnreadableSecret damaged(String connection, String path) {
        return new UnreadableSecret("The secret " + path + " of connection '" + connection + "' is corrupt or belongs to"
            + " another connection. Enter this secret again and save the connection.");
    }
}
