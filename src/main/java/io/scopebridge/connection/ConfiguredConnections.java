package io.scopebridge.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.web.InvalidInput;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Connections from {@code scopebridge.connections.<id>.{name,system,enabled,settings}}. Environment variables have neither case nor
 * hyphens nor types, so names are matched without them and values are converted to the type in the schema.
 */
@Component
class ConfiguredConnections {

    private static final String DRAFT = """
        { "properties": { "name": { "type": "string" }, "system": { "type": "string" }, "enabled": { "type": "boolean" }, "settings": {} } }""";

    private final Environment environment;
    private final SchemaFiles schemas;
    private final ObjectMapper json;

    ConfiguredConnections(Environment environment, SchemaFiles schemas, ObjectMapper json) {
        this.environment = environment;
        this.schemas = schemas;
        this.json = json;
    }

    /** The configured connections by id, unchanged. */
    Map<String, JsonNode> byId() {
        Map<String, JsonNode> configured = new TreeMap<>();
        Binder.get(environment).bind("scopebridge.connections", Bindable.mapOf(String.class, Object.class)).orElse(Map.of())
            .forEach((id, connection) -> configured.put(id, json.valueToTree(connection)));
        return configured;
    }

    /** @throws InvalidInput with the errors */
    ConnectionDraft draft(String id, JsonNode configured) {
        if (!configured.isObject()) throw new InvalidInput("", "must have name, system and settings");
        JsonNode known = tree(DRAFT);
        ObjectNode draft = fitted((ObjectNode) configured, known);
        draft.fieldNames().forEachRemaining(name -> {
            if (!known.get("properties").has(name)) throw new InvalidInput(name, "is unknown; remove it or use one of: name, system, enabled, settings");
        });
        String system = draft.path("system").asText(null);
        JsonNode schema = schemas.connection(system).tree();
        JsonNode settings = draft.path("settings") instanceof ObjectNode object ? fitted(object, schema) : null;
        if (settings != null && settings.path("projects").path("options") instanceof ObjectNode options) {
            ((ObjectNode) settings.get("projects")).set("options", fitted(options, schemas.projectOptions(system).tree()));
        }
        return new ConnectionDraft(id, draft.path("name").asText(null), system,
            draft.has("enabled") ? Boolean.valueOf(draft.get("enabled").asBoolean()) : null, settings);
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private ObjectNode fitted(ObjectNode object, JsonNode schema) {
        ObjectNode fitted = json.createObjectNode();
        object.properties().forEach(property -> {
            String name = property.getKey();
            for (var known : schema.path("properties").properties()) {
                if (plain(known.getKey()).equals(plain(name))) name = known.getKey();
            }
            JsonNode field = schema.path("properties").path(name);
            fitted.set(name, property.getValue() instanceof ObjectNode group ? fitted(group, field) : typed(property.getValue(), field.path("type").asText()));
        });
        return fitted;
    }

    private static JsonNode typed(JsonNode value, String type) {
        String text = value.asText();
        if (type.equals("boolean") && text.matches("true|false")) return BooleanNode.valueOf(text.equals("true"));
        if (type.equals("integer") && text.matches("-?\\d{1,18}")) return LongNode.valueOf(Long.parseLong(text));
        return type.equals("string") && value.isValueNode() && !value.isNull() ? TextNode.valueOf(text) : value;
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}
