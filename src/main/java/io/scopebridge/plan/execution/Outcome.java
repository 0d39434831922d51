package io.scopebridge.plan.execution;

/** What one run did with a step. */
public enum Outcome {

    CREATED, UPDATED, EXISTING, FAILED, BLOCKED;

    boolean done() {
        return this == CREATED || this == UPDATED || this == EXISTING;
    }
}
