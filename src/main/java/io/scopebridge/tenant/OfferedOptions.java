package io.scopebridge.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.remote.OptionalRoutes;
import io.scopebridge.remote.Routes;
import io.scopebridge.remote.TenantCache;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/** The form Create PSA project with the tenant's choices from the route {@code <system>-project-options}, if there is one. */
@Component
class OfferedOptions {

    /** The result of the route: choices by field, fields with more choices, and selected values that no longer exist. */
    private record Told(Map<String, List<OfferedField.Choice>> choices, Set<String> more, List<FieldError> errors) {
    }

    private static final String SEARCH = "x-search";

    private final SchemaFiles schemas;
    private final ProjectOptions options;
    private final TenantCache cache;
    private final Routes routes;
    private final OptionalRoutes optional;
    private final ObjectMapper json;

    OfferedOptions(SchemaFiles schemas, ProjectOptions options, TenantCache cache, Routes routes, OptionalRoutes optional, ObjectMapper json) {
        this.optional = optional;
        this.schemas = schemas;
        this.options = options;
        this.cache = cache;
        this.routes = routes;
        this.json = json;
    }

    /**
     * A choice that the cached lists do not contain is looked up again before it is refused.
     *
     * @param chosen current choices by field; they override the connection's defaults
     * @param search parts of names, by field; {@code ""} is the only searchable field
     * @throws InvalidInput if a choice does not exist
     */
    List<OfferedField> of(Connection connection, Map<String, String> chosen, Map<String, String> search, boolean refresh) {
        JsonNode schema = schemas.projectOptions(connection.system()).tree();
        chosen.keySet().stream().filter(name -> !schema.path("properties").has(name)).findFirst().ifPresent(name -> {
            throw new InvalidInput(name, "is not a field of the form of " + connection.system() + "; remove it");
        });
        if (refresh) cache.forgetAll(connection, connection.system());
        ObjectNode defaults = options.defaults(connection);
        ObjectNode filled = defaults.deepCopy();
        chosen.forEach(filled::put);
        Map<String, String> searched = searched(schema, search);
        Told told = told(connection, filled, searched);
        if (!told.errors().isEmpty() && !refresh) {
            cache.forgetAll(connection, connection.system());
            told = told(connection, filled, searched);
        }
        Told offered = told;
        List<FieldError> wrong = offered.errors().stream().filter(error -> chosen.containsKey(error.field())).toList();
        if (!wrong.isEmpty()) throw new InvalidInput(wrong);
        List<OfferedField> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property ->
            fields.add(field(property.getKey(), property.getValue(), required(schema), defaults.get(property.getKey()), offered)));
        return fields;
    }

    private Told told(Connection connection, ObjectNode filled, Map<String, String> search) {
        if (!optional.has(connection, "project-options")) return new Told(Map.of(), Set.of(), List.of());
        Object body = routes.send("direct:" + connection.system() + "-project-options", connection, sent -> {
            sent.setVariable("options", json.convertValue(filled, Map.class));
            sent.setVariable("search", search);
        }).getMessage().getBody();
        return json.convertValue(body, Told.class);
    }

    private static Map<String, String> searched(JsonNode schema, Map<String, String> search) {
        List<String> fields = schema.path("properties").properties().stream().filter(field -> field.getValue().has(SEARCH)).map(Map.Entry::getKey).toList();
        Map<String, String> searched = new HashMap<>();
        search.forEach((name, text) -> {
            String parameter = name.isEmpty() ? "search" : "search." + name;
            if (!name.isEmpty() && !fields.contains(name)) throw new InvalidInput(parameter, "is no field to search in; there are: " + fields);
            if (name.isEmpty() && fields.size() > 1) throw new InvalidInput(parameter, "must name the field: search.<field>, one of: " + fields);
            if (!fields.isEmpty()) searched.put(name.isEmpty() ? fields.get(0) : name, text);
        });
        return searched;
    }

    private static OfferedField field(String name, JsonNode schema, Set<String> required, JsonNode otherwise, Told told) {
        List<OfferedField.Choice> choices = schema.has("enum") ? listed(schema) : told.choices().get(name);
        String problem = told.errors().stream().filter(error -> error.field().equals(name)).map(FieldError::message).findFirst().orElse(null);
        return new OfferedField(name, schema.path("title").asText(), schema.path("description").asText(), type(schema, choices), required.contains(name),
            otherwise == null || otherwise.isNull() ? null : otherwise, schema.path("x-none").asText(null),
            schema.has("x-depends-on") ? values(schema.path("x-depends-on")).toList() : null, schema.path(SEARCH).asText(null), choices, told.more().contains(name) ? true : null, problem);
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
