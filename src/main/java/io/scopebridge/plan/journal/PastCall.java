package io.scopebridge.plan.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A call that was made for a step. Contains no credentials.
 *
 * @param subject  of the plan
 * @param kind     WRITE or LOOK_UP (read only)
 * @param millis   how long it took
 * @param status   null if there was no response, or a lookup read several pages
 * @param response the response; for a lookup the rows; for a lost response the reason
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PastCall(long id, String subject, String step, String kind, Instant at, int millis, Integer status, String request, String response) {
}
