package io.scopebridge.governor;

import java.time.Duration;

/**
 * The limits of one tenant of a system.
 *
 * @param perEndpoint     concurrent calls per record type; 0: no limit
 * @param perTenant       concurrent calls in total
 * @param callsPerHour    the tenant's limit for all integrations together in any 60 minutes; 0: no limit
 * @param reservePercent  share of {@code callsPerHour} reserved for other integrations
 * @param slowFromPercent percent of the hub's share after which calls are spread over time
 * @param maxWait         a call that would wait longer is refused
 */
public record Limits(int perEndpoint, int perTenant, int callsPerHour,
                     int reservePercent, int slowFromPercent, Duration maxWait) {

    /** For a system without settings. */
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
