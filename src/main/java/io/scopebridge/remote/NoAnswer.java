package io.scopebridge.remote;

/** The connection failed before a whole answer came. */
public class NoAnswer extends RuntimeException {

    private final boolean sent;

    /** @param reason tells what happened; a log entry is made of it */
    public NoAnswer(String message, boolean sent, Throwable reason) {
        super(message, reason);
        this.sent = sent;
    }

    /** False only when the request certainly did not leave: the call can be made again without a look-up. */
    public boolean sent() {
        return sent;
    }
}
