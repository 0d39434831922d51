package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Turns what was sent for a field into what is held, or says why it cannot. */
final class FieldValues {

    private FieldValues() {
    }

    /** What is to be held, or null with one more problem noted. */
    static JsonNode read(Field field, JsonNode sent, List<String> problems) {
        String problem = problem(field, sent);
        if (problem != null) {
            problems.add(problem);
            return null;
        }
        return switch (field.type()) {
            case INTEGER -> IntNode.valueOf(sent.intValue());
            case LONG -> LongNode.valueOf(sent.longValue());
            case STRING -> TextNode.valueOf(sent.asText());
            case DATETIME -> {
                Instant time = instant(sent.asText());
                yield TextNode.valueOf((field.dateOnly() ? time.truncatedTo(ChronoUnit.DAYS) : time).toString());
            }
            default -> sent;
        };
    }

    private static String problem(Field field, JsonNode sent) {
        FieldType type = field.type();
        if (sent.isContainerNode() != (type == FieldType.UDFS)) return Errors.unexpected(sent, field.name());
        if (type.number()) {
            if (sent.isTextual()) return Errors.conversion(sent.asText(), type);
            if (!sent.isNumber()) return Errors.unexpected(sent, field.name());
            if (type == FieldType.INTEGER && !(sent.isIntegralNumber() && sent.canConvertToInt())
                || type == FieldType.LONG && !sent.isIntegralNumber()) return Errors.conversion(sent, type);
        }
        if (type == FieldType.BOOLEAN && !sent.isBoolean()) {
            return sent.isTextual() ? Errors.conversion(sent.asText(), type) : Errors.unexpected(sent, field.name());
        }
        if (type == FieldType.DATETIME && (!sent.isTextual() || instant(sent.asText()) == null)) {
            return Errors.conversion(sent.asText(), type);
        }
        if (type == FieldType.STRING && field.length() > 0 && sent.asText().length() > field.length()) {
            return "The field " + field.name() + " must be a string with a maximum length of " + field.length() + ".";
        }
        return null;
    }

    /** The value as something that compares: number, text without case, instant or boolean; null if it does not fit. */
    static Comparable<?> comparable(FieldType type, JsonNode value) {
        if (value == null || value.isNull() || value.isContainerNode()) return null;
        return switch (type) {
            case INTEGER, LONG, DECIMAL -> number(value);
            case BOOLEAN -> value.isBoolean() ? value.booleanValue() : null;
            case DATETIME -> value.isTextual() ? instant(value.asText()) : null;
            default -> value.asText().toLowerCase(Locale.ROOT);
        };
    }

    private static BigDecimal number(JsonNode value) {
        if (value.isNumber()) return value.decimalValue();
        try {
            return value.isTextual() ? new BigDecimal(value.asText().trim()) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    /** A time without zone is UTC. Null for what is no time. */
    static Instant instant(String text) {
        try {
            if (text.length() == 10) return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:\\d\\d")) return OffsetDateTime.parse(text).toInstant();
            return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            return null;
        }
    }
}
