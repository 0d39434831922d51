package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Calls of the whole database in any sixty minutes. */
class HourlyThreshold {

    private static final long WINDOW = 3_600_000;

    private final Clock clock;
    private final Deque<Long> calls = new ArrayDeque<>();
    private int threshold = 10_000;
    private int ofOthers;

    HourlyThreshold(Clock clock) {
        this.clock = clock;
    }

    synchronized void threshold(int callsPerHour) {
        threshold = callsPerHour;
    }

    synchronized int threshold() {
        return threshold;
    }

    /** Calls that other integrations are taken to have made in the running hour. */
    synchronized void ofOthers(int count) {
        ofOthers = count;
    }

    synchronized int used() {
        forgetOld();
        return calls.size() + ofOthers;
    }

    /** How much later the server answers from half of the threshold on: half a second, and a whole one from three quarters on. */
    synchronized Duration slowness() {
        long percent = 100L * used() / Math.max(1, threshold);
        return percent < 50 ? Duration.ZERO : Duration.ofMillis(percent < 75 ? 500 : 1_000);
    }

    /** Counts a call, or refuses it without counting. */
    synchronized void count() {
        if (used() >= threshold) {
            long oldest = calls.isEmpty() ? clock.millis() : calls.peekFirst();
            long seconds = Math.max(1, (oldest + WINDOW - clock.millis() + 999) / 1000);
            throw new Refusal(Errors.answer(429, List.of("The request threshold of " + threshold
                + " external requests within the last 60 minutes has been reached.")).with("Retry-After", "" + seconds));
        }
        calls.addLast(clock.millis());
    }

    private void forgetOld() {
        while (!calls.isEmpty() && calls.peekFirst() <= clock.millis() - WINDOW) calls.removeFirst();
    }
}
