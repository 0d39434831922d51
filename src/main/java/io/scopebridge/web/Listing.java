package io.scopebridge.web;

import io.scopebridge.database.LikePattern;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The parameters of a list page.
 *
 * @param search part of a name, for {@code like}; null for all
 * @param limit  1 to 500
 */
public record Listing(String search, String after, int limit) {

    /** @throws InvalidInput with the invalid parameter */
    public static Listing of(Map<String, String> parameters, Set<String> others) {
        Paging.only(parameters.keySet(), others, "search", "after", "limit");
        String search = parameters.get("search");
        return new Listing(search == null || search.isBlank() ? null : LikePattern.contains(search), parameters.get("after"),
            Paging.limit(parameters.getOrDefault("limit", "50")));
    }

    /** The cursor of the next page; null on the last page. Rows are one more than the limit if there are more. */
    public <T> String next(List<T> rows, Function<T, String> key) {
        return rows.size() > limit ? key.apply(rows.get(limit - 1)) : null;
    }

    public <T> List<T> page(List<T> rows) {
        return rows.size() > limit ? List.copyOf(rows.subList(0, limit)) : rows;
    }
}
