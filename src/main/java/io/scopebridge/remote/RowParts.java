package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The parts of a row that somebody asked for: a list of many thousand rows then needs a tenth of the memory. */
final class RowParts {

    private RowParts() {
    }

    /** @param keep such as {@code attributes.name}; empty: all */
    static JsonNode of(JsonNode row, List<String> keep) {
        if (keep.isEmpty() || !row.isObject()) return row;
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        keep.forEach(path -> copy(row, kept, path.split("\\.")));
        return kept;
    }

    private static void copy(JsonNode from, ObjectNode to, String[] path) {
        JsonNode source = from;
        ObjectNode target = to;
        for (int i = 0; i < path.length; i++) {
            JsonNode part = source.get(path[i]);
            if (part == null) return;
            if (i == path.length - 1 || !part.isObject()) {
                target.set(path[i], part);
                return;
            }
            target = target.get(path[i]) instanceof ObjectNode there ? there : target.putObject(path[i]);
            source = part;
        }
    }
}
