package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a caller may write into an attribute. */
enum Kind {
    READ_ONLY, TEXT, DECIMAL, INTEGER, FLAG, DATE, STATUS, OBJECT, LIST, KEY_VALUES;

    static final List<String> STATUSES = List.of("building", "technical_approval", "sales_approval", "business_approval",
        "approved", "won", "lost", "canceled");

    /** What is wrong with the value, or null. */
    String problem(JsonNode value) {
        if (value.isNull()) return this == STATUS ? "can't be blank" : null;
        return switch (this) {
            case READ_ONLY -> "is read-only";
            case TEXT -> value.isTextual() ? null : "must be a string";
            case DECIMAL -> isDecimal(value) ? null : "is not a number";
            case INTEGER -> value.isIntegralNumber() ? null : "must be an integer";
            case FLAG -> value.isBoolean() ? null : "must be true or false";
            case DATE -> isDate(value) ? null : "is not a valid date";
            case STATUS -> value.isTextual() && STATUSES.contains(value.asText()) ? null : "is not included in the list";
            case OBJECT -> value.isObject() ? null : "must be an object";
            case LIST -> value.isArray() ? null : "must be an array";
            case KEY_VALUES -> isKeyValues(value) ? null : "must be an array of key and val";
        };
    }

    JsonNode stored(JsonNode value) {
        return this == DECIMAL && !value.isNull() ? TextNode.valueOf(Money.text(new BigDecimal(value.asText()))) : value;
    }

    private static boolean isDecimal(JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) return false;
        try {
            new BigDecimal(value.asText());
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(JsonNode value) {
        try {
            return value.isTextual() && LocalDate.parse(value.asText()) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isKeyValues(JsonNode value) {
        return value.isArray() && StreamSupport.stream(value.spliterator(), false)
            .allMatch(entry -> entry.size() == 2 && entry.path("key").isTextual() && entry.has("val"));
    }
}
