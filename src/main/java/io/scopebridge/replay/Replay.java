package io.scopebridge.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A replay as returned by the API.
 *
 * @param state     RUNNING, PAUSED, DONE or CANCELLED
 * @param by        who requested it
 * @param asked     the entries or the search
 * @param stateReason why it is paused or cancelled
 * @param payload   the edited payload of the job
 * @param formerPayload the payload before the edit
 * @param body      the edited request body of the entry's step
 * @param formerBody the request body before the edit
 * @param progress  jobs by state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(long id, State state, String reason, String by, JsonNode asked, String from, String mapping, boolean canary, Integer perMinute,
              JsonNode payload, JsonNode formerPayload, JsonNode body, JsonNode formerBody, String stateReason, Instant createdAt, Instant finishedAt, Progress progress) {

    enum State {
        RUNNING, PAUSED, DONE, CANCELLED
    }

    /** Jobs by their state. */
    record Progress(long total, long waiting, long running, long succeeded, long failed, long skipped, long cancelled) {
    }

    /**
     * One job of a replay.
     *
     * @param state   WAITING, RUNNING, SUCCEEDED, FAILED, SKIPPED or CANCELLED
     * @param entries number of log entries it covers
     * @param result  in a sentence, when it has ended
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(long id, long job, String connection, String flow, String subject, String state, long entries, String result,
                Instant startedAt, Instant finishedAt) {
    }
}
