package io.scopebridge.plan.ledger;

/** How a step became done. */
public enum Origin {

    /** Created by our own call. */
    CREATED,
    /** Found by a lookup. */
    FOUND,
    /** A person decided: with state DONE it exists, with state PLANNED it is to be created. */
    RESOLVED
}
