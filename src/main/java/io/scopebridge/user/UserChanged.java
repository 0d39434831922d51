package io.scopebridge.user;

import java.util.Map;

/**
 * A user was added, changed or removed.
 *
 * @param action      as in the audit trail, such as {@code users.disable}
 * @param facts       for the audit trail, such as the new role
 * @param keptSession of the user who changed the own password; null: every session of the user ends
 */
public record UserChanged(String name, String action, Map<String, String> facts, String keptSession) {
}
