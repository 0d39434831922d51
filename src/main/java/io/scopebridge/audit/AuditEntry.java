package io.scopebridge.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An action that somebody performed or attempted.
 *
 * @param id      negative for refused logins, which are counted by minute, address and name
 * @param who     a user; or webhook, approval, configuration; or the user name entered in a failed login
 * @param role    of the user, or null
 * @param action  the path in the API, such as {@code connections.change}, {@code log.retry}; {@code login}, {@code logout}, {@code job}
 * @param subject the target, such as {@code project:90001} or {@code replays:7}, or null
 * @param reason  as given by the user
 * @param outcome DONE, REFUSED or FAILED
 * @param status  of the response, or null
 * @param details names of fields sent or changed, never values; versions before and after; the location of the result
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
