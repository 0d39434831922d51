package io.scopebridge.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionParts;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@Fast
class BreakersTest {

    private static final String SYSTEM = "psa";
    private static final Duration PAUSE = Duration.ofMillis(30);

    private final Connection connection = new Connection("probed", "probed", SYSTEM, true, JsonNodeFactory.instance.objectNode(), Map.of());

    @Test
    void aProbeThatIsNeverReportedIsFollowedByAnother() {
        Breakers breakers = new Breakers(ConnectionParts.statuses(Databases.h2()), new BreakerSettings(Duration.ZERO, 1, PAUSE, PAUSE.multipliedBy(2)), Duration.ofMillis(200));
        breakers.enter(connection, SYSTEM);
        breakers.left(connection, SYSTEM, false, Duration.ofSeconds(1));
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> breakers.paused().isEmpty() && breakers.open().contains(connection.id()));
        breakers.enter(connection, SYSTEM);
        assertThatThrownBy(() -> breakers.enter(connection, SYSTEM)).as("one probe at a time").isInstanceOf(RemoteFailure.class);

        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5)).ignoreExceptionsInstanceOf(RemoteFailure.class).until(() -> {
            breakers.enter(connection, SYSTEM);
            return true;
        });
        breakers.left(connection, SYSTEM, true, Duration.ZERO);
        assertThat(breakers.hanging(connection.id())).isEmpty();
    }

    /** By what refused the call, not by a sentence that others can write too. */
    @Test
    void aJobIsStoppedByTheRefusalHoweverItIsWorded() {
        Breakers breakers = new Breakers(ConnectionParts.statuses(Databases.h2()), new BreakerSettings(Duration.ZERO, 1, PAUSE, PAUSE.multipliedBy(2)), Duration.ofMinutes(10));
        breakers.enter(connection, SYSTEM);
        breakers.left(connection, SYSTEM, false, Duration.ofSeconds(1));
        Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> breakers.paused().isEmpty() && breakers.open().contains(connection.id()));
        breakers.enter(connection, SYSTEM);
        Failure refused = catchThrowableOfType(RemoteFailure.class, () -> breakers.enter(connection, SYSTEM)).failure();

        assertThat(breakers.stopping(connection.id(), refused)).isPresent();
        assertThat(breakers.stopping(connection.id(), refused.withRetryAfter(Duration.ofSeconds(1)).withExchange("GET /x", null))).isPresent();
        Failure worded = new Failure(refused.type(), "After 3 attempts: " + refused.cause(), refused.remedy(), null, null, null, null, refused.hanging());
        assertThat(breakers.stopping(connection.id(), worded)).isPresent();
        assertThat(breakers.stopping(connection.id(), Failure.of(refused.type(), refused.cause(), refused.remedy()))).as("a system that says the same").isEmpty();
        assertThat(breakers.stopping("another", refused)).isEmpty();
    }

    /** Each breaker of each system of each connection has room for so many. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101, 1_000_000, Integer.MAX_VALUE})
    void aNumberOfCallsOutOfRangeIsNamedAtTheStart(int calls) {
        bound("scopebridge.breaker.calls=" + calls).run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("scopebridge.breaker.calls: " + calls + " is not from 1 to 100"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void aNumberOfCallsInRangeIsTaken(int calls) {
        bound("scopebridge.breaker.calls=" + calls).run(context -> assertThat(context.getBean(BreakerSettings.class).calls()).isEqualTo(calls));
    }

    private static ApplicationContextRunner bound(String setting) {
        return new ApplicationContextRunner().withUserConfiguration(Bound.class).withPropertyValues(setting);
    }

    @EnableConfigurationProperties(BreakerSettings.class)
    static class Bound {
    }
}
