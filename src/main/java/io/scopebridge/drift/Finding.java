package io.scopebridge.drift;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;

/**
 * A stored difference.
 *
 * @param made      what was made, or null
 * @param found     what is there now, or null
 * @param remoteId  of the record; of a twin, of the other one
 * @param link      to the record in the pages of the system, or null
 * @param covers    keys of steps below it that are gone with it
 * @param actions   what can be decided about it while it is OPEN
 * @param state     OPEN, MADE_AGAIN, TAKEN_OVER or FORGOTTEN
 * @param reason    of the decision, or null
 * @param foundAt   when it was found first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Finding(long id, String scope, String subject, String key, DriftKind kind, String field, String title, String made, String found, String remoteId, String link,
               List<String> covers, List<String> actions, String state, String reason, String decidedBy, Instant decidedAt, Instant foundAt) {

    static final String OPEN = "OPEN";

    boolean isOpen() {
        return state.equals(OPEN);
    }

    /** As {@link Difference#identity}. */
    String identity() {
        return String.join("\0", subject, key, kind.word(), field, kind == DriftKind.TWIN ? String.valueOf(remoteId) : "");
    }
}
