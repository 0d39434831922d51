package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Request;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Takes what was sent for a record, field by field: type, length, choice, reference. */
class Body {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private final Model model;
    private final References references;
    private final List<String> unknown;

    /** @param unknown where fields go that the model does not have; the real system ignores them too */
    Body(Model model, References references, List<String> unknown) {
        this.model = model;
        this.references = references;
        this.unknown = unknown;
    }

    static ObjectNode object(Request request) {
        if (request.json() instanceof ObjectNode object) return object;
        throw Errors.refusal(400, request.json() == null ? "The body is empty or is no JSON" : "The body must be one object");
    }

    /** What can be kept of it, references as they are shown; read-only fields are left out. */
    ObjectNode accept(ObjectNode sent, Problems problems) {
        ObjectNode accepted = Errors.object();
        sent.fields().forEachRemaining(entry -> {
            Field field = model.fields().get(entry.getKey());
            if (field == null) unknown.add(model.resource() + "." + entry.getKey());
            else if (!field.readOnly()) set(accepted, field, entry.getValue(), problems);
        });
        return accepted;
    }

    void requireAll(ObjectNode record, Problems problems) {
        for (Field field : model.fields().values()) {
            JsonNode value = record.path(field.name());
            if (field.required() && (value.isMissingNode() || value.isNull() || value.isTextual() && value.asText().isBlank())) {
                problems.missing(field.kind() == Field.Kind.REF ? field.name() + "/id" : field.name());
            }
        }
    }

    private void set(ObjectNode accepted, Field field, JsonNode value, Problems problems) {
        String name = field.name();
        if (value.isNull()) {
            accepted.putNull(name);
        } else if (field.kind() == Field.Kind.REF) {
            // A reference that is not found is kept for now, so that it does not count as missing too.
            ObjectNode reference = references.resolve(field, value, problems);
            accepted.set(name, reference == null ? value : reference);
        } else {
            accepted.set(name, value);
            check(field, value, problems);
        }
    }

    private static void check(Field field, JsonNode value, Problems problems) {
        String name = field.name();
        boolean fits = switch (field.kind()) {
            case INT -> value.isIntegralNumber() && value.canConvertToInt();
            case NUMBER -> value.isNumber();
            case FLAG -> value.isBoolean();
            case LIST -> value.isArray();
            case OBJECT -> value.isObject();
            default -> value.isTextual();
        };
        if (!fits) problems.invalid(name, name + " cannot be " + value + ".");
        else if (field.max() > 0 && value.asText().length() > field.max()) problems.tooLong(name, field.max());
        else if (field.kind() == Field.Kind.CHOICE && !field.choices().contains(value.asText())) {
            problems.invalid(name, value + " is not one of " + String.join(", ", field.choices()) + ".");
        } else if (field.kind() == Field.Kind.DATE && !date(value.asText())) {
            problems.invalid(name, value + " is not a date-time such as 2026-01-31T00:00:00Z.");
        }
    }

    private static boolean date(String text) {
        if (!DATE.matcher(text).matches()) return false;
        try {
            Instant.parse(text);
            return true;
        } catch (DateTimeParseException noSuchDay) {
            return false;
        }
    }
}
