package io.scopebridge.governor;

import java.time.Duration;
import java.time.Instant;

/** How many calls per hour the hub may make to one tenant, and how far apart. Not thread-safe. */
final class Budget {

    private static final Duration LONGEST_SPACING = Duration.ofSeconds(5);
    private static final Duration NEXT_LOOK = Duration.ofMinutes(5);

    private final Limits limits;
    private final HourlyCalls calls = new HourlyCalls();
    private Instant lastCall = Instant.EPOCH;
    private Instant learnedAt = Instant.EPOCH;
    private int others;

    Budget(Limits limits) {
        this.limits = limits;
    }

    void made(Instant now) {
        calls.add(now);
        lastCall = now;
    }

    /** The tenant reported the number of calls of all its integrations. */
    void learn(int used, Instant now) {
        others = Math.max(0, used - calls.count(now));
        learnedAt = now;
    }

    int own(Instant now) {
        return calls.count(now);
    }

    /** Expires after an hour without a new report. */
    int others(Instant now) {
        return learnedAt.plus(Duration.ofHours(1)).isAfter(now) ? others : 0;
    }

    /** 0: no limit. Others may use the hub's share, never the other way round. */
    int allowed(Instant now) {
        return limits.callsPerHour() == 0 ? 0 : Math.max(1, Math.min(limits.share(), limits.callsPerHour() - others(now)));
    }

    /** How long the next call has to wait. */
    Duration pause(Instant now) {
        if (limits.callsPerHour() == 0) {
            return Duration.ZERO;
        }
        if (isUsedUp(now)) {
            Duration oldest = calls.untilOldestLeaves(now);
            return oldest.compareTo(NEXT_LOOK) > 0 && others(now) > 0 ? NEXT_LOOK : oldest;
        }
        Duration since = Duration.between(lastCall, now);
        Duration spacing = spacing(now);
        return spacing.compareTo(since) > 0 ? spacing.minus(since) : Duration.ZERO;
    }

    boolean isUsedUp(Instant now) {
        return limits.callsPerHour() > 0 && own(now) >= allowed(now);
    }

    /** The minimum distance between calls; zero if there is none. */
    Duration spacing(Instant now) {
        int own = own(now);
        int free = slowFrom(now);
        return limits.callsPerHour() == 0 || own < free ? Duration.ZERO : spacing(own, free, allowed(now), calls.untilOldestLeaves(now));
    }

    /**
     * The number of the hub's own calls after which they are spread: a part of its share, or less if all integrations together have
     * reached that part of the tenant's limit, from which on the tenant itself responds more slowly.
     */
    int slowFrom(Instant now) {
        int allowed = allowed(now);
        long ofShare = (long) allowed * limits.slowFromPercent() / 100;
        long ofAll = (long) limits.callsPerHour() * limits.slowFromPercent() / 100 - others(now);
        return (int) Math.max(0, Math.min(ofShare, ofAll));
    }

    /** The remaining calls over the remaining time, applied fully only if nearly all are used: a slope, not a wall. */
    static Duration spacing(int own, int free, int allowed, Duration left) {
        double used = (double) (own - free) / Math.max(1, allowed - free);
        double even = (double) left.toMillis() / Math.max(1, allowed - own);
        Duration spacing = Duration.ofMillis((long) (even * used));
        return spacing.compareTo(LONGEST_SPACING) > 0 ? LONGEST_SPACING : spacing;
    }
}
