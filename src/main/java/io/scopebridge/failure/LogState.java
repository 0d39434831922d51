package io.scopebridge.failure;

public enum LogState {

    OPEN,
    /** What had failed has succeeded since. */
    RESOLVED
}
