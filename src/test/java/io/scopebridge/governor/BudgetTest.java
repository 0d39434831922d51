package io.scopebridge.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Fast
class BudgetTest {

    private static final Limits AUTOTASK = new Limits(2, 8, 10_000, 40, 50, Duration.ofSeconds(30));

    private final Budget budget = new Budget(AUTOTASK);
    private final Instant start = Instant.parse("2026-03-01T10:00:30Z");

    @Test
    void theFirstHalfOfTheShareIsFree() {
        make(2_999, start);

        assertThat(budget.allowed(start)).isEqualTo(6_000);
        assertThat(budget.pause(start)).isZero();
    }

    @Test
    void callsGoFurtherApartAsTheShareIsUsed() {
        make(3_600, start);
        Duration early = budget.pause(start);
        make(1_800, start);
        Duration late = budget.pause(start);

        assertThat(early).isPositive().isLessThan(Duration.ofSeconds(1));
        assertThat(late).isGreaterThan(early).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(budget.pause(start.plusSeconds(5))).isZero();
    }

    @Test
    void aUsedShareWaitsUntilTheOldestCallsAreAnHourOld() {
        make(6_000, start);

        Duration pause = budget.pause(start);

        assertThat(pause).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(budget.pause(start.plus(pause).minusSeconds(1))).isPositive();
        assertThat(budget.pause(start.plus(pause))).isZero();
        assertThat(budget.own(start.plus(pause))).isZero();
    }

    @Test
    void anEvenUseOfTheShareNeverStops() {
        Instant now = start;
        for (int call = 0; call < 20_000; call++) {
            assertThat(budget.pause(now)).isLessThan(Duration.ofSeconds(30));
            now = now.plus(budget.pause(now));
            budget.made(now);
            now = now.plusMillis(100);
            assertThat(budget.own(now)).isLessThanOrEqualTo(6_000);
        }
    }

    @Test
    void whatOthersUseIsTakenFromTheHubOnlyBeyondTheReserve() {
        make(100, start);

        budget.learn(3_100, start);
        assertThat(budget.others(start)).isEqualTo(3_000);
        assertThat(budget.allowed(start)).isEqualTo(6_000);

        budget.learn(9_100, start);
        assertThat(budget.allowed(start)).isEqualTo(1_000);
        assertThat(budget.allowed(start.plus(Duration.ofMinutes(61)))).as("nobody told since").isEqualTo(6_000);
    }

    @Test
    void whatOthersUseBringsTheSlowerPartNearer() {
        make(1_500, start);
        assertThat(budget.slowFrom(start)).isEqualTo(3_000);

        budget.learn(5_500, start);
        assertThat(budget.slowFrom(start)).as("half of what the tenant allows all together").isEqualTo(1_000);
        assertThat(budget.pause(start)).isPositive();

        budget.learn(8_500, start);
        assertThat(budget.slowFrom(start)).isZero();
    }

    @Test
    void aTenantThatIsFullIsLookedAtAgainSoon() {
        make(10, start);
        budget.learn(10_010, start);

        assertThat(budget.pause(start)).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    @Test
    void aSystemWithoutAnHourlyLimitNeverWaits() {
        Budget free = new Budget(Limits.USUAL);
        for (int i = 0; i < 50_000; i++) {
            free.made(start);
        }
        assertThat(free.pause(start)).isZero();
        assertThat(free.allowed(start)).isZero();
    }

    private void make(int calls, Instant now) {
        for (int i = 0; i < calls; i++) {
            budget.made(now);
        }
    }
}
