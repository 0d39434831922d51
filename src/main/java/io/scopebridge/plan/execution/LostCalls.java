package io.scopebridge.plan.execution;

import io.scopebridge.plan.ledger.LedgerRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The calls of one step with lost responses, in this run or an earlier one. */
final class LostCalls {

    private static final int MOST = 3;

    private final LookUpSchedule schedule;
    private final boolean before;
    private long firstAt;
    private long lastAt;
    private int count;

    LostCalls(PlanSettings settings, LedgerRow row) {
        this.schedule = new LookUpSchedule(settings);
        this.before = row.isOpen();
        this.lastAt = System.nanoTime() - since(row.sentAt(), settings.lookFor()).toNanos();
    }

    /** Without a time it was never sent, and another node's clock may be ahead. */
    private static Duration since(Instant sentAt, Duration enough) {
        Duration since = sentAt == null ? enough : Duration.between(sentAt, Instant.now());
        return since.isNegative() ? Duration.ZERO : since.compareTo(enough) > 0 ? enough : since;
    }

    void note() {
        lastAt = System.nanoTime();
        firstAt = count++ == 0 ? lastAt : firstAt;
    }

    boolean any() {
        return before || count > 0;
    }

    /** Whether this run has made enough attempts; a later run continues. */
    boolean enough() {
        return count >= MOST;
    }

    /** The time left for the system to finish the call. */
    Duration untilFirstLook() {
        Duration left = schedule.first().minus(elapsed(lastAt));
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * Empty if it was looked up long enough.
     *
     * @param looked {@code System.nanoTime()} from which on the last look would have seen it, however long that look took
     */
    Optional<Duration> untilNextLook(long looked) {
        return schedule.pauseAfter(Duration.ofNanos(Math.max(0, looked - lastAt))).map(pause -> pause.minus(elapsed(looked))).map(left -> left.isNegative() ? Duration.ZERO : left);
    }

    /** For idempotent calls: empty if this run has tried long enough. */
    Optional<Duration> untilNextSend() {
        return schedule.pauseAfter(elapsed(firstAt));
    }

    private static Duration elapsed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }
}
