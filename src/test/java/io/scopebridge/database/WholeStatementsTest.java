package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Fast
class WholeStatementsTest {

    private static final long FOREVER = 60_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @AfterEach
    void end() {
        free.countDown();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noStatementThatWritesBeginsDuringAFlush(boolean holdsRows) throws Exception {
        WholeStatements statements = new WholeStatements(FOREVER);
        Thread flush = flush(statements);
        await(begun);
        waits(statement(statements, holdsRows));
        free.countDown();
        flush.join();
    }

    /** One waits for the rows of another, and a flush for the one: the other must be able to commit. */
    @Test
    void aFlushThatWaitsHoldsUpOnlyThoseForWhomNobodyWaits() throws Exception {
        WholeStatements statements = new WholeStatements(FOREVER);
        free.countDown();
        statements.begin(false);
        Thread flush = flush(statements);
        waits(flush);
        Thread fresh = statement(statements, false);
        waits(fresh);
        statement(statements, true).join();
        statements.end();
        flush.join();
        fresh.join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLongStatementIsNotWaitedForAndNoOtherBeginsMeanwhile(boolean holdsRows) throws Exception {
        WholeStatements statements = new WholeStatements(1);
        statements.begin(false);
        Thread flush = flush(statements);
        await(begun);
        Thread other = statement(statements, holdsRows);
        waits(other);
        free.countDown();
        flush.join();
        other.join();
        statements.end();
    }

    private Thread flush(WholeStatements statements) {
        return started(() -> statements.between(() -> {
            begun.countDown();
            await(free);
        }));
    }

    private static Thread statement(WholeStatements statements, boolean holdsRows) {
        return started(() -> {
            statements.begin(holdsRows);
            statements.end();
        });
    }

    private static Thread started(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void waits(Thread thread) {
        Awaitility.await().until(thread::getState, state -> Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED).contains(state));
        assertThat(thread.isAlive()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
