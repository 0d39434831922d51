package io.scopebridge.remote;

/** The connection failed before a whole answer came. */
public class NoAnswer extends RuntimeException {

    private final boolean sent;
    private final String request;

    /** @param reason tells what happened; a log entry is made of it */
    public NoAnswer(String message, boolean sent, Throwable reason) {
        this(message, sent, reason, null);
    }

    private NoAnswer(String message, boolean sent, Throwable reason, String request) {
        super(message, reason);
        this.sent = sent;
        this.request = request;
    }

    /** The same, with the call that was not answered. */
    NoAnswer to(String call) {
        return new NoAnswer(getMessage(), sent, getCause(), call);
    }

    /** The call as a person reads it, or null. */
    public String request() {
        return request;
    }

    /** False only when the request certainly did not leave: the call can be made again without a look-up. */
    public boolean sent() {
        return sent;
    }
}
