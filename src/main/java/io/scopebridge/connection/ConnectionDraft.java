package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A connection as somebody wants it.
 *
 * @param enabled  null keeps what is; a new connection is then disabled
 * @param settings groups of settings with the secrets in their places; an absent secret keeps the one that is stored, null removes it
 */
public record ConnectionDraft(String id, String name, String system, Boolean enabled, JsonNode settings) {

    @Override
    public String toString() {
        return "ConnectionDraft " + id;
    }
}
