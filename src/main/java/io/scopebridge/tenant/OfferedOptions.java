package io.scopebridge.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.remote.Routes;
import io.scopebridge.remote.TenantCache;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The form Create PSA project with what the tenant offers, told by the route {@code <system>-project-options} where there is one. */
@Component
class OfferedOptions {

    /** What the route tells: choices by field, fields with more choices than told, and choices that are no longer there. */
    private record Told(Map<String, List<OfferedField.Choice>> choices, Set<String> more, List<FieldError> errors) {
    }

    private final SchemaFiles schemas;
    private final ProjectOptions options;
    private final TenantCache cache;
    private final Routes routes;
    private final ObjectMapper json;

    OfferedOptions(SchemaFiles schemas, ProjectOptions options, TenantCache cache, Routes routes, ObjectMapper json) {
        this.schemas = schemas;
        this.options = options;
        this.cache = cache;
        this.routes = routes;
        this.json = json;
    }

    /**
     * @param chosen what is chosen so far, by field; goes over the connection's own default values
     * @param search part of a company's name, or null
     * @throws InvalidInput when something chosen is not offered
     */
    List<OfferedField> of(Connection connection, Map<String, String> chosen, String search, boolean refresh) {
        JsonNode schema = schemas.projectOptions(connection.system()).tree();
        chosen.keySet().stream().filter(name -> !schema.path("properties").has(name)).findFirst().ifPresent(name -> {
            throw new InvalidInput(name, "is no field of the form of " + connection.system() + "; leave it out");
        });
        if (refresh) cache.forgetAll(connection, connection.system());
        ObjectNode defaults = options.defaults(connection);
        ObjectNode filled = defaults.deepCopy();
        chosen.forEach(filled::put);
        Told told = told(connection, filled, search);
        List<FieldError> wrong = told.errors().stream().filter(error -> chosen.containsKey(error.field())).toList();
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        List<OfferedField> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property ->
            fields.add(field(property.getKey(), property.getValue(), required(schema), defaults.get(property.getKey()), told)));
        return fields;
    }

    private Told told(Connection connection, ObjectNode filled, String search) {
        Object body = routes.send("direct:" + connection.system() + "-project-options?failIfNoConsumers=false", connection, sent -> {
            sent.setVariable("options", json.convertValue(filled, Map.class));
            sent.setVariable("search", search);
        }).getMessage().getBody();
        return body == null ? new Told(Map.of(), Set.of(), List.of()) : json.convertValue(body, Told.class);
    }

    private static OfferedField field(String name, JsonNode schema, Set<String> required, JsonNode otherwise, Told told) {
        List<OfferedField.Choice> choices = schema.has("enum") ? listed(schema) : told.choices().get(name);
        String problem = told.errors().stream().filter(error -> error.field().equals(name)).map(FieldError::message).findFirst().orElse(null);
        return new OfferedField(name, schema.path("title").asText(), schema.path("description").asText(), type(schema, choices), required.contains(name),
            otherwise == null || otherwise.isNull() ? null : otherwise, schema.path("x-none").asText(null), choices, told.more().contains(name) ? true : null, problem);
    }

    private static List<OfferedField.Choice> listed(JsonNode schema) {
        return values(schema.path("enum")).map(value -> new OfferedField.Choice(value, schema.path("x-names").path(value).asText(value))).toList();
    }

    private static String type(JsonNode schema, List<OfferedField.Choice> choices) {
        if (choices != null) return "choice";
        if (schema.path("type").asText().equals("boolean")) return "boolean";
        return schema.path("format").asText().equals("date") ? "date" : "text";
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = values(schema.path("required")).collect(Collectors.toSet());
        values(schema.path("then").path("required")).forEach(names::add);
        return names;
    }

    private static Stream<String> values(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }
}
