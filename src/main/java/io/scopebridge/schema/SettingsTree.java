package io.scopebridge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.address.BaseUrls;

/** Settings as a tree of groups, addressed by dotted paths. */
public class SettingsTree {

    private SettingsTree() {
    }

    public static boolean isSecret(JsonNode field) {
        return field.path("writeOnly").asBoolean();
    }

    public static boolean isAddress(JsonNode field) {
        return field.path("format").asText().equals("uri");
    }

    public static JsonNode at(JsonNode settings, String path) {
        return settings.at("/" + path.replace('.', '/'));
    }

    public static void remove(ObjectNode settings, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? settings : at(settings, path.substring(0, dot));
        if (parent instanceof ObjectNode object) object.remove(path.substring(dot + 1));
    }

    /**
     * Normalizes user input: adds missing groups, so that an error names the field and not the group; trims text; completes URLs; treats
     * a blank URL or schedule as absent.
     */
    public static void tidy(ObjectNode settings, Schema schema) {
        schema.fields(field -> field.has("properties")).keySet().forEach(group -> {
            if (!group.contains(".") && !settings.has(group)) settings.putObject(group);
        });
        schema.fields(field -> field.path("type").asText().equals("string")).forEach((path, field) -> {
            JsonNode value = at(settings, path);
            if (!value.isTextual()) return;
            String text = value.asText().strip();
            if (text.isEmpty() && (isAddress(field) || field.path("format").asText().equals("cron"))) remove(settings, path);
            else put(settings, path, isAddress(field) ? BaseUrls.normal(text, field) : text);
        });
    }

    private static void put(ObjectNode settings, String path, String text) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? settings : at(settings, path.substring(0, dot));
        ((ObjectNode) parent).set(path.substring(dot + 1), TextNode.valueOf(text));
    }
}
