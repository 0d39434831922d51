package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.remote.Call;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How a system counts the rows of a listing.
 *
 * @param at JSON pointer to the number in the response
 */
public record FindCount(String method, String path, String query, JsonNode body, String at) {

    Set<String> references() {
        Set<String> keys = new TreeSet<>();
        References.inText(path, keys);
        References.inText(query, keys);
        References.inBody(body, keys);
        return keys;
    }

    public Call with(UnaryOperator<String> remoteIds) {
        return new Call(method, References.text(path, remoteIds), References.text(query, remoteIds), References.body(body, remoteIds, false));
    }
}
