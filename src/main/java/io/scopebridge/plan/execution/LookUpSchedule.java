package io.scopebridge.plan.execution;

import java.time.Duration;
import java.util.Optional;

/**
 * When something is tried again: soon, then with pauses that double. After a lost answer this long is looked for what was sent
 * before it is sent again, because a search index may lag behind what a system holds.
 *
 * @param first pause
 * @param all   how long it is tried in all
 */
record LookUpSchedule(Duration first, Duration all) {

    LookUpSchedule(PlanSettings settings) {
        this(settings.settle(), settings.lookFor());
    }

    /** How long until the next try; empty when this time has been enough. */
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
