package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.Fast;
import io.scopebridge.user.ConsoleUser;
import io.scopebridge.user.ConsoleUsers;
import io.scopebridge.user.Source;
import io.scopebridge.user.TestUsers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

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

    /** However long it takes to count it. */
    @Test
    void aFailureCountsBeforeTheNextPasswordIsChecked(@TempDir Path data) throws Exception {
        AtomicInteger checked = new AtomicInteger();
        PasswordEncoder encoder = encoder(checked, () -> { });
        ConsoleUsers users = TestUsers.withAdmin("{noop}right-password", data, encoder);
        PasswordLogin login = login(users, encoder, ((InstantSource) PasswordChecksTest::slowly).withZone(ZoneOffset.UTC));
        CyclicBarrier together = new CyclicBarrier(15);
        List<Future<String>> guesses = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            String guess = "wrong-password-" + i;
            guesses.add(threads.submit(() -> {
                together.await();
                return result(login, guess);
            }));
        }

        List<String> results = results(guesses);
        assertThat(results).filteredOn("BadCredentialsException"::equals).hasSize(5);
        assertThat(results).filteredOn("TooManyLogins"::equals).hasSize(10);
        assertThat(checked.get()).isEqualTo(5);
    }

    /** A program begins with many requests at once: more than may wait for their turn. */
    @ParameterizedTest
    @CsvSource({"right-password, admin", "wrong-password, BadCredentialsException"})
    void equalPasswordsThatAreSentTogetherAreCheckedOnce(String password, String result, @TempDir Path data) throws Exception {
        int together = 1 + SameChecks.MOST_WAITING_OF_ONE_ADDRESS;
        AtomicInteger checked = new AtomicInteger();
        Queue<Thread> sent = new ConcurrentLinkedQueue<>();
        PasswordEncoder encoder = encoder(checked, () -> await(end));
        PasswordLogin login = login(TestUsers.withAdmin("{noop}right-password", data, encoder), encoder, Clock.systemUTC());
        List<Future<String>> requests = new ArrayList<>();
        for (int i = 0; i < together; i++) {
            requests.add(threads.submit(() -> {
                sent.add(Thread.currentThread());
                return result(login, password);
            }));
        }
        Awaitility.await().until(() -> sent.size() == together && checked.get() == 1 && sent.stream().allMatch(one -> one.getState().name().endsWith("WAITING")));
        end.countDown();
        assertThat(results(requests)).containsOnly(result);
        assertThat(checked.get()).isEqualTo(1);
    }

    private PasswordLogin login(ConsoleUsers users, PasswordEncoder encoder, Clock clock) {
        LoginAttempts attempts = new LoginAttempts(JdbcClient.create(Databases.h2()), new Keyed(), clock);
        return new PasswordLogin(users, encoder, new LoginThrottle(attempts, clock), checks, new ProvedPasswords(), new KnownBrowsers(new Keyed()));
    }

    private static PasswordEncoder encoder(AtomicInteger checked, Runnable meanwhile) {
        return new DelegatingPasswordEncoder("noop", Map.of("noop", new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return password.toString();
            }

            @Override
            public boolean matches(CharSequence password, String encoded) {
                checked.incrementAndGet();
                meanwhile.run();
                return encoded.contentEquals(password);
            }
        }));
    }

    private static String result(PasswordLogin login, String password) {
        try {
            return login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated("admin", password)).getName();
        } catch (AuthenticationException e) {
            return e.getClass().getSimpleName();
        }
    }

    private static List<String> results(List<Future<String>> all) throws Exception {
        List<String> results = new ArrayList<>();
        for (Future<String> one : all) results.add(one.get(20, TimeUnit.SECONDS));
        return results;
    }

    /** Requests of a program in parallel would all wait for the next check. */
    @Test
    void aPasswordInUseIsNotCheckedAgain() {
        AtomicLong minutes = new AtomicLong();
        ProvedPasswords proved = new ProvedPasswords(() -> TimeUnit.MINUTES.toNanos(minutes.get()));
        ConsoleUser sync = new ConsoleUser("sync", "viewer", "{noop}right", "{noop}right", Source.DATABASE);
        proved.add(sync, "right");
        for (int i = 0; i < 20; i++) {
            minutes.addAndGet(55);
            assertThat(proved.contains(sync, "right")).isTrue();
            assertThat(proved.contains(sync, "wrong")).isFalse();
        }
        assertThat(proved.contains(new ConsoleUser("sync", "viewer", "{noop}changed", "{noop}changed", Source.DATABASE), "right")).as("after a change").isFalse();
        minutes.addAndGet(61);
        assertThat(proved.contains(sync, "right")).isFalse();
    }

    private static boolean refused(Runnable check) {
        try {
            check.run();
            return false;
        } catch (TooManyChecks full) {
            return true;
        }
    }

    private static Instant slowly() {
        LockSupport.parkNanos(5_000_000);
        return Instant.EPOCH;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
