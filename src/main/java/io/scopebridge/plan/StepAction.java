package io.scopebridge.plan;

/** What a run does with a step. A run carries it out, a preview names it. */
public enum StepAction {

    CREATE,
    /** Is there, and gets the content of the plan. */
    UPDATE,
    /** Was found in the system: it is taken over as it is. */
    REUSE,
    /** Was done before: nothing is sent. */
    SKIP,
    /** The system is read before anything else is decided. Never shown. */
    LOOK_UP,
    /** Nobody can tell whether it exists: a person is asked. */
    UNDECIDED,
    /** The system refused it. */
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
