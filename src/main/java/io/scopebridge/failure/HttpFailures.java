package io.scopebridge.failure;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/** A response that a route treated as an error without its own diagnosis. */
final class HttpFailures {

    private HttpFailures() {
    }

    static Failure of(HttpOperationFailedException refused) {
        int status = refused.getStatusCode();
        String answered = "HTTP " + status + (refused.getResponseBody() == null ? "" : "\n" + refused.getResponseBody());
        String host = refused.getUri() == null ? "The remote system" : refused.getUri().replaceFirst("^https?://([^/?#]+).*$", "$1");
        String cause = host + " responded with HTTP " + status + (refused.getStatusText() == null ? "" : " " + refused.getStatusText()) + ".";
        return new Failure(type(status), cause, remedy(type(status)), null, retryAfter(refused.getResponseHeaders()),
                refused.getUri(), answered);
    }

    private static FailureClass type(int status) {
        return switch (status) {
            case 401 -> FailureClass.AUTHENTICATION;
            case 403 -> FailureClass.PERMISSION;
            case 404, 410 -> FailureClass.MISSING_REFERENCE;
            case 409 -> FailureClass.DUPLICATE;
            case 429 -> FailureClass.RATE_LIMIT;
            case 408, 425 -> FailureClass.TRANSIENT;
            default -> status >= 500 ? FailureClass.TRANSIENT
                    : status >= 400 ? FailureClass.VALIDATION : FailureClass.CONFIGURATION;
        };
    }

    private static String remedy(FailureClass type) {
        return switch (type) {
            case AUTHENTICATION -> "Enter the credentials of the connection again.";
            case PERMISSION -> "Grant the API user of the connection the right that the response names.";
            case MISSING_REFERENCE -> "Check that the records named in the request still exist.";
            case DUPLICATE -> "Check whether the object to create exists already.";
            case RATE_LIMIT, TRANSIENT -> "No action needed: the call is retried. If the problem persists, check the status page of the system.";
            case CONFIGURATION -> "Check the host in the connection's settings: the response does not come from an API.";
            default -> "Correct what the response names, then retry.";
        };
    }

    private static Duration retryAfter(Map<String, String> headers) {
        return RetryAfter.of(header(headers, "Retry-After"), header(headers, "Date"));
    }

    private static String header(Map<String, String> headers, String name) {
        return headers == null ? null : headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(Map.Entry::getValue).findFirst().orElse(null);
    }
}
