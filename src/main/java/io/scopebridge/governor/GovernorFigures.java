package io.scopebridge.governor;

import java.time.Duration;
import java.time.Instant;

/**
 * The current use of one tenant.
 *
 * @param at             when these figures were taken
 * @param waiting        calls that wait for a permit
 * @param concurrency    permitted concurrent calls, lower than configured while the system throttles
 * @param callsLastHour  made by this node
 * @param usedByOthers   calls of others in the last hour, as far as the tenant reported them
 * @param budget         calls per hour available to the hub; 0: no limit
 * @param slowFrom       number of calls after which further calls are spread over time
 * @param pausedUntil    no calls before this time, or null
 * @param callsPerSecond current rate limit per record type; 0 while the tenant is paused or its budget is used up
 * @param pace           calls per second that the tenant responds to, regardless of the budget
 */
public record GovernorFigures(Instant at, int inFlight, int waiting, int concurrency, int callsLastHour, int usedByOthers, int budget, int slowFrom,
                              Instant pausedUntil, double callsPerSecond, double pace) {

    private static final double AN_HOUR = 3_600;

    /**
     * Estimates how long this many additional calls take, after those already waiting: at the tenant's response rate, slower from
     * {@code slowFrom} on, and one budget per hour beyond it. Intended for calls of mostly one record type.
     *
     * @param calls 0 or more
     */
    public Duration durationOf(int calls) {
        double seconds = pausedUntil == null ? 0 : Math.max(0, Duration.between(at, pausedUntil).toMillis() / 1000.0);
        int left = calls + waiting;
        int made = callsLastHour;
        while (left > 0 && (budget == 0 || made < budget)) {
            int alike = budget == 0 ? left : Math.min(left, made < slowFrom ? slowFrom - made : 1);
            seconds += alike * Math.max(1 / pace, spacing(made, seconds));
            made += alike;
            left -= alike;
        }
        return Duration.ofMillis(Math.round(1000 * (seconds + left * AN_HOUR / Math.max(1, budget))));
    }

    /** {@link #durationOf} in seconds, rounded up. */
    public long secondsFor(int calls) {
        return durationOf(calls).plusMillis(999).toSeconds();
    }

    private double spacing(int made, double elapsed) {
        return budget == 0 || made < slowFrom ? 0
            : Budget.spacing(made, slowFrom, budget, Duration.ofMillis((long) (1000 * Math.max(0, AN_HOUR - elapsed)))).toMillis() / 1000.0;
    }
}
