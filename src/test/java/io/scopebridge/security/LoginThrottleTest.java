package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.scopebridge.database.AtOnce;
import io.scopebridge.database.Databases;
import io.scopebridge.group.Fast;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Fast
class LoginThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final JdbcClient db = JdbcClient.create(Databases.h2());
    private final LoginAttempts attempts = new LoginAttempts(db, new Keyed(), clock);
    private final LoginThrottle throttle = node();

    private LoginThrottle node() {
        return new LoginThrottle(attempts, clock);
    }

    private int waitAfterFailure() {
        wrong(throttle, "admin", "10.0.0.1");
        TooManyLogins wait = catchThrowableOfType(TooManyLogins.class, () -> throttle.check("admin", "10.0.0.1"));
        return wait == null ? 0 : wait.seconds();
    }

    private static void wrong(LoginThrottle node, String name, String place) {
        node.begin(name, place);
        node.failed(name, place);
    }

    private static void right(LoginThrottle node, String name, String place) {
        node.begin(name, place);
        node.succeeded(name, place, true);
    }

    /** Of a guesser who tries at all nodes, ten times a second, for ten minutes. */
    private int guesses(List<LoginThrottle> nodes, String name, String place) {
        int checked = 0;
        for (int i = 0; i < 6_000; i++) {
            for (LoginThrottle node : nodes) {
                try {
                    node.check(name, place);
                    wrong(node, name, place);
                    checked++;
                } catch (TooManyLogins wait) {
                    continue;
                }
            }
            now = now.plusMillis(100);
        }
        return checked;
    }

    @Test
    void guessingAtThreeNodesIsNoFasterThanAtOne() {
        int one = guesses(List.of(node()), "admin", "10.0.0.1");
        assertThat(one).isBetween(20, 40);
        assertThat(guesses(List.of(node(), node(), node()), "admin", "10.0.0.2")).isCloseTo(one, within(1));
    }

    @Test
    void ofNodesThatCheckAtTheSameTimeOneCounts() throws Exception {
        for (int i = 0; i < 5; i++) wrong(node(), "admin", "10.0.0.1");
        now = now.plusSeconds(2);
        List<LoginThrottle> nodes = Stream.generate(this::node).limit(8).toList();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger checked = new AtomicInteger();
        AtOnce.run(8, () -> {
            try {
                nodes.get(next.getAndIncrement()).begin("admin", "10.0.0.1");
                checked.incrementAndGet();
            } catch (TooManyLogins wait) {
                return 0;
            }
            return 1;
        });
        assertThat(checked.get()).isEqualTo(1);
    }

    @Test
    void manyNamesAtOnePlaceWaitAtAllNodesExceptThoseThatLoggedInThereAtAny() {
        right(node(), "olga", "10.0.0.1");
        for (int i = 0; i < 12; i++) {
            try {
                wrong(node(), "name" + i, "10.0.0.1");
            } catch (TooManyLogins wait) {
                now = now.plusSeconds(wait.seconds());
            }
        }
        wrongUntilItWaits();
        LoginThrottle other = node();
        assertThat(catchThrowableOfType(TooManyLogins.class, () -> other.begin("another", "10.0.0.1"))).isNotNull();
        assertThatCode(() -> other.begin("olga", "10.0.0.1")).as("has logged in there, at another node").doesNotThrowAnyException();
        assertThatCode(() -> other.begin("another", "10.0.0.2")).doesNotThrowAnyException();
    }

    private void wrongUntilItWaits() {
        LoginThrottle node = node();
        for (int i = 20; i < 60; i++) {
            try {
                wrong(node, "name" + i, "10.0.0.1");
            } catch (TooManyLogins wait) {
                return;
            }
        }
    }

    /** Strangers choose names and places; neither can be read in the database, and rows are few. */
    @Test
    void whatStrangersWriteIsBoundedAndEnds() {
        right(throttle, "olga", "10.0.0.1");
        for (int i = 0; i < 60; i++) {
            now = now.plusSeconds(1);
            wrong(throttle, "my-password-" + i + "\0".repeat(500), "10.0.1." + i);
        }
        assertThat(rows()).isEqualTo(List.of(61, 60));
        attempts.cleanUp(20);
        assertThat(rows()).isEqualTo(List.of(21, 20));
        assertThat(db.sql("select attempt_key from login_attempt").query(String.class).list()).allMatch(key -> key.matches("[0-9a-f]{64}"));
        now = now.plusSeconds(3_700);
        attempts.cleanUp(20);
        assertThat(rows()).as("who logged in").isEqualTo(List.of(1, 0));
        now = now.plusSeconds(31 * 86_400);
        attempts.cleanUp(20);
        assertThat(rows()).isEqualTo(List.of(0, 0));
    }

    private List<Integer> rows() {
        return Stream.of("login_attempt", "login_place").map(table -> db.sql("select count(*) from " + table).query(Integer.class).single()).toList();
    }

    @BeforeEach
    void noRowsOfOthers() {
        db.sql("delete from login_attempt").update();
        db.sql("delete from login_place").update();
    }

    @Test
    void withoutTheDatabaseANodeCountsByItself() {
        LoginAttempts away = new LoginAttempts(JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:none;IFEXISTS=TRUE")), new Keyed(), clock);
        LoginThrottle alone = new LoginThrottle(away, clock);
        for (int i = 0; i < 5; i++) wrong(alone, "admin", "10.0.0.1");
        assertThat(catchThrowableOfType(TooManyLogins.class, () -> alone.check("admin", "10.0.0.1"))).isNotNull();
        now = now.plusSeconds(2);
        assertThatCode(() -> right(alone, "admin", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void theWaitBeginsWithTheFifthFailureAndGrowsTo30Seconds() {
        List<Integer> waits = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waits.add(waitAfterFailure());
            now = now.plusSeconds(waits.get(i));
            assertThatCode(() -> throttle.check("admin", "10.0.0.1")).doesNotThrowAnyException();
        }
        assertThat(waits).containsExactly(0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30);
    }

    @Test
    void otherUsersAndOtherAddressesDoNotWait() {
        for (int i = 0; i < 9; i++) {
            wrong(throttle, "admin", "10.0.0.1");
            now = now.plusSeconds(30);
        }
        assertThatCode(() -> throttle.check("admin", "10.0.0.2")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("olga", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        for (int i = 0; i < 4; i++) {
            waitAfterFailure();
        }
        throttle.succeeded("admin", "10.0.0.1", true);
        assertThat(waitAfterFailure()).isZero();
    }

    @Test
    void whoTriesManyNamesWaitsForEachFurtherOne() {
        right(throttle, "olga", "10.0.0.1");
        for (int i = 0; i < 10; i++) wrong(throttle, "name" + i, "10.0.0.1");
        assertThatCode(() -> throttle.check("name10", "10.0.0.1")).doesNotThrowAnyException();

        List<Integer> waits = new ArrayList<>();
        for (int i = 10; i < 18; i++) {
            wrong(throttle, "name" + i, "10.0.0.1");
            TooManyLogins wait = catchThrowableOfType(TooManyLogins.class, () -> throttle.check("another", "10.0.0.1"));
            waits.add(wait.seconds());
            now = now.plusSeconds(wait.seconds());
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 30, 30, 30);

        wrong(throttle, "name18", "10.0.0.1");
        assertThatCode(() -> throttle.check("olga", "10.0.0.1")).as("has logged in there before").doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("another", "10.0.0.2")).doesNotThrowAnyException();
    }

    /** An office in which somebody mistypes now and then is no guesser. */
    @Test
    void namesThatFailedMoreThanAnHourAgoDoNotCount() {
        for (int i = 0; i < 40; i++) {
            wrong(throttle, "name" + i, "10.0.0.1");
            assertThatCode(() -> throttle.check("another", "10.0.0.1")).doesNotThrowAnyException();
            now = now.plusSeconds(7 * 60);
        }
        for (int i = 0; i < 20; i++) throttle.failed("name" + i, "10.0.0.1");
        assertThat(catchThrowableOfType(TooManyLogins.class, () -> throttle.check("another", "10.0.0.1"))).isNotNull();
    }

    /** A client has all addresses of its network. */
    @ParameterizedTest
    @CsvSource({"192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8::1, 2001:db8:0:0:ffff::7, true", "2001:db8::1, 2001:db8:0:1::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true", "fe80::1%eth0, fe80::1%eth1, true", "unknown, unknown, true", "':', '::', false"})
    void thePlaceIsTheNetworkOfTheClient(String one, String other, boolean same) {
        assertThat(LoginPlace.of(one).equals(LoginPlace.of(other))).isEqualTo(same);
    }
}
