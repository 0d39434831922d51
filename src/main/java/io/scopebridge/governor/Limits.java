package io.scopebridge.governor;

import java.time.Duration;

/**
 * What one tenant of a system stands.
 *
 * @param perEndpoint     calls of one record kind at a time; 0: no limit
 * @param perTenant       calls at a time altogether
 * @param callsPerHour    what the tenant allows all its integrations together in any 60 minutes; 0: no limit
 * @param reservePercent  of {@code callsPerHour} that the hub leaves to other tools
 * @param slowFromPercent of the hub's share from which on its calls are spread over time
 * @param maxWait         a call that would have to wait longer is refused instead
 */
public record Limits(int perEndpoint, int perTenant, int callsPerHour,
                     int reservePercent, int slowFromPercent, Duration maxWait) {

    /** For a system that says nothing. */
    static final Limits USUAL = new Limits(0, 4, 0, 0, 50, Duration.ofSeconds(30));

    public Limits {
        if (perEndpoint < 0 || maxWait.isNegative() || perTenant < 1 || callsPerHour < 0 || reservePercent < 0 || reservePercent > 99 || slowFromPercent < 1 || slowFromPercent > 100) {
            throw new IllegalArgumentException("perTenant is at least 1, reservePercent 0 to 99, slowFromPercent 1 to 100, and nothing is negative");
        }
    }

    int share() {
        return callsPerHour - (int) ((long) callsPerHour * reservePercent / 100);
    }
}
