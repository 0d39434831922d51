package io.scopebridge.log;

import io.scopebridge.failure.Failure;

/**
 * A failure to be logged. Everything except flow and failure may be null.
 *
 * @param flow    the flow that failed
 * @param payload the input, for reading and retrying
 * @param thrown  the exception, for its stack trace
 */
public record FailedWork(String connectionId, String flow, String subject, String step, Long jobId,
                         Failure failure, String payload, Throwable thrown) {
}
