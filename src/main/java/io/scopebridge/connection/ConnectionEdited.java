package io.scopebridge.connection;

import java.util.Set;

/**
 * A person or the configuration created or changed a connection. Published inside the transaction that does it.
 *
 * @param created  false when it was there before
 * @param settings names of what is different now, secrets among them; never values
 */
public record ConnectionEdited(String id, boolean created, Set<String> settings) {
}
