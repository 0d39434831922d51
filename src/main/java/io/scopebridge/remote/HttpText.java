package io.scopebridge.remote;

import io.scopebridge.failure.Redaction;
import java.util.Map;
import java.util.stream.Collectors;

/** A request or an answer as a person reads it: the first line, the headers, an empty line, the body. */
final class HttpText {

    private HttpText() {
    }

    /**
     * @param headers a line each, or empty
     * @param body    or null
     */
    static String of(String firstLine, String headers, String body) {
        return firstLine + (headers.isEmpty() ? "" : "\n" + headers) + (body == null || body.isEmpty() ? "" : "\n\n" + body);
    }

    /** A line for each, without what belongs to Camel; credentials are taken out. */
    static String headers(Map<String, ?> headers) {
        return headers.entrySet().stream()
            .filter(header -> header.getValue() != null && !header.getKey().startsWith("Camel"))
            .map(header -> Redaction.of(header.getKey() + ": " + String.valueOf(header.getValue()).replaceAll("[\\r\\n]+", " ")))
            .sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining("\n"));
    }
}
