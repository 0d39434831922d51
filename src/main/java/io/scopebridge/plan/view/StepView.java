package io.scopebridge.plan.view;

/** The state of a step as a person sees it. */
public enum StepView {

    /** To be written; an update with a remote id is to be written again. */
    PLANNED,
    SENDING,
    DONE,
    REJECTED,
    UNKNOWN,
    /** Waits for a step that was rejected or is unknown. */
    BLOCKED;

    boolean stopsOthers() {
        return this == REJECTED || this == UNKNOWN || this == BLOCKED;
    }
}
