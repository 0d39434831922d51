package io.scopebridge.log;

public enum LogState {

    OPEN,
    /** What had failed has succeeded since. */
    RESOLVED
}
