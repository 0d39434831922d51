package io.scopebridge.tenant;

/** Whether a connection has a right. */
public enum RightState {

    GRANTED,
    MISSING,
    /** The system tells nothing of it, or could not be asked. */
    UNKNOWN
}
