package io.scopebridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What a drift check compares, with ten times n records of one type that are in one list. */
final class LargeDrift {

    private static final int TIMES = 10;
    private static final int FIRST_ID = 1_000_000;

    private LargeDrift() {
    }

    static Object connectWise(int n) {
        return of("connectwise", "tickets", "tickets:7301", n);
    }

    static Object autotask(int n) {
        return of("autotask", "tasks", "tasks:7301", n);
    }

    static Object scopeStack(int n) {
        return of("scopestack", "crm-opportunities", "opportunities", n);
    }

    private static JsonNode of(String system, String type, String list, int n) {
        JsonNode input = base(system);
        ArrayNode records = (ArrayNode) input.at("/made/records");
        ArrayNode rows = (ArrayNode) input.path("lists").path(list);
        JsonNode record = first(records, type);
        JsonNode row = rows.get(0);
        for (int i = 0; i < TIMES * n; i++) {
            records.add(record.<ObjectNode>deepCopy().put("id", "" + (FIRST_ID + i)).put("key", type + ":" + i));
            ObjectNode copy = row.deepCopy();
            if (row.path("id").isTextual()) copy.put("id", "" + (FIRST_ID + i));
            else copy.put("id", FIRST_ID + i);
            rows.add(copy);
        }
        return input;
    }

    private static JsonNode base(String system) {
        try {
            return new ObjectMapper().readTree(Path.of("mappings", system, "examples", "drift.cases.json").toFile()).path("base");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode first(JsonNode records, String type) {
        for (JsonNode record : records) if (record.path("type").asText().equals(type)) return record;
        throw new IllegalStateException("no " + type);
    }
}
