package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.connectwise.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an answer shows of a record: everything but the write-only fields, or what {@code fields} lists and no more. */
class Selection {

    private static final Set<String> OF_REFERENCES = Set.of("id", "name", "identifier", "_info");

    private final Model model;
    private final String root;
    private final List<String[]> chosen = new ArrayList<>();

    /** @param root the address of the API, for the links in _info */
    Selection(String fields, Model model, String root) {
        this.model = model;
        this.root = root;
        if (fields == null || fields.isBlank()) return;
        for (String name : fields.split(",")) {
            String[] parts = name.strip().split("/", -1);
            Field field = model.returned(parts[0]);
            boolean known = field != null && switch (parts.length) {
                case 1 -> true;
                case 2 -> field.kind() == Kind.OBJECT || field.kind() == Kind.LIST
                    || field.kind() == Kind.REF && OF_REFERENCES.contains(parts[1]);
                default -> false;
            };
            if (!known) throw Errors.refusal(400, "The fields are not valid: " + model.resource() + " has no field " + name.strip());
            chosen.add(parts);
        }
    }

    ObjectNode of(ObjectNode record) {
        ObjectNode whole = Errors.object();
        record.fields().forEachRemaining(entry -> {
            if (model.returned(entry.getKey()) != null) whole.set(entry.getKey(), entry.getValue());
        });
        whole.set("_info", info(record));
        return chosen.isEmpty() ? whole : parts(whole);
    }

    private ObjectNode parts(ObjectNode whole) {
        ObjectNode shown = Errors.object();
        for (String[] parts : chosen) {
            JsonNode value = whole.get(parts[0]);
            if (value == null) continue;
            if (parts.length == 1 || !value.isObject()) shown.set(parts[0], value);
            else if (value.has(parts[1])) shown.withObjectProperty(parts[0]).set(parts[1], value.get(parts[1]));
        }
        return shown;
    }

    private ObjectNode info(ObjectNode record) {
        ObjectNode info = record.path("_info").isObject() ? record.get("_info").deepCopy() : Errors.object();
        model.links().forEach((name, path) -> info.put(name, root + path.replace("{id}", record.path("id").asText())
            .replace("{projectId}", record.path("projectId").asText()).replace("{ticketId}", record.path("ticketId").asText())));
        return info;
    }
}
