package io.scopebridge.database;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A flush takes the tables and indexes one after the other. It waits until no statement is halfway, so that what a kill leaves never has a
 * row without its index entry.
 */
final class WholeStatements {

    /** A batch may take longer: commits do not wait for it, and H2's own recovery has to do. */
    private static final int LONGEST_WAIT_MILLISECONDS = 50;
    private static final long A_MOMENT = 50_000;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param holdsRows others may wait for its rows, and so may the flush that waits: it does not queue behind that */
    void begin(boolean holdsRows) {
        if (!holdsRows) lock.readLock().lock();
        else while (!lock.readLock().tryLock()) LockSupport.parkNanos(A_MOMENT);
    }

    void end() {
        lock.readLock().unlock();
    }

    /** Between statements, as far as that is possible in time. */
    synchronized void between(Runnable flush) {
        boolean alone = false;
        try {
            alone = lock.writeLock().tryLock(LONGEST_WAIT_MILLISECONDS, TimeUnit.MILLISECONDS);
            flush.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The flush was interrupted", e);
        } finally {
            if (alone) lock.writeLock().unlock();
        }
    }
}
