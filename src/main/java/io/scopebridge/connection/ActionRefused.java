package io.scopebridge.connection;

/** A connection does not take an action; the message says why and what to do. */
public class ActionRefused extends RuntimeException {

    private final boolean switchedOff;

    ActionRefused(boolean switchedOff, String message) {
        super(message);
        this.switchedOff = switchedOff;
    }

    /** Whether a setting would change it; otherwise the system has no such thing. */
    public boolean switchedOff() {
        return switchedOff;
    }
}
