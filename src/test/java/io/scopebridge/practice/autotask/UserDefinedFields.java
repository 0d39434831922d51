package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes user-defined fields: only those that are sent change. */
final class UserDefinedFields {

    private UserDefinedFields() {
    }

    static void merge(Change change, JsonNode sent) {
        if (!sent.isArray()) {
            change.refuse(Errors.unexpected(sent, "userDefinedFields"));
            return;
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        change.after().path("userDefinedFields").forEach(udf -> values.put(udf.path("name").asText(), udf.path("value")));
        for (JsonNode udf : sent) {
            String name = udf.path("name").asText();
            if (change.entity().udfs().contains(name)) values.put(name, udf.path("value"));
            else change.refuse("Unable to find " + name + " in the " + change.entity().singular() + " Entity.");
        }
        ArrayNode held = change.after().putArray("userDefinedFields");
        values.forEach((name, value) -> held.addObject().put("name", name)
            .set("value", value.isValueNode() ? value : NullNode.instance));
    }
}
