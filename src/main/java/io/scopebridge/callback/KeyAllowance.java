package io.scopebridge.callback;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits the key fetches for unverified senders: a few at once, and one more at regular intervals. A matching key returns its fetch, so
 * that only strangers use up the allowance.
 */
class KeyAllowance {

    private final int most;
    private final long nanosEach;
    private final LongSupplier clock;
    private double left;
    private long at;

    KeyAllowance(int most, Duration oneMoreEvery, LongSupplier nanoTime) {
        this.most = most;
        this.nanosEach = oneMoreEvery.toNanos();
        this.clock = nanoTime;
        this.left = most;
        this.at = nanoTime.getAsLong();
    }

    synchronized boolean take() {
        long now = clock.getAsLong();
        left = Math.min(most, left + (double) (now - at) / nanosEach);
        at = now;
        if (left < 1) return false;
        left--;
        return true;
    }

    synchronized void giveBack() {
        left = Math.min(most, left + 1);
    }
}
