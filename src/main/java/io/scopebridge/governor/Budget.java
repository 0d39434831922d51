package io.scopebridge.governor;

import java.time.Duration;
import java.time.Instant;

/** How many calls an hour the hub may make at one tenant, and how far apart. Not safe for several threads. */
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

    /** The tenant told how many calls of all its integrations it counts. */
    void learn(int used, Instant now) {
        others = Math.max(0, used - calls.count(now));
        learnedAt = now;
    }

    int own(Instant now) {
        return calls.count(now);
    }

    /** Forgotten after an hour: nobody told since. */
    int others(Instant now) {
        return learnedAt.plus(Duration.ofHours(1)).isAfter(now) ? others : 0;
    }

    /** 0: no limit. Others may eat into the hub's share, never the other way round. */
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

    /** How far apart calls have to be; zero when they need not. */
    Duration spacing(Instant now) {
        int own = own(now);
        int free = slowFrom(now);
        return limits.callsPerHour() == 0 || own < free ? Duration.ZERO : spacing(own, free, allowed(now), calls.untilOldestLeaves(now));
    }

    /**
     * The number of the hub's own calls from which on they are spread: a part of its share, or less when the calls of all
     * together have come to that part of what the tenant allows, from where on the tenant itself answers later.
     */
    int slowFrom(Instant now) {
        int allowed = allowed(now);
        long ofShare = (long) allowed * limits.slowFromPercent() / 100;
        long ofAll = (long) limits.callsPerHour() * limits.slowFromPercent() / 100 - others(now);
        return (int) Math.max(0, Math.min(ofShare, ofAll));
    }

    /** What is left over the time that is left, in full only when nearly all is used: a slope, not a wall. */
    static Duration spacing(int own, int free, int allowed, Duration left) {
        double used = (double) (own - free) / Math.max(1, allowed - free);
        double even = (double) left.toMillis() / Math.max(1, allowed - own);
        Duration spacing = Duration.ofMillis((long) (even * used));
        return spacing.compareTo(LONGEST_SPACING) > 0 ? LONGEST_SPACING : spacing;
    }
}
