package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Detects whether a connection still links the same account to the same tenant. Other settings are part of the plan or do not affect it. */
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
