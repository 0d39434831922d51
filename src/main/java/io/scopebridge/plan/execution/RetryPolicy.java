package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.time.Duration;

/** How long one step goes on trying before the plan stops, so that the job tries again later. */
final class RetryPolicy {

    private static final int MOST_TRIES = 3;
    private static final int MOST_REFUSALS = 30;
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(5);

    private final PlanSettings settings;
    private int tries;
    private int refusals;

    RetryPolicy(PlanSettings settings) {
        this.settings = settings;
    }

    /** Whether the same call, or a look-up, may simply be made again. */
    boolean mayPass(Failure failure) {
        return failure.type().passes() || failure.type() == FailureClass.OUTCOME_UNKNOWN;
    }

    /** @throws RemoteFailure when waiting makes no sense, or no sense any more */
    Duration wait(Failure failure) {
        Duration pause;
        if (failure.type() == FailureClass.RATE_LIMIT) {
            pause = failure.retryAfter() == null ? UNNAMED_PAUSE : failure.retryAfter();
            refusals++;
        } else if (mayPass(failure)) {
            tries++;
            pause = failure.retryAfter() == null ? settings.settle().multipliedBy(tries) : failure.retryAfter();
        } else {
            throw new RemoteFailure(failure);
        }
        if (tries >= MOST_TRIES || refusals >= MOST_REFUSALS || pause.compareTo(settings.patience()) > 0) {
            throw new RemoteFailure(failure);
        }
        return pause;
    }
}
