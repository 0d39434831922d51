package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** Retries the work of a log entry. */
public interface Retries {

    /**
     * @param result what happens now, in a sentence
     * @param replay the replay that does it
     */
    record Retried(String result, long replay) {
    }

    /**
     * A replay of an entry.
     *
     * @param state  of the entry's part of the replay: WAITING, RUNNING, SUCCEEDED, FAILED, SKIPPED or CANCELLED
     * @param result in a sentence, when it has ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Past(long replay, String by, String reason, String state, String result, Instant at) {
    }

    /**
     * @param reason given by the user
     * @throws UnknownLogEntry if there is none
     */
    Retried retry(long logEntryId, String reason);

    /** The newest first. */
    List<Past> past(long logEntryId);
}
