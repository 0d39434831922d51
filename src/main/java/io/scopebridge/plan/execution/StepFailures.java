package io.scopebridge.plan.execution;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;

/** Hears of the steps that a person has to look at. Called by several threads; what it throws stops the plan. */
public interface StepFailures {

    /** The step is REJECTED or UNKNOWN. Told again by each run that leaves it so. */
    void failed(Connection connection, Plan plan, Step step, Failure failure);

    /** The step that had failed is done. */
    void succeeded(Connection connection, Plan plan, Step step);
}
