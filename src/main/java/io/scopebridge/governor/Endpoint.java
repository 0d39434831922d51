package io.scopebridge.governor;

import java.util.Locale;
import java.util.Set;

/** The record type of a path: a system counts parallel calls by it, and ids are unique within it. */
public final class Endpoint {

    private static final Set<String> VERBS = Set.of("query", "count", "next", "entityinformation", "fields", "search");

    private Endpoint() {
    }

    /**
     * The last segment that names a record type, in lower case: {@code /Projects/12/Tasks} and {@code /Tasks/query} are both {@code tasks}.
     * What holds a digit is an id, also {@code list-7} or a UUID.
     */
    public static String of(String path) {
        int query = path.indexOf('?');
        String[] segments = (query < 0 ? path : path.substring(0, query)).toLowerCase(Locale.ROOT).split("/");
        for (int i = segments.length - 1; i >= 0; i--) {
            String segment = segments[i];
            if (!segment.isEmpty() && !VERBS.contains(segment) && segment.chars().noneMatch(Character::isDigit)) {
                return segment;
            }
        }
        return "";
    }
}
