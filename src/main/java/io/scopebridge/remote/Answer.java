package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.Redaction;
import java.util.Locale;
import java.util.Map;

/**
 * A response of a remote system.
 *
 * @param headers names in lower case
 * @param text    the body as received
 * @param json    the body as JSON, or null if it is not JSON
 * @param sent    the headers of the request, a line each, without credentials
 */
public record Answer(int status, Map<String, String> headers, String text, JsonNode json, String sent) {

    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The response as text for the log, truncated to the size of a log column. */
    public String shown() {
        String body = json == null ? text : json.toPrettyString();
        return HttpText.of("HTTP " + status, HttpText.headers(headers), body == null ? null : Redaction.of(body, 20_000));
    }
}
