package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.address.BaseUrls;
import io.scopebridge.address.PrivateHostList;
import io.scopebridge.schema.Schema;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.schema.SettingsTree;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Validates the settings of a connection against the schemas of its system and separates the secrets from the rest. */
@Component
class ConnectionSettings {

    private final SchemaFiles schemas;
    private final ProjectOptions options;

    ConnectionSettings(SchemaFiles schemas, ProjectOptions options) {
        this.schemas = schemas;
        this.options = options;
    }

    /** @param secrets by path; a null value removes the stored one, an absent path keeps it */
    record Checked(ObjectNode settings, Map<String, String> secrets) {
    }

    /**
     * @param stored the paths of the stored secrets
     * @throws InvalidInput with every invalid field
     */
    Checked check(String system, JsonNode input, Set<String> stored) {
        Schema schema = schemas.connection(system);
        if (input != null && !input.isObject() && !input.isNull()) throw new InvalidInput("settings", "must be an object of groups");
        ObjectNode settings = input instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        SettingsTree.tidy(settings, schema);
        Map<String, String> secrets = new LinkedHashMap<>();
        Set<String> secretPaths = schema.fields(SettingsTree::isSecret).keySet();
        for (String path : secretPaths) {
            if (SettingsTree.at(settings, path).isNull()) {
                secrets.put(path, null);
                SettingsTree.remove(settings, path);
            }
        }
        List<FieldError> errors = errors(schema, system, settings, stored.stream().filter(path -> !secrets.containsKey(path)).collect(Collectors.toSet()));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
        for (String path : secretPaths) {
            JsonNode secret = SettingsTree.at(settings, path);
            if (secret.isTextual()) secrets.put(path, secret.asText());
            SettingsTree.remove(settings, path);
        }
        return new Checked(settings, secrets);
    }

    /** The settings as routes and mappings see them; unchanged if the system's folder is missing. */
    ObjectNode withDefaults(String system, ObjectNode settings) {
        return schemas.systems().contains(system) ? schemas.connection(system).withDefaults(settings) : settings;
    }

    /** The URLs of remote systems in settings with their defaults. */
    List<String> addresses(String system, JsonNode settings) {
        if (!schemas.systems().contains(system)) return List.of();
        return schemas.connection(system).fields(SettingsTree::isAddress).keySet().stream()
            .map(path -> SettingsTree.at(settings, path)).filter(JsonNode::isTextual).map(JsonNode::asText).toList();
    }

    private List<FieldError> errors(Schema schema, String system, ObjectNode settings, Set<String> kept) {
        List<FieldError> errors = new ArrayList<>(addressErrors(schema, settings));
        Set<String> named = errors.stream().map(FieldError::field).collect(Collectors.toSet());
        for (FieldError error : schema.errors(settings)) {
            boolean keptSecret = kept.contains(error.field()) && SettingsTree.at(settings, error.field()).isMissingNode();
            if (!keptSecret && !named.contains(error.field())) errors.add(error);
        }
        JsonNode defaults = settings.path("projects").path("options");
        if (defaults.isObject()) options.errorsOfDefaults(system, (ObjectNode) defaults).forEach(error -> errors.add(error.under("projects.options")));
        return errors;
    }

    private static List<FieldError> addressErrors(Schema schema, ObjectNode settings) {
        List<FieldError> errors = new ArrayList<>();
        PrivateHostList.of(settings).refusal().ifPresent(message -> errors.add(new FieldError(PrivateHostList.SETTING, message)));
        schema.fields(SettingsTree::isAddress).forEach((path, field) -> {
            JsonNode url = SettingsTree.at(settings, path);
            if (url.isTextual()) BaseUrls.refusal(url.asText(), settings).or(() -> BaseUrls.pathRefusal(url.asText(), field)).ifPresent(message -> errors.add(new FieldError(path, message)));
        });
        return errors;
    }
}
