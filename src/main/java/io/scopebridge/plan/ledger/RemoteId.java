package io.scopebridge.plan.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/** Remote ids are numbers or strings; they are stored as text. */
public final class RemoteId {

    private static final int LONGEST = 100;

    private RemoteId() {
    }

    /** The id at the pointer, or null if there is none. */
    public static String at(JsonNode node, String pointer) {
        return node == null ? null : of(node.at(pointer));
    }

    /** That of a record that was just created; 0 and less are what systems give for none. */
    public static String created(JsonNode node, String pointer) {
        String id = at(node, pointer);
        return id != null && id.matches("-\\d+|0+") ? null : id;
    }

    public static String of(JsonNode value) {
        if (value.isNumber()) {
            return value.canConvertToExactIntegral() && value.canConvertToLong() ? String.valueOf(value.longValue()) : null;
        }
        return value.isTextual() && !value.textValue().isBlank() && value.textValue().length() <= LONGEST ? value.textValue() : null;
    }
}
