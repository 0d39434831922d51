package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.failure.RetryAfter;
import java.time.Duration;

/** How long one step retries calls that had no effect, before the plan stops and the job is retried later. */
final class RetryPolicy {

    private static final int MOST_REFUSALS = 30;
    private static final Duration UNNAMED_PAUSE = Duration.ofSeconds(5);

    private final PlanSettings settings;
    private final LookUpSchedule schedule;
    private Duration waited = Duration.ZERO;
    private int refusals;

    RetryPolicy(PlanSettings settings) {
        this.settings = settings;
        this.schedule = new LookUpSchedule(settings);
    }

    LookUpSchedule schedule() {
        return schedule;
    }

    /** @throws RemoteFailure if waiting makes no sense, or no longer does */
    Duration wait(Failure failure) {
        Duration pause = switch (failure.type()) {
            case RATE_LIMIT -> ++refusals >= MOST_REFUSALS ? null : failure.retryAfter() == null ? UNNAMED_PAUSE : notSooner(failure.retryAfter());
            case TRANSIENT -> schedule.pauseAfter(waited).map(next -> failure.retryAfter() == null ? next : longer(next, failure.retryAfter())).orElse(null);
            default -> null;
        };
        if (pause == null || pause.compareTo(settings.patience()) > 0) {
            throw new RemoteFailure(failure);
        }
        waited = failure.type() == FailureClass.TRANSIENT ? waited.plus(pause) : waited;
        return pause;
    }

    /** Without a minimum, a system that asks for no wait would be called thirty times in a few seconds. */
    private Duration notSooner(Duration asked) {
        Duration pause = RetryAfter.atLeast(asked, refusals);
        return pause.compareTo(settings.patience()) > 0 && asked.compareTo(settings.patience()) <= 0 ? settings.patience() : pause;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
