package io.scopebridge.plan.ledger;

/** The state of a step, as the ledger remembers it and as it is shown. */
public enum StepState {

    /** Nothing was sent, or the call certainly had no effect. */
    PLANNED,
    /** Committed before the call is sent: from now on the outcome is unknown until a response or a lookup determines it. */
    SENDING,
    /** The object exists; its remote id is known. */
    DONE,
    /** The system rejected it. */
    REJECTED,
    /** Neither a response nor a lookup determined the outcome; a person decides. */
    UNKNOWN,
    /** Depends on a step that was rejected or is unknown. Only shown: the ledger never holds it. */
    BLOCKED;

    public boolean stopsOthers() {
        return this == REJECTED || this == UNKNOWN || this == BLOCKED;
    }
}
