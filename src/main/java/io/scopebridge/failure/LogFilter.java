package io.scopebridge.failure;

import java.time.Instant;

/**
 * Which entries of the log; null means any.
 *
 * @param text  in any letters: part of the cause, remedy, subject, step, request or response
 * @param since happened last at or after
 * @param until happened last before
 */
public record LogFilter(String connectionId, String flow, FailureClass type, LogState state, String text,
                        Instant since, Instant until) {

    public static final LogFilter ALL = containing(null);

    public static LogFilter containing(String text) {
        return new LogFilter(null, null, null, null, text, null, null);
    }
}
