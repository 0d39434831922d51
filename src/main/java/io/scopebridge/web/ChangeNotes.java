package io.scopebridge.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a request changed, for the audit trail: short values that are no secrets. */
public final class ChangeNotes {

    private static final String NAME = ChangeNotes.class.getName();
    private static final String CHANGED = NAME + ".changed";

    private ChangeNotes() {
    }

    /** @param value null: nothing is noted */
    public static void add(HttpServletRequest request, String name, String value) {
        if (value == null) return;
        Map<String, String> notes = new TreeMap<>(of(request));
        notes.put(name, value);
        request.setAttribute(NAME, notes);
    }

    @SuppressWarnings("unchecked")
    public static Map<String, String> of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Map<?, ?> notes ? (Map<String, String>) notes : Map.of();
    }

    /** The names of the fields that differ, without their values. */
    public static void changed(HttpServletRequest request, JsonNode was, JsonNode is) {
        Map<String, String> before = leaves("", was, new TreeMap<>());
        Map<String, String> after = leaves("", is, new TreeMap<>());
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> before.getOrDefault(name, "null").equals(after.getOrDefault(name, "null")));
        request.setAttribute(CHANGED, names);
    }

    /** Null if nobody said what changed. */
    @SuppressWarnings("unchecked")
    public static Set<String> changed(HttpServletRequest request) {
        return (Set<String>) request.getAttribute(CHANGED);
    }

    private static Map<String, String> leaves(String path, JsonNode node, Map<String, String> found) {
        if (node.isObject()) node.properties().forEach(field -> leaves(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), found));
        else found.put(path, node.toString());
        return found;
    }
}
