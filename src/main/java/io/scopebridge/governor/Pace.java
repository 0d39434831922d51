package io.scopebridge.governor;

import java.time.Duration;

/** How long calls of one tenant take, the newest counting most. Not safe for several threads. */
final class Pace {

    private static final double WEIGHT_OF_THE_NEWEST = 0.1;
    /** Until a call was answered: what such systems usually take. */
    private static final double USUAL_SECONDS = 0.25;
    private static final double LEAST_SECONDS = 0.001;

    private double seconds = USUAL_SECONDS;
    private boolean measured;

    void took(Duration time) {
        double newest = Math.max(LEAST_SECONDS, time.toNanos() / 1e9);
        seconds = measured ? seconds + WEIGHT_OF_THE_NEWEST * (newest - seconds) : newest;
        measured = true;
    }

    /** Calls per second when so many are under way at a time. */
    double perSecond(int parallel) {
        return parallel / seconds;
    }
}
