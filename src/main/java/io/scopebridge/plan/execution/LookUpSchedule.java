package io.scopebridge.plan.execution;

import java.time.Duration;
import java.util.Optional;

/**
 * The schedule of retries: soon, then with doubling pauses. After a lost response the object is looked up for this long before it is
 * sent again, because a search index may lag behind.
 *
 * @param first pause
 * @param all   total duration
 */
record LookUpSchedule(Duration first, Duration all) {

    LookUpSchedule(PlanSettings settings) {
        this(settings.settle(), settings.lookFor());
    }

    /** The wait before the next attempt; empty if the total duration is over. */
    Optional<Duration> pauseAfter(Duration elapsed) {
        if (elapsed.compareTo(all) >= 0) {
            return Optional.empty();
        }
        Duration at = first;
        for (Duration pause = first; at.compareTo(elapsed) <= 0 && at.compareTo(all) < 0 && !pause.isZero(); ) {
            pause = pause.multipliedBy(2);
            at = at.plus(pause);
        }
        Duration next = at.compareTo(elapsed) <= 0 || at.compareTo(all) > 0 ? all : at;
        return Optional.of(next.minus(elapsed));
    }
}
