package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documented shapes, {@code mappings/contracts/*.schema.json}, and which mappings of a system give them. */
public final class Contracts {

    private static final Path FOLDER = Path.of("mappings/contracts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final Map<String, JsonSchema> BY_NAME = new ConcurrentHashMap<>();
    private static final JsonSchema META = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
    private static final Map<String, String> BY_MAPPING = Map.ofEntries(
        Map.entry("opportunities", "opportunities"), Map.entry("opportunity-names", "opportunity-names"),
        Map.entry("company-list", "company-list"), Map.entry("companies", "company-list"),
        Map.entry("project-plan", "plan"), Map.entry("revenue-plan", "plan"), Map.entry("sales-order-plan", "plan"),
        Map.entry("rights", "rights"), Map.entry("drift", "drift"), Map.entry("diagnosis", "diagnosis"), Map.entry("links", "links"),
        Map.entry("project-choices", "project-choices"), Map.entry("callback", "callback"));
    private static final Map<String, String> OF_THE_HUB = Map.of("scopestack/bundle", "bundle", "scopestack/revenue", "revenue",
        "scopestack/rights", "rights", "scopestack/diagnosis", "diagnosis", "scopestack/opportunities", "plan", "scopestack/link-opportunity", "plan");

    private Contracts() {
    }

    /** The contract of a mapping such as {@code autotask/project-plan}; empty when only its own routes read what it makes. */
    public static Optional<String> of(String mapping) {
        String[] parts = mapping.split("/");
        return Optional.ofNullable(parts[0].equals("scopestack") || parts[0].equals("hub") ? OF_THE_HUB.get(mapping) : BY_MAPPING.get(parts[1]));
    }

    /** What of a value is not as the contract says. */
    public static List<String> offences(String contract, JsonNode value) {
        return BY_NAME.computeIfAbsent(contract, name -> FACTORY.getSchema(read(FOLDER.resolve(name + ".schema.json")))).validate(value).stream().map(ValidationMessage::getMessage).limit(5).toList();
    }

    /** The same of an excerpt, which need not hold every part. */
    public static List<String> offencesOfExcerpt(String contract, JsonNode value) {
        JsonNode schema = read(FOLDER.resolve(contract + ".schema.json"));
        schema.findParents("required").forEach(part -> {
            if (part.get("required").isArray()) ((ObjectNode) part).remove("required");
        });
        return offences(schema, value);
    }

    static List<String> offences(JsonNode schema, JsonNode value) {
        return FACTORY.getSchema(schema).validate(value).stream().map(ValidationMessage::getMessage).limit(5).toList();
    }

    /** What of a schema is none of JSON Schema 2020-12. */
    static List<String> asSchema(JsonNode schema) {
        return META.validate(schema).stream().map(ValidationMessage::getMessage).limit(5).toList();
    }

    static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
