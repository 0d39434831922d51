package io.scopebridge.failure;

import java.time.Duration;

/**
 * A failure, for a person who has to act on it. Contains no credentials.
 *
 * @param cause      what happened, in a sentence
 * @param remedy     what to do about it, in a sentence
 * @param field      the rejected field, or null
 * @param retryAfter how long the system asks the hub to wait, or null
 * @param request    the call that failed, or null
 * @param response   the response, or null
 * @param hanging    the system whose calls are not made because it accepts and does not answer them; null otherwise
 */
public record Failure(FailureClass type, String cause, String remedy, String field, Duration retryAfter,
                      String request, String response, String hanging) {

    /** A response may quote the request. */
    public Failure {
        cause = Redaction.of(cause);
        remedy = Redaction.of(remedy);
        request = Redaction.of(request);
        response = Redaction.of(response);
    }

    public Failure(FailureClass type, String cause, String remedy, String field, Duration retryAfter, String request, String response) {
        this(type, cause, remedy, field, retryAfter, request, response, null);
    }

    public static Failure of(FailureClass type, String cause, String remedy) {
        return new Failure(type, cause, remedy, null, null, null, null);
    }

    public Failure withRetryAfter(Duration wait) {
        return new Failure(type, cause, remedy, field, wait, request, response, hanging);
    }

    public Failure withExchange(String sent, String answered) {
        return new Failure(type, cause, remedy, field, retryAfter, sent, answered, hanging);
    }
}
