package io.scopebridge.governor;

import java.time.Duration;
import java.time.Instant;

/** Counts the calls of the last hour by the minute. A minute is dropped when all of it is an hour old, so the count is never too low. */
final class HourlyCalls {

    private static final int MINUTES = 61;

    private final int[] counts = new int[MINUTES];
    private final long[] minutes = new long[MINUTES];

    void add(Instant now) {
        long minute = minute(now);
        int slot = (int) (minute % MINUTES);
        if (minutes[slot] != minute) {
            minutes[slot] = minute;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    int count(Instant now) {
        int sum = 0;
        for (int slot = 0; slot < MINUTES; slot++) {
            sum += isCounted(slot, now) ? counts[slot] : 0;
        }
        return sum;
    }

    /** The time until the oldest calls no longer count; zero if there are none. */
    Duration untilOldestLeaves(Instant now) {
        long oldest = Long.MAX_VALUE;
        for (int slot = 0; slot < MINUTES; slot++) {
            if (isCounted(slot, now) && counts[slot] > 0) {
                oldest = Math.min(oldest, minutes[slot]);
            }
        }
        return oldest == Long.MAX_VALUE ? Duration.ZERO : Duration.between(now, Instant.ofEpochSecond((oldest + MINUTES) * 60));
    }

    private boolean isCounted(int slot, Instant now) {
        return minutes[slot] > minute(now) - MINUTES;
    }

    private static long minute(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), 60);
    }
}
