package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Fast
class PasswordChecksTest {

    private final PasswordChecks checks = new PasswordChecks();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void stop() throws InterruptedException {
        end.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Strangers from 40 addresses hold one processor and 40 threads at most, and nobody who has logged in before waits for them. */
    @Test
    void strangersTakeTurnsAndKnownUsersDoNotWaitForThem() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        List<Future<Boolean>> strangers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String place = "192.0.2." + i % 40;
            strangers.add(threads.submit(() -> refused(() -> checks.inTurn(false, place, () -> {
                begun.countDown();
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                await(end);
                return atOnce.decrementAndGet();
            }))));
        }
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(checks.<String>inTurn(true, "192.0.2.7", () -> "in")).isEqualTo("in");

        int refused = 0;
        for (Future<Boolean> stranger : strangers) if (stranger.isDone() && stranger.get()) refused++;
        end.countDown();
        int all = 0;
        for (Future<Boolean> stranger : strangers) if (stranger.get(20, TimeUnit.SECONDS)) all++;
        assertThat(all).isGreaterThanOrEqualTo(200 - PasswordChecks.MOST_WAITING).isGreaterThanOrEqualTo(refused);
        assertThat(most.get()).isEqualTo(1);
        assertThat(checks.<String>inTurn(false, "192.0.2.7", () -> "in")).isEqualTo("in");
    }

    private static boolean refused(Runnable check) {
        try {
            check.run();
            return false;
        } catch (TooManyChecks full) {
            return true;
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
