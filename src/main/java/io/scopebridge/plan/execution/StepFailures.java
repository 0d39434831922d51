package io.scopebridge.plan.execution;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;

/** Notified of steps that a person has to look at. Called by several threads; an exception stops the plan. */
public interface StepFailures {

    /** The step is REJECTED or UNKNOWN. Called again by each run that leaves it so. */
    void failed(Connection connection, Plan plan, Step step, Failure failure);

    /** The step that failed before is done. */
    void succeeded(Connection connection, Plan plan, Step step);
}
