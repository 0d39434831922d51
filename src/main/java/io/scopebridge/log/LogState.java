package io.scopebridge.log;

public enum LogState {

    OPEN,
    /** The entry is resolved: the work has succeeded since. */
    RESOLVED
}
