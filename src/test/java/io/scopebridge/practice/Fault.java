package io.scopebridge.practice;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A failure that a practice server was told to show.
 *
 * @param path       regular expression that must be found in the path
 * @param status     for {@link Kind#STATUS}
 * @param retryAfter seconds in the Retry-After header of a STATUS, or null
 * @param body       for STATUS and HTML: the text of the answer; null for the server's own error body
 * @param millis     for {@link Kind#LATENCY}
 */
public record Fault(String method, Pattern path, Kind kind, int status, Integer retryAfter, String body, long millis,
                    AtomicInteger skip, AtomicInteger times) {

    public enum Kind {
        /** Answers late. */
        LATENCY,
        /** Refuses with a status and does nothing. */
        STATUS,
        /** Does what was asked and answers with the status of a gateway that has lost patience: 502 and a web page. */
        GATEWAY,
        /** Cuts the connection and does nothing. */
        RESET_BEFORE,
        /** Does what was asked and cuts the connection instead of answering. */
        RESET_AFTER,
        /** Does nothing and answers 200 with an HTML page. */
        HTML,
        /** Does what was asked and breaks off in the middle of the answer. */
        HALF_BODY
    }

    /** Takes one turn of this fault if it fits the request and is not used up. */
    boolean takes(Request request) {
        if (!method.equals("*") && !method.equalsIgnoreCase(request.method())) return false;
        if (!path.matcher(request.path()).find()) return false;
        if (skip.getAndUpdate(n -> Math.max(0, n - 1)) > 0) return false;
        return times.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
