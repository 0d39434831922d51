package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.util.function.Predicate;

/** What the system fills in when a create leaves it out. */
final class Defaults {

    private Defaults() {
    }

    static void set(ObjectNode record, String field, String value) {
        if (!record.hasNonNull(field)) record.put(field, value);
    }

    static void billing(ObjectNode record) {
        set(record, "billTime", "Billable");
        set(record, "billExpenses", "Billable");
        set(record, "billProducts", "Billable");
    }

    static void reference(ObjectNode record, Records records, String field, String type, long id) {
        if (!record.hasNonNull(field)) records.find(type, id).ifPresent(found -> record.set(field, References.shown(type, found)));
    }

    static void status(ObjectNode record, Records records, String type, Predicate<JsonNode> isDefault) {
        if (record.hasNonNull("status")) return;
        records.stream(type).filter(isDefault).findFirst().ifPresent(found -> record.set("status", References.shown(type, found)));
    }

    static void copy(JsonNode from, ObjectNode to, String... fields) {
        for (String field : fields) if (!to.hasNonNull(field) && from.hasNonNull(field)) to.set(field, from.get(field));
    }

    static boolean projectBoard(Records records, long id) {
        return records.find("boards", id)
            .filter(board -> board.path("projectFlag").asBoolean() && !board.path("inactiveFlag").asBoolean()).isPresent();
    }
}
