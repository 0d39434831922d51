package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The tenant's picklists, held as records of the type {@code picklists}, so that they can be changed during a run. */
class Picklists {

    private static final String TYPE = "picklists";

    private final Records records;
    private final Map<String, Long> ids = new HashMap<>();

    Picklists(Records records) {
        this.records = records;
        Entities.ALL.forEach(entity -> entity.fields().stream().filter(Field::picklist)
            .forEach(field -> ids.put(entity.name() + "." + field.name(), ids.size() + 1L)));
        ids.forEach((name, id) -> {
            String[] parts = name.split("\\.");
            ObjectNode list = PracticeAutotask.json().put("entity", parts[0]).put("field", parts[1]);
            list.putArray("values");
            records.put(TYPE, id, list);
        });
    }

    /** Adds or replaces a value. */
    void set(String entity, String field, String value, String label, boolean active, boolean standard, boolean system) {
        synchronized (records) {
            ObjectNode list = list(entity, field);
            ArrayNode values = without(list, value);
            values.addObject().put("value", value).put("label", label).put("isDefaultValue", standard)
                .put("sortOrder", values.size()).put("parentValue", "").put("isActive", active).put("isSystem", system);
            records.put(TYPE, id(entity, field), list);
        }
    }

    void remove(String entity, String field, String value) {
        synchronized (records) {
            ObjectNode list = list(entity, field);
            without(list, value);
            records.put(TYPE, id(entity, field), list);
        }
    }

    ArrayNode values(String entity, String field) {
        return list(entity, field).withArray("values");
    }

    /** Whether the value may be written: it is in the list and active. A list without any value takes none. */
    boolean takes(Entity entity, Field field, JsonNode value) {
        return find(entity, field, value.asText()).map(entry -> entry.path("isActive").asBoolean()).orElse(false);
    }

    private Optional<JsonNode> find(Entity entity, Field field, String value) {
        return StreamSupport.stream(values(entity.name(), field.name()).spliterator(), false)
            .filter(entry -> entry.path("value").asText().equals(value)).findFirst();
    }

    private static ArrayNode without(ObjectNode list, String value) {
        ArrayNode kept = PracticeAutotask.json().putArray("values");
        list.withArray("values").forEach(entry -> {
            if (!entry.path("value").asText().equals(value)) kept.add(entry);
        });
        list.set("values", kept);
        return kept;
    }

    private ObjectNode list(String entity, String field) {
        return records.find(TYPE, id(entity, field)).orElseThrow();
    }

    private long id(String entity, String field) {
        Long id = ids.get(entity + "." + field);
        if (id == null) throw new IllegalArgumentException("No picklist " + entity + "." + field);
        return id;
    }
}
