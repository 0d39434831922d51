package io.scopebridge.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request as a practice server got it.
 *
 * @param query   decoded parameters in the order of the URL
 * @param headers names in lower case
 * @param body    the text that was sent; empty when there was none
 * @param json    the body as JSON, or null when it is empty or malformed
 * @param groups  what the route's path pattern captured
 */
public record Request(String method, String path, Map<String, List<String>> query, Map<String, String> headers,
                      String body, JsonNode json, List<String> groups) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase()));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(values.size() - 1));
    }

    /** The number that the path pattern's group captured; groups count from 0. */
    public long id(int group) {
        return Long.parseLong(groups.get(group));
    }

    /** The same for another path. */
    public Request at(String otherPath) {
        return new Request(method, otherPath, query, headers, body, json, groups);
    }

    Request withGroups(List<String> captured) {
        return new Request(method, path, query, headers, body, json, captured);
    }
}
