package io.scopebridge.log;

import io.scopebridge.failure.Failure;

/**
 * What is to be written to the log. Everything but flow and failure may be null.
 *
 * @param flow    the route that failed or the kind of the job
 * @param payload what went in, so that it can be read and retried
 * @param thrown  the exception, for its stack trace
 */
public record FailedWork(String connectionId, String flow, String subject, String step, Long jobId,
                         Failure failure, String payload, Throwable thrown) {
}
