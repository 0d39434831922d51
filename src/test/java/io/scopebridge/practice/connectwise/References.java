package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.List;
import java.util.Optional;

/** Finds what {@code {"id": 12}} names, also by name or identifier, and shows it as {@code {"id", "identifier", "name"}}. */
class References {

    private static final List<String> KEYS = List.of("identifier", "name");

    private final Records records;

    References(Records records) {
        this.records = records;
    }

    /** Null when there is no such record; the problem is noted then. */
    ObjectNode resolve(Field field, JsonNode sent, Problems problems) {
        if (!sent.isObject()) {
            problems.invalid(field.name(), field.name() + " must be an object with an id.");
            return null;
        }
        if (field.target() == null) return (ObjectNode) sent;
        JsonNode id = sent.path("id");
        if (!id.isMissingNode() && !id.isIntegralNumber()) {
            problems.invalid(field.name() + "/id", id + " is no id.");
            return null;
        }
        Optional<ObjectNode> found = id.isMissingNode() ? byKey(field, sent)
            : records.find(field.target(), id.asLong()).filter(record -> !field.target().equals("companies") || open(record));
        if (found.isEmpty()) {
            problems.notFound(field.name() + "/id", field.name() + " " + (id.isMissingNode() ? sent : id) + " not found");
        }
        return found.map(record -> shown(field.target(), record)).orElse(null);
    }

    private Optional<ObjectNode> byKey(Field field, JsonNode sent) {
        return KEYS.stream().filter(key -> sent.path(key).isTextual()).findFirst().flatMap(key -> records.stream(field.target())
            .filter(record -> shown(field.target(), record).path(key).asText("").equals(sent.get(key).asText()))
            .filter(record -> !field.target().equals("companies") || open(record))
            .findFirst());
    }

    private static boolean open(JsonNode company) {
        return !company.path("deletedFlag").asBoolean() && !company.path("status").path("name").asText().equals("Inactive");
    }

    static ObjectNode shown(String type, JsonNode record) {
        ObjectNode shown = Errors.object().put("id", record.path("id").asLong());
        if (record.path("identifier").isTextual() && !type.equals("billingCycles")) shown.set("identifier", record.get("identifier"));
        return shown.put("name", switch (type) {
            case "members", "contacts" -> record.path("firstName").asText() + " " + record.path("lastName").asText();
            case "phases", "opportunityTypes" -> record.path("description").asText();
            case "tickets" -> record.path("summary").asText();
            default -> record.path("name").asText();
        });
    }
}
