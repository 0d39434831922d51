package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.Set;

/** The PATCH dialect: an array of {op, path, value} whose path is a bare field name. */
class Patch {

    private static final Set<String> OPS = Set.of("add", "replace", "remove");

    private Patch() {
    }

    /**
     * The fields that the patch sets, null for the removed.
     *
     * @param ignored gets what is answered 200 without a change: sub-paths and read-only fields
     */
    static ObjectNode read(Request request, Model model, List<String> ignored) {
        if (request.json() == null || !request.json().isArray() || request.json().isEmpty()) {
            throw Errors.refusal(400, "A patch is an array of operations");
        }
        ObjectNode changes = Errors.object();
        for (JsonNode operation : request.json()) {
            String op = operation.path("op").asText();
            if (!OPS.contains(op)) throw Errors.refusal(400, "Unknown patch operation: " + operation.path("op"));
            if (!op.equals("remove") && !operation.has("value")) throw Errors.refusal(400, "The operation has no value: " + operation);
            String path = operation.path("path").asText();
            Field field = model.fields().get(path.split("/", -1)[0]);
            if (field == null) throw Errors.refusal(400, "Unknown patch path: " + path);
            if (path.contains("/") || field.readOnly()) ignored.add(request.path() + " " + path);
            else if (op.equals("remove")) changes.putNull(path);
            else changes.set(path, operation.get("value"));
        }
        return changes;
    }
}
