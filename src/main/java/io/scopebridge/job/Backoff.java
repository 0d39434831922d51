package io.scopebridge.job;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The delay before a job is retried: doubled each time up to a quarter of an hour, with 20 % jitter. */
@Component
class Backoff {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Duration first;
    private final int mostAttempts;

    Backoff(@Value("${scopebridge.jobs.backoff}") Duration first, @Value("${scopebridge.jobs.attempts}") int mostAttempts) {
        this.first = first;
        this.mostAttempts = mostAttempts;
    }

    boolean allowsMoreThan(int attempts) {
        return attempts < mostAttempts;
    }

    /** Never less than the system asked for. */
    Duration after(int attempts, Duration retryAfter) {
        long doubled = first.toMillis() << Math.min(attempts - 1, 10);
        long wait = (long) (Math.min(doubled, LONGEST.toMillis()) * ThreadLocalRandom.current().nextDouble(0.8, 1.2));
        return Duration.ofMillis(retryAfter == null ? wait : Math.max(wait, retryAfter.toMillis()));
    }
}
