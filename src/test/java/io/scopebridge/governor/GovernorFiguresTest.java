package io.scopebridge.governor;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Fast
class GovernorFiguresTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void withoutALimitCallsTakeWhatTheTenantTakesToAnswer() {
        assertThat(figures(0, 0, 0, 0, null).secondsFor(600)).isEqualTo(60);
        assertThat(figures(0, 0, 0, 400, null).secondsFor(600)).as("behind those that wait").isEqualTo(100);
        assertThat(figures(0, 0, 0, 0, NOW.plusSeconds(30)).secondsFor(600)).as("paused").isEqualTo(90);
    }

    @Test
    void callsBeyondTheFreePartOfTheBudgetTakeLonger() {
        long free = figures(0, 6_000, 3_000, 0, null).secondsFor(3_000);
        long half = figures(3_000, 6_000, 3_000, 0, null).secondsFor(1_500);
        long last = figures(4_500, 6_000, 3_000, 0, null).secondsFor(1_499);

        assertThat(free).isEqualTo(300);
        assertThat(half).isBetween(400L, 1_500L);
        assertThat(last).isGreaterThan(half).isLessThan(3_600);
    }

    @Test
    void moreThanAnHoursBudgetTakesHours() {
        assertThat(figures(6_000, 6_000, 3_000, 0, null).durationOf(12_000)).isEqualTo(Duration.ofHours(2));
    }

    private static GovernorFigures figures(int made, int budget, int slowFrom, int waiting, Instant pausedUntil) {
        return new GovernorFigures(NOW, 0, waiting, 4, made, 0, budget, slowFrom, pausedUntil, 10, 10);
    }
}
