package io.scopebridge.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a request for a page of a list asks for.
 *
 * @param search part of a name, for {@code like}; null for all
 * @param limit  1 to 500
 */
public record Listing(String search, String after, int limit) {

    /** @throws InvalidInput naming the parameter that is wrong */
    public static Listing of(Map<String, String> parameters, Set<String> others) {
        Set<String> known = new TreeSet<>(others);
        known.addAll(List.of("search", "after", "limit"));
        List<FieldError> unknown = parameters.keySet().stream().filter(name -> !known.contains(name))
            .map(name -> new FieldError(name, "is unknown; use one of: " + String.join(", ", known))).toList();
        if (!unknown.isEmpty()) throw new InvalidInput(unknown);
        String search = parameters.get("search");
        String pattern = search == null || search.isBlank() ? null
            : "%" + search.strip().toLowerCase(Locale.ROOT).replaceAll("([%_!])", "!$1") + "%";
        return new Listing(pattern, parameters.get("after"), limit(parameters.getOrDefault("limit", "50")));
    }

    private static int limit(String text) {
        int limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > 500) throw new InvalidInput("limit", "must be a whole number from 1 to 500");
        return limit;
    }

    /** The last of a full page, as what to ask for next; null on the last page. Rows are one more than the limit when there are more. */
    public <T> String next(List<T> rows, Function<T, String> key) {
        return rows.size() > limit ? key.apply(rows.get(limit - 1)) : null;
    }

    public <T> List<T> page(List<T> rows) {
        return rows.size() > limit ? List.copyOf(rows.subList(0, limit)) : rows;
    }
}
