package io.scopebridge.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.remote.Call;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A write call with references to steps.
 *
 * @param query percent-encoded, or null
 * @param body  or null
 * @param id      JSON pointer to the remote id in the response
 * @param otherwise the path in place of {@code path} where the system has nothing at that (404), or null
 * @param textIds remote ids in the body remain strings, as JSON:API requires; otherwise numeric ones become numbers
 */
public record StepCall(String method, String path, String query, JsonNode body, String id, String otherwise, boolean textIds) {

    StepCall(String method, String path, String query, JsonNode body, String id) {
        this(method, path, query, body, id, null, false);
    }

    public Set<String> references() {
        Set<String> keys = new TreeSet<>();
        References.inText(path, keys);
        References.inText(query, keys);
        References.inText(otherwise, keys);
        References.inBody(body, keys);
        return keys;
    }

    public Call with(UnaryOperator<String> remoteIds) {
        return with(path, remoteIds);
    }

    /** The call where the system has nothing at its path; null when there is none. */
    public Call otherwise(UnaryOperator<String> remoteIds) {
        return otherwise == null ? null : with(otherwise, remoteIds);
    }

    private Call with(String to, UnaryOperator<String> remoteIds) {
        return new Call(method, References.text(to, remoteIds), References.text(query, remoteIds), References.body(body, remoteIds, textIds));
    }
}
