package io.scopebridge.connection;

/** A connection does not support an action; the message says why and what to do. */
public class ActionRefused extends RuntimeException {

    private final boolean switchedOff;

    ActionRefused(boolean switchedOff, String message) {
        super(message);
        this.switchedOff = switchedOff;
    }

    /** Whether a setting would change this; otherwise the system does not support the action. */
    public boolean switchedOff() {
        return switchedOff;
    }
}
