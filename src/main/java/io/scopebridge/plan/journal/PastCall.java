package io.scopebridge.plan.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A call that was made for a step. Holds no credentials.
 *
 * @param subject  of the plan
 * @param kind     WRITE, or LOOK_UP: it only read
 * @param millis   how long it took
 * @param status   null when there was no answer, or a look-up read several pages
 * @param response what was answered; for a look-up the rows; for a lost answer how it was lost
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastCall(long id, String subject, String step, String kind, Instant at, int millis, Integer status, String request, String response) {
}
