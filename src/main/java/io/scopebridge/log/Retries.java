package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/** Carries out again what a log entry tells of. */
public interface Retries {

    /**
     * @param result what happens now, in a sentence
     * @param replay the replay that does it
     */
    record Retried(String result, long replay) {
    }

    /**
     * What was done about an entry.
     *
     * @param state  of the entry's part of the replay: WAITING, RUNNING, SUCCEEDED, FAILED, SKIPPED or CANCELLED
     * @param result in a sentence, when it is over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Past(long replay, String by, String reason, String state, String result, Instant at) {
    }

    /**
     * @param reason why a person asks for it
     * @throws UnknownLogEntry when there is none
     */
    Retried retry(long logEntryId, String reason);

    /** The newest first. */
    List<Past> past(long logEntryId);
}
