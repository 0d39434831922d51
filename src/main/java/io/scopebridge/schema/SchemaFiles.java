package io.scopebridge.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.scopebridge.web.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The JSON Schemas next to the routes. A system is a folder in routes/systems with a connection.schema.json, so a new PSA needs no Java.
 * An edited file takes effect within ten seconds.
 */
@Component
public class SchemaFiles {

    private static final String SCOPESTACK = "scopestack";

    private final ResourcePatternResolver resources;
    private final ObjectMapper json;
    private final String routes;
    private final Cache<String, Object> read = Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(9)).build();

    public SchemaFiles(ResourcePatternResolver resources, ObjectMapper json, @Value("${scopebridge.routes:file:routes}") String routes) {
        this.resources = resources;
        this.json = json;
        this.routes = routes.endsWith("/") ? routes.substring(0, routes.length() - 1) : routes;
    }

    /** The PSAs that this hub has routes for. */
    @SuppressWarnings("unchecked")
    public List<String> systems() {
        return (List<String>) read.get("systems", any -> list());
    }

    /**
     * The settings of a connection with that system: the groups of every connection, ScopeStack's, the system's own. A later file
     * extends and overrides an earlier one.
     *
     * @throws InvalidInput if there is no such system
     */
    public Schema connection(String system) {
        refuseUnknown(system);
        return (Schema) read.get("connection " + system, any -> {
            ObjectNode whole = tree("hub/connection.schema.json");
            merge(whole, tree("systems/" + SCOPESTACK + "/connection.schema.json"));
            merge(whole, tree("systems/" + system + "/connection.schema.json"));
            return new Schema(whole);
        });
    }

    /**
     * The form Create PSA project of a system.
     *
     * @throws InvalidInput if there is no such system
     */
    public Schema projectOptions(String system) {
        refuseUnknown(system);
        return file("systems/" + system + "/project-options.schema.json");
    }

    /** What a system adds to the settings, ScopeStack included; empty when its folder is gone. */
    public Optional<Schema> ofSystem(String system) {
        return SCOPESTACK.equals(system) || systems().contains(system) ? Optional.of(file("systems/" + system + "/connection.schema.json")) : Optional.empty();
    }

    /** @param path below the routes */
    public Schema file(String path) {
        return (Schema) read.get(path, any -> new Schema(tree(path)));
    }

    private void refuseUnknown(String system) {
        if (system == null || !systems().contains(system)) {
            throw new InvalidInput("system", "must be one of: " + String.join(", ", systems()));
        }
    }

    private List<String> list() {
        try {
            return Arrays.stream(resources.getResources(routes + "/systems/*/connection.schema.json"))
                .map(SchemaFiles::folder).filter(name -> !name.equals(SCOPESTACK)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the routes, scopebridge.routes=" + routes + ", cannot be read", e);
        }
    }

    private static String folder(Resource file) {
        try {
            String[] parts = file.getURL().getPath().split("/");
            return parts[parts.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode tree(String path) {
        try (InputStream in = resources.getResource(routes + "/" + path).getInputStream()) {
            return (ObjectNode) json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + routes + "/" + path + " cannot be read", e);
        }
    }

    private static void merge(ObjectNode into, JsonNode from) {
        from.properties().forEach(property -> {
            JsonNode was = into.get(property.getKey());
            if (was instanceof ObjectNode object && property.getValue().isObject()) merge(object, property.getValue());
            else into.set(property.getKey(), property.getValue().deepCopy());
        });
    }
}
