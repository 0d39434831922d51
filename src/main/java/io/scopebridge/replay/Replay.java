package io.scopebridge.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A replay as the API shows it.
 *
 * @param state     RUNNING, PAUSED, DONE or CANCELLED
 * @param by        who asked for it
 * @param asked     the entries or the search
 * @param stateReason why it is paused or cancelled
 * @param payload   what was put in place of the job's payload
 * @param formerPayload what was there before
 * @param body      what the step of the entry sends in place of its body
 * @param formerBody what it would have sent
 * @param progress  how far it is
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
     * @param entries how many entries of the log it stands for
     * @param result  in a sentence, when it is over
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(long id, long job, String connection, String flow, String subject, String state, long entries, String result,
                Instant startedAt, Instant finishedAt) {
    }
}
