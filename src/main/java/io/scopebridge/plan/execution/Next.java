package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.plan.StepAction;
import java.time.Duration;

/**
 * The next action for a step.
 *
 * @param again   null: it is finished
 * @param what    was done with it, when it is finished
 * @param failure why it was not done, or null
 */
record Next(Duration again, StepAction what, Failure failure) {

    static Next again(Duration after) {
        return new Next(after, null, null);
    }

    static Next done(StepAction what) {
        return new Next(null, what, null);
    }

    static Next failed(StepAction what, Failure failure) {
        return new Next(null, what, failure);
    }
}
