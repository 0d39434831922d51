package io.scopebridge.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A target as an admin enters it.
 *
 * @param enabled  true if absent
 * @param settings with secrets; a stored secret that is absent is kept, null removes it
 */
record TargetDraft(String name, String channel, Boolean enabled, ObjectNode settings) {
}
