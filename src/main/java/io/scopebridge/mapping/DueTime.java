package io.scopebridge.mapping;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Notifies one caller per interval. */
class DueTime {

    private final long interval;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    DueTime(Duration interval) {
        this.interval = interval.toNanos();
    }

    boolean passed() {
        long now = System.nanoTime();
        long due = next.get();
        return now - due >= 0 && next.compareAndSet(due, now + interval);
    }
}
