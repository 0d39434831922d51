package io.scopebridge.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.schema.Schema;
import io.scopebridge.schema.SchemaFiles;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;

/**
 * Which tenant a connection works with: equal for two connections only if it is the same one. By the settings that {@code x-tenant} names in the
 * group of the system in its connection.schema.json; by all settings of the group where it names none.
 */
@Component
class TenantKeys {

    private static final String KEYWORD = "x-tenant";

    private final SchemaFiles schemas;

    TenantKeys(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    String of(ConnectionView connection) {
        String system = connection.system();
        JsonNode names = group(system).path(KEYWORD);
        Map<String, String> values = new TreeMap<>();
        connection.settings().path(system).properties().forEach(field -> {
            if (names.isEmpty() || isAmong(field.getKey(), names)) values.put(field.getKey(), field.getValue().asText().toLowerCase(Locale.ROOT));
        });
        return system + " " + values;
    }

    /** The name of a system for people. */
    String title(String system) {
        return group(system).path("title").asText(system);
    }

    private JsonNode group(String system) {
        return schemas.ofSystem(system).map(Schema::tree).map(tree -> tree.path("properties").path(system)).orElseGet(MissingNode::getInstance);
    }

    private static boolean isAmong(String name, JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false).anyMatch(one -> one.asText().equals(name));
    }
}
