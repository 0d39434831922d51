package io.scopebridge.callback;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A callback as received.
 *
 * @param content what was signed, byte by byte
 * @param shown   the same for a mapping
 */
record ReceivedCallback(byte[] content, Map<String, Object> shown) {

    static ReceivedCallback of(Message message, ObjectMapper json) {
        byte[] body = message.getBody(byte[].class);
        byte[] content = body == null ? new byte[0] : body;
        Map<String, Object> shown = new HashMap<>();
        shown.put("json", parsed(content, json));
        shown.put("query", query(message.getHeader(Exchange.HTTP_RAW_QUERY, message.getHeader(Exchange.HTTP_QUERY), String.class)));
        shown.put("headers", headers(message.getHeaders()));
        return new ReceivedCallback(content, shown);
    }

    private static Object parsed(byte[] content, ObjectMapper json) {
        try {
            return json.readValue(content, Object.class);
        } catch (IOException notJson) {
            return null;
        }
    }

    private static Map<String, Object> query(String query) {
        Map<String, Object> parameters = new HashMap<>();
        if (query == null) return parameters;
        try {
            UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, values) -> {
                if (values.size() == 1 && values.get(0) != null) parameters.put(name, UriUtils.decode(values.get(0), StandardCharsets.UTF_8));
            });
        } catch (IllegalArgumentException e) {
            throw new CallbackRefused(HttpStatus.BAD_REQUEST, "The query of the address is not encoded correctly.");
        }
        return parameters;
    }

    /** A header that was sent twice is a list here and is omitted: it is unknown which one applies. */
    private static Map<String, Object> headers(Map<String, Object> all) {
        Map<String, Object> headers = new HashMap<>();
        all.forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (value instanceof String && !lower.startsWith("camel") && !lower.equals("authorization") && !lower.equals("cookie")) headers.put(lower, value);
        });
        return headers;
    }
}
