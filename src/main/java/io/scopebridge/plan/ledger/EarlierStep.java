package io.scopebridge.plan.ledger;

import java.util.List;

/**
 * A step that an earlier plan of the subject contained.
 *
 * @param covers what it contains of the source; null if that was not recorded
 */
public record EarlierStep(String key, StepState state, List<String> covers) {

    /** Whether its object exists in the system, or may exist. */
    public boolean mayExist() {
        return state != StepState.PLANNED && state != StepState.REJECTED;
    }
}
