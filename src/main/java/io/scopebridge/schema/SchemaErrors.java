package io.scopebridge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import io.scopebridge.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Describes a schema violation for the user. The value itself is never repeated: it may be a secret. */
class SchemaErrors {

    private SchemaErrors() {
    }

    static FieldError of(ValidationMessage violation, JsonNode schema) {
        List<String> path = names(violation.getInstanceLocation());
        JsonNode parent = at(schema, path);
        boolean ofProperty = List.of("required", "additionalProperties").contains(violation.getType());
        if (ofProperty) path.add(violation.getProperty());
        JsonNode field = ofProperty ? parent.path("properties").path(violation.getProperty()) : parent;
        return new FieldError(String.join(".", path), words(violation, field, parent));
    }

    private static String words(ValidationMessage violation, JsonNode field, JsonNode parent) {
        return switch (violation.getType()) {
            case "required" -> "is required" + hint(field);
            case "additionalProperties" -> "is unknown; remove it or use one of: " + names(parent.path("properties"));
            case "type" -> "must be " + types(field.path("type")) + hint(field);
            case "enum" -> "must be one of: " + values(field.path("enum"));
            case "format" -> "must be " + format(field.path("format").asText()) + hint(field);
            case "minLength" -> (field.path("minLength").asInt() == 1 ? "must not be blank" : "must have at least " + field.path("minLength").asInt() + " characters") + hint(field);
            case "maxLength" -> "must have at most " + field.path("maxLength").asInt() + " characters";
            case "minimum" -> "must be at least " + field.path("minimum").asText() + hint(field);
            case "pattern" -> "does not have the required format" + hint(field);
            default -> violation.getError();
        };
    }

    private static String hint(JsonNode field) {
        String title = field.path("title").asText();
        String description = field.path("description").asText();
        return title.isEmpty() ? "" : " (" + title + (description.isEmpty() ? "" : ": " + description) + ")";
    }

    private static String format(String format) {
        return switch (format) {
            case "cron" -> "a schedule of six fields such as '0 30 * * * *'";
            case "date" -> "a date such as 2026-03-01";
            case "time-zone" -> "a time zone such as Europe/Berlin";
            case "uri" -> "a URL such as https://example.com";
            default -> "a " + format;
        };
    }

    private static String types(JsonNode type) {
        List<String> types = new ArrayList<>();
        if (type.isTextual()) types.add(type(type.asText()));
        type.forEach(one -> types.add(type(one.asText())));
        return String.join(" or ", types);
    }

    private static String type(String type) {
        return switch (type) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "null" -> "null";
            default -> (type.matches("[aeiou].*") ? "an " : "a ") + type;
        };
    }

    private static String names(JsonNode properties) {
        return properties.properties().stream().map(property -> property.getKey()).collect(Collectors.joining(", "));
    }

    private static String values(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static JsonNode at(JsonNode schema, List<String> path) {
        JsonNode at = schema;
        for (String name : path) at = at.path("properties").path(name);
        return at;
    }

    private static List<String> names(JsonNodePath location) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < location.getNameCount(); i++) names.add(String.valueOf(location.getElement(i)));
        return names;
    }
}
