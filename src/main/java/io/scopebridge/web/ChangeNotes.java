package io.scopebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;

/** What a request changed, for the audit trail: short values that are no secrets. */
public final class ChangeNotes {

    private static final String NAME = ChangeNotes.class.getName();

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
}
