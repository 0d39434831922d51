package io.scopebridge.governor;

import io.scopebridge.failure.RetryAfter;
import java.time.Duration;
import java.time.Instant;

/** The current concurrency limit of a tenant: halved when it throttles, raised by one after a while without throttling. Not thread-safe. */
final class Throttle {

    private static final int GOOD_ANSWERS_FOR_ONE_MORE = 20;
    private static final Duration ONE_EVENT = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_OWN_PAUSE = Duration.ofMinutes(1);

    private final int most;
    private int concurrency;
    private int goodAnswers;
    private int inARow;
    private Instant lastEvent = Instant.EPOCH;
    private Instant pausedUntil = Instant.EPOCH;

    Throttle(int most) {
        this.most = most;
        this.concurrency = most;
    }

    int concurrency() {
        return concurrency;
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    Duration pause(Instant now) {
        return pausedUntil.isAfter(now) ? Duration.between(now, pausedUntil) : Duration.ZERO;
    }

    /** Several refusals within a second are one event: the calls were in flight together. */
    void throttled(Duration retryAfter, Instant now) {
        goodAnswers = 0;
        if (!lastEvent.plus(ONE_EVENT).isAfter(now)) {
            lastEvent = now;
            inARow = Math.min(inARow + 1, 10);
            concurrency = Math.max(1, concurrency / 2);
        }
        Duration pause = retryAfter == null ? least(FIRST_PAUSE.multipliedBy(1L << (inARow - 1)), LONGEST_OWN_PAUSE)
            : RetryAfter.atLeast(least(retryAfter, RetryAfter.LONGEST), inARow);
        Instant until = now.plus(pause);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
    }

    void wentWell() {
        inARow = 0;
        if (concurrency < most && ++goodAnswers >= GOOD_ANSWERS_FOR_ONE_MORE) {
            goodAnswers = 0;
            concurrency++;
        }
    }

    private static Duration least(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
