package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * One call of a remote system.
 *
 * @param path  below the system's API base, beginning with a slash
 * @param query percent-encoded already, or null
 * @param body  or null
 */
public record Call(String method, String path, String query, JsonNode body) {

    public static Call get(String path, String query) {
        return new Call("GET", path, query, null);
    }

    /** Makes the message ask for this call. */
    void into(Message message) {
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader(Exchange.HTTP_PATH, path);
        if (query != null) message.setHeader(Exchange.HTTP_QUERY, query);
        message.setBody(body == null ? null : body.toString());
    }

    /** The call as a person reads it in a log, before it is sent. */
    public String shown() {
        return shown("");
    }

    /** @param headers that went with it, a line each */
    public String shown(String headers) {
        return HttpText.of(method + " " + path + (query == null ? "" : "?" + query), headers, body == null ? null : body.toPrettyString());
    }
}
