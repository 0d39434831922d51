package io.scopebridge.connection;

import java.util.Set;

/**
 * A person or the configuration created or changed a connection. Published inside the transaction.
 *
 * @param created  false if it existed before
 * @param settings names of changed settings, including secrets; never values
 */
public record ConnectionEdited(String id, boolean created, Set<String> settings) {
}
