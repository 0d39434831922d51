package io.scopebridge.plan;

/** When a step may be written. */
public enum Mode {

    /** Written once, then skipped. */
    CREATE,
    /** Written again whenever its content differs from the last write. */
    UPDATE,
    /** Never repeated automatically: after a lost response, a person decides if nothing is found. */
    ONCE
}
