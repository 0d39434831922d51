package io.scopebridge.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Something that somebody did or tried.
 *
 * @param who     a user; or webhook, approval, configuration; or what was typed as the user of a login that failed
 * @param role    of the user, or null
 * @param action  the way in the API, such as {@code connections.change}, {@code log.retry}; {@code login}, {@code logout}, {@code job}
 * @param subject what it was done to, such as {@code project:90001} or {@code replays:7}, or null
 * @param reason  why, as the user said
 * @param outcome DONE, REFUSED or FAILED
 * @param status  of the answer, or null
 * @param details names of what was sent or changed, never values; where the result is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(long id, Instant at, String who, String role, String action, @JsonProperty("connection") String connectionId, String subject,
                  String reason, Outcome outcome, Integer status, JsonNode details) {

    enum Outcome {
        DONE, REFUSED, FAILED;

        static Outcome of(int status) {
            return status < 400 ? DONE : status < 500 ? REFUSED : FAILED;
        }
    }
}
