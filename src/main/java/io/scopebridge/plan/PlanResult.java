package io.scopebridge.plan;

import java.util.List;

/**
 * What one run of a plan did. The five numbers add up to the steps of the plan.
 *
 * @param created  sent by this run (or by one that was killed) and there now
 * @param updated  written again
 * @param existing done before, or found
 * @param failed   left REJECTED or UNKNOWN
 * @param blocked  not sent, because a step that they refer to has failed
 * @param warnings what the plan could not carry over as it is, for the person who asked for it
 */
public record PlanResult(int created, int updated, int existing, int failed, int blocked, List<StepFailure> failures, List<Warning> warnings) {

    /** Of a plan without warnings. */
    public PlanResult(int created, int updated, int existing, int failed, int blocked, List<StepFailure> failures) {
        this(created, updated, existing, failed, blocked, failures, List.of());
    }

    /** What this run wrote. */
    public int written() {
        return created + updated;
    }
}
