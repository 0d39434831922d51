package io.scopebridge.plan.ledger;

/** How a step came to be what it is. */
public enum Origin {

    /** The answer of our own call named it. */
    CREATED,
    /** A look-up found it. */
    FOUND,
    /** A person decided: with state DONE that it exists, with state PLANNED that it is to be created. */
    RESOLVED
}
