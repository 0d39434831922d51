package io.scopebridge.governor;

import java.time.Duration;
import java.time.Instant;

/**
 * How one tenant is used at the moment.
 *
 * @param at             when these figures were taken
 * @param waiting        calls that wait for a permit
 * @param concurrency    calls that may be under way at a time, lower than configured while the system is throttling
 * @param callsLastHour  made by this node
 * @param usedByOthers   calls of others in the last hour, as far as the tenant told
 * @param budget         calls that the hub may make in an hour; 0: no limit
 * @param slowFrom       of these, the number from which on calls are spread over time
 * @param pausedUntil    no call is let through before, or null
 * @param callsPerSecond of one record kind that would be let through now; 0 while the tenant is paused or its budget used up
 * @param pace           calls per second that the tenant answers, without regard to the budget
 */
public record GovernorFigures(Instant at, int inFlight, int waiting, int concurrency, int callsLastHour, int usedByOthers, int budget, int slowFrom,
                              Instant pausedUntil, double callsPerSecond, double pace) {

    private static final double AN_HOUR = 3_600;

    /**
     * An estimate of how long so many more calls take, behind those that wait already: at the pace that the tenant answers,
     * further apart from {@code slowFrom} on, and an hour's budget an hour beyond it. Meant for calls of mostly one record kind.
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
