package io.scopebridge.plan;

/** The action of a run for a step. A run executes it, a preview shows it. */
public enum StepAction {

    CREATE,
    /** The object exists and will be updated. */
    UPDATE,
    /** The object was found in the system and is used unchanged. */
    REUSE,
    /** The step is already done. */
    SKIP,
    /** The system is read before any other decision. Never shown. */
    LOOK_UP,
    /** It is unknown whether it exists: a person decides. */
    UNDECIDED,
    /** The system rejected it. */
    REFUSED,
    /** Depends on a step that is undecided or rejected. */
    BLOCKED,
    /** Not sent, because the run was cancelled. Never in a preview. */
    CANCELLED;

    public boolean writes() {
        return this == CREATE || this == UPDATE;
    }

    /** Whether the record exists afterwards. */
    public boolean done() {
        return writes() || this == REUSE || this == SKIP;
    }
}
