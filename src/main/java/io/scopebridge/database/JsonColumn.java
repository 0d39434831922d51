package io.scopebridge.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in a text column: it is never queried by its content. */
public final class JsonColumn {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonColumn() {
    }

    /** Null for null. */
    public static JsonNode read(String text) {
        try {
            return text == null ? null : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column that holds JSON holds something else", e);
        }
    }

    /** Null for null, and for the JSON null. */
    public static String text(JsonNode json) {
        return json == null || json.isNull() || json.isMissingNode() ? null : DatabaseText.of(json.toString(), Integer.MAX_VALUE);
    }
}
