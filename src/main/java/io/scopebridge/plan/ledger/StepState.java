package io.scopebridge.plan.ledger;

/** What the ledger remembers of a step. */
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
    UNKNOWN
}
