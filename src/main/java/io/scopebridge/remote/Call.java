package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One call to a remote system.
 *
 * @param path  relative to the system's API base, starting with a slash
 * @param query percent-encoded, or null
 * @param body  or null
 */
public record Call(String method, String path, String query, JsonNode body) {

    public static Call get(String path, String query) {
        return new Call("GET", path, query, null);
    }

    /** Sets the message to request this call. */
    void into(Message message) {
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        if (query != null) message.setHeader(Exchange.HTTP_QUERY, query);
        message.setBody(body == null ? null : body.toString());
    }

    /** The call as text for the log, before it is sent. */
    public String shown() {
        return shown("");
    }

    /** @param headers that were sent, one per line */
    public String shown(String headers) {
        return HttpText.of(method + " " + path + (query == null ? "" : "?" + query), headers, body == null ? null : body.toPrettyString());
    }
}
