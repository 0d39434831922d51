package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;

/**
 * What a remote system answered.
 *
 * @param headers names in lower case
 * @param text    the body as it came
 * @param json    the body as JSON, or null when it is none
 * @param sent    the headers of the request, a line each, without credentials
 */
public record Answer(int status, Map<String, String> headers, String text, JsonNode json, String sent) {

    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The answer as a person reads it in a log, cut to what a log row holds. */
    public String shown() {
        String body = json == null ? text : json.toPrettyString();
        return HttpText.of("HTTP " + status, HttpText.headers(headers), body == null ? null : body.substring(0, Math.min(20_000, body.length())));
    }
}
