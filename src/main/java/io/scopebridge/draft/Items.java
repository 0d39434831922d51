package io.scopebridge.draft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An output as items that can be recognized in another output: the entries of its lists by their key or id, and the rest. */
final class Items {

    private static final List<String> KEYS = List.of("key", "id", "path");
    private static final List<String> TITLES = List.of("title", "name", "summary");

    private Items() {
    }

    static Map<String, JsonNode> of(JsonNode output) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        if (!output.isObject()) {
            if (!entries("", output, items)) items.put("", output);
            return items;
        }
        ObjectNode rest = output.deepCopy();
        output.properties().forEach(field -> {
            if (entries(field.getKey() + "/", field.getValue(), items)) rest.remove(field.getKey());
        });
        if (!rest.isEmpty() || output.isEmpty()) items.put("", rest);
        return items;
    }

    static String title(JsonNode item) {
        return TITLES.stream().map(item::path).filter(JsonNode::isTextual).map(JsonNode::asText).findFirst().orElse(null);
    }

    /** Whether the value is a list whose entries have different keys. */
    private static boolean entries(String prefix, JsonNode list, Map<String, JsonNode> items) {
        if (!list.isArray()) return false;
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode entry : list) {
            Optional<String> key = key(entry);
            if (key.isEmpty() || found.put(prefix + key.get(), entry) != null) return false;
        }
        items.putAll(found);
        return true;
    }

    private static Optional<String> key(JsonNode entry) {
        return KEYS.stream().map(entry::path).filter(value -> value.isTextual() || value.isNumber()).map(JsonNode::asText).findFirst();
    }
}
