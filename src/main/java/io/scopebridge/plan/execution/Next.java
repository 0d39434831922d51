package io.scopebridge.plan.execution;

import java.time.Duration;

/** What becomes of a step after a piece of its work. {@code again} null: it is finished. */
record Next(Duration again) {

    static final Next FINISHED = new Next(null);

    static Next again(Duration after) {
        return new Next(after);
    }
}
