package io.scopebridge.governor;

import java.time.Duration;

/** The moving average duration of one tenant's calls. Not thread-safe. */
final class Pace {

    private static final double WEIGHT_OF_THE_NEWEST = 0.1;
    /** The initial value: typical for such systems. */
    private static final double USUAL_SECONDS = 0.25;
    private static final double LEAST_SECONDS = 0.001;

    private double seconds = USUAL_SECONDS;
    private int measured;

    void took(Duration time) {
        double newest = Math.max(LEAST_SECONDS, time.toNanos() / 1e9);
        measured = Math.min(measured + 1, (int) (1 / WEIGHT_OF_THE_NEWEST));
        seconds += (newest - seconds) / measured;
    }

    /** Calls per second at this concurrency. */
    double perSecond(int parallel) {
        return parallel / seconds;
    }
}
