package io.scopebridge.secret;

import java.util.Set;

/** A stored secret cannot be decrypted with the keys of this hub. */
public class UnreadableSecret extends RuntimeException {

    private UnreadableSecret(String message) {
        super(message);
    }

    static UnreadableSecret ofAnotherKey(String connection, String path, String was, Set<String> keys) {
        return new UnreadableSecret("The secret " + path + " of " + holder(connection) + " was encrypted with key " + was + ", but this hub has only key "
            + String.join(", ", keys) + ". Restore the former key: add it to scopebridge.former-secret-keys, or as a further line to the file secret.key in the"
            + " data directory, and restart." + otherwise(connection, " Or enter the secrets of the connection again and save it."));
    }

    static UnreadableSecret damaged(String connection, String path) {
        return new UnreadableSecret("The secret " + path + " of " + holder(connection) + " is corrupt or belongs to another row."
            + otherwise(connection, " Enter this secret again and save the connection."));
    }

    /** Others than connections have a name that no connection has. */
    private static String holder(String holder) {
        return holder.equals(HubSecrets.HOLDER) ? "the hub" : isConnection(holder) ? "connection '" + holder + "'" : "'" + holder + "'";
    }

    private static String otherwise(String holder, String remedy) {
        return isConnection(holder) ? remedy : holder.equals(HubSecrets.HOLDER) ? "" : " Or enter this secret again.";
    }

    private static boolean isConnection(String holder) {
        return holder.matches("[a-z0-9-]+");
    }
}
