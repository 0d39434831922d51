package io.scopebridge.practice;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a practice server says. A body that is not a String is written as JSON. */
public record Answer(int status, Object body, Map<String, String> headers) {

    public static Answer of(int status, Object body) {
        return new Answer(status, body, Map.of());
    }

    public Answer with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, body, more);
    }
}
