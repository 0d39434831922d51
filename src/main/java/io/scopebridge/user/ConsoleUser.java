package io.scopebridge.user;

/**
 * A user who may log in.
 *
 * @param role       viewer, operator or admin
 * @param hash       of the password, with its type as prefix; never shown
 * @param credential the same on all nodes: the hash, or the password as it is configured; never shown
 */
public record ConsoleUser(String name, String role, String hash, String credential, Source source) {

    @Override
    public String toString() {
        return name + " (" + role + ")";
    }
}
