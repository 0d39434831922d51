package io.scopebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Query parameters shared by all lists of the API. */
public final class Paging {

    public static final int MOST_ROWS = 500;
    private static final String NUMBER = "[0-9]{1,9}";

    private Paging() {
    }

    /** @throws InvalidInput if there is an unknown parameter: a misspelt filter would match everything */
    public static void only(HttpServletRequest request, Collection<String> names, String... more) {
        only(request.getParameterMap().keySet(), names, more);
    }

    /** @param given names of parameters */
    public static void only(Set<String> given, Collection<String> names, String... more) {
        TreeSet<String> known = new TreeSet<>(names);
        Stream.of(more).forEach(known::add);
        List<FieldError> unknown = given.stream().filter(name -> !known.contains(name))
            .map(name -> new FieldError(name, "is unknown; use one of: " + String.join(", ", known))).toList();
        if (!unknown.isEmpty()) throw new InvalidInput(unknown);
    }

    /** @throws InvalidInput if it is not a number from 1 to {@link #MOST_ROWS} */
    public static int limit(String given) {
        int limit = given.matches(NUMBER) ? Integer.parseInt(given) : 0;
        if (limit < 1 || limit > MOST_ROWS) throw new InvalidInput("limit", "must be between 1 and " + MOST_ROWS);
        return limit;
    }
}
