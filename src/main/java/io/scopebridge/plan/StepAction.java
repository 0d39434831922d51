package io.scopebridge.plan;

/** What a run does with a step. A run carries it out, a preview names it. */
public enum StepAction {

    CREATE,
    /** The object exists and will be updated. */
    UPDATE,
    /** The object was found in the system and is used unchanged. */
    REUSE,
    /** The step is already done. */
    SKIP,
    /** The system is read before anything else is decided. Never shown. */
    LOOK_UP,
    /** Nobody can tell whether it exists: a person is asked. */
    UNDECIDED,
    /** The system rejected it. */
    REFUSED,
    /** Waits for a step that is undecided or refused. */
    BLOCKED;

    public boolean writes() {
        return this == CREATE || this == UPDATE;
    }

    /** Whether the step is there afterwards. */
    public boolean done() {
        return writes() || this == REUSE || this == SKIP;
    }
}
