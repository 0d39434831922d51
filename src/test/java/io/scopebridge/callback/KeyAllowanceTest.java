package io.scopebridge.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@Fast
class KeyAllowanceTest {

    private final AtomicLong clock = new AtomicLong();
    private final KeyAllowance allowance = new KeyAllowance(2, Duration.ofSeconds(3), clock::get);

    @Test
    void someAtOnceThenOneEverySoOften() {
        assertThat(taken(5)).isEqualTo(2);

        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(taken(5)).isZero();
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(taken(5)).isEqualTo(1);
        clock.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(taken(5)).as("no more than at first").isEqualTo(2);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        assertThat(taken(2)).isEqualTo(2);
        allowance.giveBack();
        assertThat(taken(5)).isEqualTo(1);

        for (int i = 0; i < 10; i++) allowance.giveBack();
        assertThat(taken(5)).as("no more than at first").isEqualTo(2);
    }

    private int taken(int asked) {
        int taken = 0;
        for (int i = 0; i < asked; i++) if (allowance.take()) taken++;
        return taken;
    }
}
