package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Tells whether a connection still leads from the same account to the same tenant. What else it says was taken into the plan, or is no matter for it. */
final class SettingsHash {

    private SettingsHash() {
    }

    static String of(Connection connection) {
        TreeMap<String, String> values = new TreeMap<>();
        for (String group : List.of("scopestack", connection.system())) {
            JsonNode settings = connection.settings().path(group);
            settings.fields().forEachRemaining(field -> values.put(group + "." + field.getKey(), field.getValue().toString()));
        }
        return DigestUtils.sha256Hex(values.toString());
    }
}
