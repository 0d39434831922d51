package io.scopebridge.log;

import io.scopebridge.failure.FailureClass;
import java.time.Instant;

/**
 * Which entries of the log; null means any.
 *
 * @param text in any letters: part of the cause, field, subject or step
 * @param from happened last at or after
 * @param to   happened last before
 */
public record LogFilter(String connectionId, String flow, FailureClass type, LogState state, String subject, String text,
                        Instant from, Instant to) {

    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null, null);

    public static LogFilter containing(String text) {
        return new LogFilter(null, null, null, null, null, text, null, null);
    }

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
