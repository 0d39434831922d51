package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scopebridge.group.Fast;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class LoginThrottleTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    private int waitAfterFailure() {
        throttle.failed("admin", "10.0.0.1");
        TooManyLogins wait = catchThrowableOfType(TooManyLogins.class, () -> throttle.check("admin", "10.0.0.1"));
        return wait == null ? 0 : wait.seconds();
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
            throttle.failed("admin", "10.0.0.1");
        }
        assertThatCode(() -> throttle.check("admin", "10.0.0.2")).doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("olga", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void aRightPasswordForgetsTheWrongOnes() {
        for (int i = 0; i < 4; i++) {
            waitAfterFailure();
        }
        throttle.succeeded("admin", "10.0.0.1");
        assertThat(waitAfterFailure()).isZero();
    }

    @Test
    void whoTriesManyNamesWaitsForEachFurtherOne() {
        throttle.succeeded("olga", "10.0.0.1");
        for (int i = 0; i < 10; i++) throttle.failed("name" + i, "10.0.0.1");
        assertThatCode(() -> throttle.check("name10", "10.0.0.1")).doesNotThrowAnyException();

        List<Integer> waits = new ArrayList<>();
        for (int i = 10; i < 18; i++) {
            throttle.failed("name" + i, "10.0.0.1");
            TooManyLogins wait = catchThrowableOfType(TooManyLogins.class, () -> throttle.check("another", "10.0.0.1"));
            waits.add(wait.seconds());
            now = now.plusSeconds(wait.seconds());
        }
        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 30, 30, 30);

        throttle.failed("name18", "10.0.0.1");
        assertThatCode(() -> throttle.check("olga", "10.0.0.1")).as("has logged in there before").doesNotThrowAnyException();
        assertThatCode(() -> throttle.check("another", "10.0.0.2")).doesNotThrowAnyException();
    }

    /** An office in which somebody mistypes now and then is no guesser. */
    @Test
    void namesThatFailedMoreThanAnHourAgoDoNotCount() {
        for (int i = 0; i < 40; i++) {
            throttle.failed("name" + i, "10.0.0.1");
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
