package io.scopebridge.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.RemoteFailure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads one step of a plan. Unknown fields are rejected: a misspelt {@code find} would cause duplicates. */
final class StepReader {

    private static final Set<String> CALL_FIELDS = Set.of("method", "path", "otherwise", "query", "body", "id", "idType");
    private static final Set<String> FIND_FIELDS = Set.of("method", "path", "query", "body", "id", "rows", "match", "holds", "marker", "except", "count");
    private static final Set<String> COUNT_FIELDS = Set.of("method", "path", "query", "body", "at");
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> READS = Set.of("GET", "POST");

    private final String key;

    StepReader(String key) {
        this.key = key;
    }

    Step read(JsonNode json, Set<String> fields) {
        known(json, "the step", fields);
        String name = json.path("mode").asText("create");
        Mode mode = PlanReader.mode(name);
        if (mode == null) {
            throw wrong("mode '" + name + "' is none of create, update, once");
        }
        StepCall call = call(json, "call", "POST");
        if (call == null) {
            throw wrong("it has no 'call'");
        }
        StepCall update = call(json, "update", "PATCH");
        if (update != null && mode != Mode.UPDATE) {
            throw wrong("only a step of mode update has an 'update'");
        }
        if (update == null && mode == Mode.UPDATE && call.method().equals("POST")) {
            throw wrong("mode update needs an 'update' call, because its 'call' is a POST");
        }
        return new Step(key, json.path("title").asText(key), mode, call, update, find(json.path("find")), inOrder(json), after(json), covers(json.path("covers")));
    }

    private Set<String> after(JsonNode json) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode other : json.path("after")) {
            keys.add(other.asText());
        }
        return keys;
    }

    private boolean inOrder(JsonNode json) {
        JsonNode inOrder = json.path("inOrder");
        if (!inOrder.isMissingNode() && !inOrder.isBoolean()) {
            throw wrong("inOrder is neither true nor false");
        }
        return inOrder.asBoolean();
    }

    private StepCall call(JsonNode step, String field, String usualMethod) {
        JsonNode json = step.path(field);
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        known(json, "'" + field + "'", CALL_FIELDS);
        return new StepCall(method(json, field, usualMethod, WRITES), path(json, field), query(json, field), body(json), pointer(json, field, "id", "/id"),
                json.hasNonNull("otherwise") ? path(json, field, "otherwise") : null, textIds(json, field));
    }

    private boolean textIds(JsonNode json, String field) {
        String type = json.path("idType").asText("number");
        if (!type.equals("number") && !type.equals("string")) {
            throw wrong("idType '" + type + "' of '" + field + "' is neither number nor string");
        }
        return type.equals("string");
    }

    private Find find(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        known(json, "'find'", FIND_FIELDS);
        return new Find(method(json, "find", "GET", READS), path(json, "find"), query(json, "find"), body(json),
                pointer(json, "find", "rows", ""), pointer(json, "find", "id", "/id"), values(json.path("match")), values(json.path("holds")),
                marker(json.path("marker")), except(json.path("except")), count(json.path("count")));
    }

    private FindCount count(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        known(json, "'count' of 'find'", COUNT_FIELDS);
        return new FindCount(method(json, "count", "GET", READS), path(json, "count"), query(json, "count"), body(json), pointer(json, "count", "at", "/count"));
    }

    private Map<String, JsonNode> values(JsonNode json) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        json.fields().forEachRemaining(field -> {
            checked(field.getKey(), "find");
            if (field.getValue().isContainerNode()) {
                throw wrong("the value that 'find' expects at " + field.getKey() + " is not a string, number, true, false or null");
            }
            values.put(field.getKey(), field.getValue());
        });
        return values;
    }

    private List<String> covers(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (JsonNode part : json) {
            if (!part.isTextual()) {
                throw wrong("'covers' must be a list of strings");
            }
            parts.add(part.textValue());
        }
        return List.copyOf(parts);
    }

    private Set<String> except(JsonNode json) {
        Set<String> ids = new TreeSet<>();
        for (JsonNode id : json) {
            if (!id.isTextual()) {
                throw wrong("'except' of 'find' must be a list of remote ids, each a string");
            }
            ids.add(id.textValue());
        }
        return ids;
    }

    private Marker marker(JsonNode json) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (!json.isObject() || json.size() != 1 || !json.elements().next().isTextual() || json.elements().next().textValue().isBlank()) {
            throw wrong("the marker of 'find' must be one JSON pointer with a text");
        }
        return new Marker(checked(json.fieldNames().next(), "find"), json.elements().next().textValue());
    }

    private String method(JsonNode json, String field, String usual, Set<String> allowed) {
        String method = json.path("method").asText(usual);
        if (!allowed.contains(method)) {
            throw wrong("method '" + method + "' of '" + field + "' is none of " + String.join(", ", allowed.stream().sorted().toList()));
        }
        return method;
    }

    private String path(JsonNode json, String field) {
        return path(json, field, "path");
    }

    private String path(JsonNode json, String field, String name) {
        String path = json.path(name).asText("");
        if (!path.startsWith("/")) {
            throw wrong("the " + name + " of '" + field + "' does not start with a slash");
        }
        return path;
    }

    private String query(JsonNode json, String field) {
        JsonNode query = json.path("query");
        if (query.isMissingNode() || query.isNull()) {
            return null;
        }
        if (!query.isTextual()) {
            throw wrong("the query of '" + field + "' is not a string");
        }
        return query.textValue().isEmpty() ? null : query.textValue();
    }

    private static JsonNode body(JsonNode json) {
        return json.hasNonNull("body") ? json.get("body") : null;
    }

    private String pointer(JsonNode json, String field, String name, String usual) {
        return checked(json.path(name).asText(usual), field);
    }

    private String checked(String pointer, String field) {
        try {
            JsonPointer.compile(pointer);
            return pointer;
        } catch (IllegalArgumentException e) {
            throw wrong("'" + pointer + "' in '" + field + "' is not a JSON pointer: it must start with a slash");
        }
    }

    private void known(JsonNode json, String what, Set<String> fields) {
        if (!json.isObject()) {
            throw wrong(what + " is not an object");
        }
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                throw wrong(what + " has an unknown field '" + name + "'");
            }
        }
    }

    private RemoteFailure wrong(String what) {
        return PlanReader.wrong("Step '" + key + "': " + what + ".");
    }
}
