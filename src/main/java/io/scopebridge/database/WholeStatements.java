package io.scopebridge.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A flush takes the tables and indexes one after the other. It waits until no statement that writes is halfway, so that a kill leaves no
 * row without its index entry. A statement that takes longer than the limit is not waited for: it alone may be halfway, and no other begins
 * meanwhile.
 */
final class WholeStatements {

    private static final long LIMIT_MILLISECONDS = 50;
    private static final long SHORT_MILLISECONDS = 10;
    private static final long A_MOMENT = 50_000;

    private final long limit;
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock beginning = new ReentrantReadWriteLock();

    WholeStatements() {
        this(LIMIT_MILLISECONDS);
    }

    WholeStatements(long limit) {
        this.limit = limit;
    }

    /** @param holdsRows others may wait for its rows, and so may the flush that waits: it does not queue behind that */
    void begin(boolean holdsRows) {
        beginning.readLock().lock();
        try {
            if (!holdsRows) running.readLock().lock();
            else while (!running.readLock().tryLock()) LockSupport.parkNanos(A_MOMENT);
        } finally {
            beginning.readLock().unlock();
        }
    }

    void end() {
        running.readLock().unlock();
    }

    synchronized void between(Runnable flush) {
        if (alone(limit, flush)) return;
        beginning.writeLock().lock();
        try {
            // Whatever is short ends now, and nothing begins.
            if (!alone(SHORT_MILLISECONDS, flush)) flush.run();
        } finally {
            beginning.writeLock().unlock();
        }
    }

    private boolean alone(long millis, Runnable flush) {
        try {
            if (!running.writeLock().tryLock(millis, TimeUnit.MILLISECONDS)) return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The flush was interrupted", e);
        }
        try {
            flush.run();
            return true;
        } finally {
            running.writeLock().unlock();
        }
    }
}
