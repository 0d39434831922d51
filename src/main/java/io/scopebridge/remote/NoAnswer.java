package io.scopebridge.remote;

import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;

/** The connection failed before a whole answer came. */
public class NoAnswer extends RuntimeException implements Classified {

    private final boolean sent;

    public NoAnswer(String message, boolean sent, Throwable reason) {
        super(message, reason);
        this.sent = sent;
    }

    /** False only when the request certainly did not leave: the call can be made again without a look-up. */
    public boolean sent() {
        return sent;
    }

    @Override
    public Failure failure() {
        return Failure.of(FailureClass.TRANSIENT, getMessage(),
            "Nothing, if it passes: it is tried again by itself. Otherwise check that the address in the connection is right and that the hub can reach it.");
    }
}
