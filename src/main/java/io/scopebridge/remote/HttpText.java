package io.scopebridge.remote;

import io.scopebridge.failure.Redaction;
import java.util.Map;
import java.util.stream.Collectors;

/** A request or response as text: the first line, the headers, an empty line, the body. */
final class HttpText {

    private HttpText() {
    }

    /**
     * @param headers one per line, or empty
     * @param body    or null
     */
    static String of(String firstLine, String headers, String body) {
        return firstLine + (headers.isEmpty() ? "" : "\n" + headers) + (body == null || body.isEmpty() ? "" : "\n\n" + body);
    }

    /** One line each, without Camel's own headers; credentials are removed. */
    static String headers(Map<String, ?> headers) {
        return headers.entrySet().stream()
            .filter(header -> header.getValue() != null && !header.getKey().startsWith("Camel"))
            .map(header -> Redaction.of(header.getKey() + ": " + String.valueOf(header.getValue()).replaceAll("[\\r\\n]+", " ")))
            .sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining("\n"));
    }
}
