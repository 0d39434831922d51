package io.scopebridge.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.scopebridge.failure.FailureClass;
import java.time.Instant;

/**
 * One failure, with all its occurrences while it was open.
 *
 * @param connectionId null if the failure concerns no connection
 * @param flow         the flow that failed
 * @param subject      such as {@code project:90001}, or null
 * @param step         key of the plan's step, or null
 * @param subjectName the name of the project, or null
 * @param stepTitle    what the step is called, or null
 * @param problem      the same for the entries of one cause; null for an entry of an earlier version
 * @param payload      the input; like request, response and stackTrace only in {@link FailureLog#find}
 * @param lastAt       last occurrence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(long id, @JsonProperty("connection") String connectionId, String flow, String subject, String step, Long jobId,
                       @JsonProperty("class") FailureClass type, String cause, String remedy, String field,
                       String payload, String request, String response, String stackTrace,
                       LogState state, int occurrences, Instant createdAt, Instant lastAt, Instant resolvedAt,
                       String subjectName, String stepTitle, String problem) {
}
