package io.scopebridge.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.ConnectionTable.Row;
import io.scopebridge.secret.SecretBox;
import io.scopebridge.secret.UnreadableSecret;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The names of the settings that differ between two states of a connection. */
final class ChangedSettings {

    private ChangedSettings() {
    }

    /**
     * @param was     null for a new connection
     * @param secrets paths of those that differ
     */
    static Set<String> between(Row was, Row is, Set<String> secrets) {
        Map<String, String> before = was == null ? Map.of() : values(was);
        Map<String, String> after = values(is);
        Set<String> changed = new TreeSet<>(secrets);
        before.forEach((name, value) -> {
            if (!value.equals(after.get(name))) changed.add(name);
        });
        after.forEach((name, value) -> {
            if (!value.equals(before.get(name))) changed.add(name);
        });
        return changed;
    }

    /** Of those given, the paths of those that differ: a configured connection contains all of them at each start. */
    static Set<String> secrets(SecretBox box, Row was, Map<String, String> given) {
        return given.keySet().stream().filter(path -> !isSame(box, was, path, given.get(path))).collect(Collectors.toSet());
    }

    private static boolean isSame(SecretBox box, Row was, String path, String secret) {
        String stored = was.secrets().get(path);
        try {
            return stored == null ? secret == null : secret != null && box.open(stored, was.id(), path).equals(secret);
        } catch (UnreadableSecret e) {
            return false;
        }
    }

    private static Map<String, String> values(Row row) {
        Map<String, String> values = new TreeMap<>(Map.of("name", row.name(), "enabled", String.valueOf(row.enabled())));
        add("", row.settings(), values);
        return values;
    }

    private static void add(String path, JsonNode node, Map<String, String> values) {
        if (!node.isObject()) values.put(path, node.toString());
        else node.properties().forEach(field -> add(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), values));
    }
}
