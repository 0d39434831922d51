package io.scopebridge.database;

import java.util.Locale;

/** User input as a pattern for {@code lower(column) like :pattern escape '!'}. */
public final class LikePattern {

    private LikePattern() {
    }

    public static String contains(String text) {
        return "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
    }

    /** For columns whose case matters. */
    public static String startsWith(String text) {
        return escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replaceAll("([!%_])", "!$1");
    }
}
