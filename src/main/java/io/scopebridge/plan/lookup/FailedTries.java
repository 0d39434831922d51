package io.scopebridge.plan.lookup;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How far the steps that ask one question are through the schedule of its repetitions. What counts is tries, not time: a try that takes
 * longer than the whole schedule is still followed by the next.
 */
final class FailedTries {

    private Duration done = Duration.ZERO;
    private Duration pause;
    private long due;
    private long lastBegun;

    FailedTries(long begun) {
        this.lastBegun = begun;
    }

    /** @param begun {@code System.nanoTime()} when the try was begun */
    void again(long begun) {
        lastBegun = begun - lastBegun > 0 ? begun : lastBegun;
    }

    /**
     * Until the next try; empty when there is none. A try that was begun before it was due takes no place in the schedule.
     *
     * @param schedule the next pause, by how much of the schedule is done
     */
    Optional<Duration> untilNext(Function<Duration, Optional<Duration>> schedule, long now) {
        if (pause != null && lastBegun - due >= 0) {
            done = done.plus(pause);
            pause = null;
        }
        if (pause == null) {
            pause = schedule.apply(done).orElse(null);
            due = pause == null ? now : now + pause.toNanos();
        }
        return Optional.ofNullable(pause).map(any -> Duration.ofNanos(Math.max(0, due - now)));
    }
}
