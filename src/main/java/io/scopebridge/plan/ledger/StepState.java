package io.scopebridge.plan.ledger;

/** The state of a step, as the ledger remembers it and as it is shown. */
public enum StepState {

    /** Nothing has been sent, or what was sent certainly had no effect. */
    PLANNED,
    /** Committed before the call leaves: from here on the outcome is unknown until an answer or a look-up tells. */
    SENDING,
    /** It exists; the remote id is known. */
    DONE,
    /** The system refused it. */
    REJECTED,
    /** Neither an answer nor a look-up could tell; a person decides. */
    UNKNOWN,
    /** Waits for a step that was rejected or is unknown. Only shown: the ledger never holds it. */
    BLOCKED;

    public boolean stopsOthers() {
        return this == REJECTED || this == UNKNOWN || this == BLOCKED;
    }
}
