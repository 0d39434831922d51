package io.scopebridge.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;

/**
 * A job as the API shows it.
 *
 * @param done   steps of the plan that need no more work
 * @param total  steps of the plan; 0 until it is made
 * @param result counts of the plan's steps, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(long id, String connection, String kind, String subject, String source, JobState state, OffsetDateTime dueAt,
                      int attempts, int done, int total, @JsonRawValue String result, OffsetDateTime createdAt, OffsetDateTime startedAt,
                      OffsetDateTime finishedAt) {
}
