package io.scopebridge.governor;

import java.time.Instant;

/**
 * How one tenant is used at the moment.
 *
 * @param waiting      calls that wait for a permit
 * @param concurrency  calls that may be under way at a time, lower than configured while the system is throttling
 * @param callsLastHour made by this node
 * @param usedByOthers calls of others in the last hour, as far as the tenant told
 * @param budget       calls that the hub may make in an hour; 0: no limit
 * @param pausedUntil  or null
 */
public record GovernorFigures(int inFlight, int waiting, int concurrency, int callsLastHour, int usedByOthers, int budget, Instant pausedUntil) {
}
