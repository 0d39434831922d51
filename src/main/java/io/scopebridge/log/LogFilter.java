package io.scopebridge.log;

import io.scopebridge.failure.FailureClass;
import java.time.Instant;

/**
 * A filter of log entries; null means any.
 *
 * @param text part of the cause, field, subject or step, case-insensitive
 * @param problem of one cause, as {@link LogEntry#problem}
 * @param from last occurrence at or after
 * @param to   last occurrence before
 */
public record LogFilter(String connectionId, String flow, FailureClass type, LogState state, String subject, String text,
                        Instant from, Instant to, String problem) {

    public LogFilter(String connectionId, String flow, FailureClass type, LogState state, String subject, String text, Instant from, Instant to) {
        this(connectionId, flow, type, state, subject, text, from, to, null);
    }

    public static final LogFilter ALL = new LogFilter(null, null, null, null, null, null, null, null);

    public static LogFilter containing(String text) {
        return new LogFilter(null, null, null, null, null, text, null, null);
    }

    public boolean hasText() {
        return text != null && !text.isBlank();
    }
}
