package io.scopebridge.plan.preview;

/** What a run of the plan would do with a step. */
public enum PlannedAction {

    CREATE,
    /** Is there, and gets the content of the plan. */
    UPDATE,
    /** Was found in the system: it is taken over as it is. */
    REUSE,
    /** Was done before: nothing is sent. */
    SKIP,
    /** Waits for a step that is undecided. */
    BLOCKED,
    /** Nobody can tell whether it exists: a person decides. */
    UNDECIDED;

    boolean writes() {
        return this == CREATE || this == UPDATE;
    }

    boolean stopsOthers() {
        return this == BLOCKED || this == UNDECIDED;
    }
}
