package io.scopebridge.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.scopebridge.job.cancel.Cancellation;
import java.time.OffsetDateTime;

/**
 * A job as returned by the API.
 *
 * @param requestedBy who asked for it; or null if a schedule, a webhook or another flow did
 * @param waitsFor why it waits, if a system of the connection does not answer; or null
 * @param done   steps of the plan that need no more work
 * @param total  steps of the plan; 0 until it exists
 * @param rate        steps per second in this run, while it runs; or null
 * @param secondsLeft estimated from the rate, while it runs; or null
 * @param result      counts of the plan's steps with failures, warnings and a link to the created record; or null
 * @param steps       result of each step; only for a single job
 * @param cancellation who cancelled it, when and why; while it is RUNNING, it stops before its next step; or null
 * @param mappings    the versions of the mappings that made its plan, by file; only for a single job, and null without a plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JobView(long id, String connection, String flow, String subject, String source, String requestedBy, JobState state, OffsetDateTime dueAt,
                      int attempts, String waitsFor, Cancellation cancellation, int done, int total, Double rate, Long secondsLeft, @JsonRawValue String result, @JsonRawValue String steps, @JsonRawValue String mappings,
                      OffsetDateTime createdAt, OffsetDateTime startedAt, OffsetDateTime finishedAt) {

    JobView waitsFor(String reason) {
        return new JobView(id, connection, flow, subject, source, requestedBy, state, dueAt, attempts, reason, cancellation, done, total, rate, secondsLeft, result, steps, mappings, createdAt, startedAt, finishedAt);
    }
}
