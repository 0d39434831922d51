package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Fast
class WholeStatementsTest {

    private final WholeStatements statements = new WholeStatements();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void noStatementThatWritesRunsDuringAFlush() throws Exception {
        AtomicBoolean flushed = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Future<?> flush = threads.submit(() -> statements.between(() -> {
            begun.countDown();
            await(free);
            flushed.set(true);
        }));
        await(begun);
        Future<Boolean> fresh = threads.submit(() -> seenBy(false, flushed));
        Future<Boolean> holdsRows = threads.submit(() -> seenBy(true, flushed));
        free.countDown();
        flush.get(10, TimeUnit.SECONDS);
        assertThat(fresh.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(holdsRows.get(10, TimeUnit.SECONDS)).isTrue();
    }

    /** One waits for the rows of another, and a flush for the one: the other must be able to commit. A flush does not wait forever either. */
    @Test
    void aStatementThatWaitsForTheRowsOfAnotherHoldsUpNobody() throws Exception {
        statements.begin(false);
        Future<?> flush = threads.submit(() -> statements.between(() -> { }));
        threads.submit(() -> {
            statements.begin(true);
            statements.end();
        }).get(10, TimeUnit.SECONDS);
        flush.get(10, TimeUnit.SECONDS);
        statements.end();
    }

    private boolean seenBy(boolean holdsRows, AtomicBoolean flushed) {
        statements.begin(holdsRows);
        try {
            return flushed.get();
        } finally {
            statements.end();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
