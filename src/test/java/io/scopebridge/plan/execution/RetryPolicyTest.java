package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Fast
class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(new PlanSettings(8, 32, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(100), Duration.ofMinutes(2)));

    @Test
    void aSystemThatAsksForNoWaitIsAskedMoreAndMoreSeldom() {
        assertThat(IntStream.range(0, 8).mapToObj(i -> policy.wait(limited(Duration.ZERO)).toSeconds())).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void whatASystemAsksForIsWaited() {
        assertThat(policy.wait(limited(Duration.ofSeconds(90)))).isEqualTo(Duration.ofSeconds(90));
        assertThatThrownBy(() -> policy.wait(limited(Duration.ofSeconds(121)))).isInstanceOf(RemoteFailure.class);
    }

    @Test
    void theHubsOwnPauseDoesNotStopThePlan() {
        RetryPolicy impatient = new RetryPolicy(new PlanSettings(8, 32, Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofSeconds(100), Duration.ofSeconds(3)));
        assertThat(IntStream.range(0, 4).mapToObj(i -> impatient.wait(limited(Duration.ZERO)).toSeconds())).containsExactly(1L, 2L, 3L, 3L);
    }

    @Test
    void aFailureThatMayPassEndsAlsoWhenTheSystemAsksForNoWait() {
        assertThatThrownBy(() -> IntStream.range(0, 30).forEach(i -> policy.wait(failure(FailureClass.TRANSIENT, Duration.ZERO)))).isInstanceOf(RemoteFailure.class);
    }

    private static Failure limited(Duration asked) {
        return failure(FailureClass.RATE_LIMIT, asked);
    }

    private static Failure failure(FailureClass type, Duration asked) {
        return new Failure(type, "cause", "remedy", null, asked, null, null);
    }
}
