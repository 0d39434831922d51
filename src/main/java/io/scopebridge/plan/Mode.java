package io.scopebridge.plan;

/** How often a step may be written. */
public enum Mode {

    /** Written once, then skipped. */
    CREATE,
    /** Written again whenever its content differs from what was last written. */
    UPDATE,
    /** Never repeated by the hub itself: a lost answer is for a person to judge when nothing is found. */
    ONCE
}
