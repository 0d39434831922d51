package io.scopebridge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.OneLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/** A JSON Schema (2020-12) of a form: validates an input, fills in its defaults, lists its fields by dotted path. */
public class Schema {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012, builder -> builder
        .metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keywords(List.of(new NonValidationKeyword("x-host-rewrite"), new NonValidationKeyword("x-host-only"), new NonValidationKeyword("x-cut-path"), new NonValidationKeyword("x-default-days"),
                new NonValidationKeyword("x-not-before"), new NonValidationKeyword("x-names"), new NonValidationKeyword("x-offers"),
                new NonValidationKeyword("x-none"), new NonValidationKeyword("x-list"), new NonValidationKeyword("x-name"), new NonValidationKeyword("x-project-options"), new NonValidationKeyword("x-flow"), new NonValidationKeyword("x-limits"), new NonValidationKeyword("x-tenant"),
                new NonValidationKeyword("x-depends-on"), new NonValidationKeyword("x-search")))
            .format(new Cron())
            .format(new TimeZoneFormat())
            .build()));

    private final JsonNode tree;
    private final JsonSchema schema;

    Schema(JsonNode tree) {
        this.tree = tree;
        this.schema = FACTORY.getSchema(tree, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).locale(Locale.ENGLISH).build());
    }

    /** The schema itself, for rendering the form. */
    public JsonNode tree() {
        return tree;
    }

    /** Every violation with its field and what to do; empty if the input is valid. */
    public List<FieldError> errors(JsonNode input) {
        return Stream.concat(schema.validate(input).stream().map(violation -> SchemaErrors.of(violation, tree)), OneLine.errors(input).stream()).distinct().toList();
    }

    /** A copy of the input with the defaults of absent fields. */
    public ObjectNode withDefaults(ObjectNode input) {
        ObjectNode filled = input.deepCopy();
        fill(filled, tree);
        return filled;
    }

    /** The schemas of all fields with a keyword, by dotted path. */
    public Map<String, JsonNode> fieldsWith(String keyword) {
        return fields(field -> field.has(keyword));
    }

    /** The schemas of all matching fields by path, including groups. */
    public Map<String, JsonNode> fields(Predicate<JsonNode> wanted) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        collect("", tree, wanted, found);
        return found;
    }

    private static void fill(ObjectNode input, JsonNode schema) {
        schema.path("properties").properties().forEach(property -> {
            String name = property.getKey();
            JsonNode field = property.getValue();
            if (field.has("properties")) {
                if (!input.has(name)) input.putObject(name);
                if (input.get(name).isObject()) fill((ObjectNode) input.get(name), field);
            } else if (!input.has(name) && field.has("default")) {
                input.set(name, field.get("default").deepCopy());
            }
        });
    }

    private static void collect(String prefix, JsonNode schema, Predicate<JsonNode> wanted, Map<String, JsonNode> found) {
        schema.path("properties").properties().forEach(property -> {
            String path = prefix + property.getKey();
            if (wanted.test(property.getValue())) found.put(path, property.getValue());
            collect(path + ".", property.getValue(), wanted, found);
        });
    }

    private static class Cron implements Format {

        @Override
        public String getName() {
            return "cron";
        }

        @Override
        public boolean matches(ExecutionContext context, String value) {
            return CronExpression.isValidExpression(value);
        }
    }
}
