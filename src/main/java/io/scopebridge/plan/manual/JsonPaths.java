package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.Find;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a body by their JSON pointers. */
final class JsonPaths {

    private JsonPaths() {
    }

    static Map<String, JsonNode> of(JsonNode body) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        collect(body, "", values);
        return values;
    }

    /** In dotted form: {@code body.phase.id}. */
    static String named(String pointer) {
        return "body" + pointer.replace('/', '.').replace("~1", "/").replace("~0", "~");
    }

    /** Where a body may contain the value at a row's pointer: at the same pointer, or below the same wrapper as the rows. */
    static List<String> inBody(Find find, String pointer) {
        List<String> places = new ArrayList<>(List.of(pointer));
        if (!find.rows().isEmpty()) {
            places.add(find.rows() + pointer);
        }
        return places;
    }

    private static void collect(JsonNode node, String pointer, Map<String, JsonNode> values) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1"), values));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), pointer + "/" + i, values);
            }
        } else {
            values.put(pointer, node);
        }
    }
}
