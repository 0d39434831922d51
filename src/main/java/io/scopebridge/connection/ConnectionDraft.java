package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A connection as requested.
 *
 * @param enabled  null keeps the current state; a new connection is then disabled
 * @param settings groups of settings including secrets; an absent secret keeps the stored one, null removes it
 */
public record ConnectionDraft(String id, String name, String system, Boolean enabled, JsonNode settings) {

    @Override
    public String toString() {
        return "ConnectionDraft " + id;
    }
}
