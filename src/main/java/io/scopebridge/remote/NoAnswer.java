package io.scopebridge.remote;

import io.scopebridge.failure.Redaction;

/** The network connection failed before a complete response arrived. */
public class NoAnswer extends RuntimeException {

    private final boolean sent;
    private final String request;

    /** @param reason the cause; used for the log entry */
    public NoAnswer(String message, boolean sent, Throwable reason) {
        this(message, sent, reason, null);
    }

    private NoAnswer(String message, boolean sent, Throwable reason, String request) {
        super(Redaction.of(message), reason);
        this.sent = sent;
        this.request = request;
    }

    /** The same, with the call. */
    NoAnswer to(String call) {
        return new NoAnswer(getMessage(), sent, getCause(), call);
    }

    /** The call as text, or null. */
    public String request() {
        return request;
    }

    /** False only if the request was certainly not sent: the call can be repeated without a lookup. */
    public boolean sent() {
        return sent;
    }
}
