package io.scopebridge.tenant;

/** Whether a connection has a right. */
public enum RightState {

    GRANTED,
    MISSING,
    /** The system does not report it, or could not be reached. */
    UNKNOWN
}
