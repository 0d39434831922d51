package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How long a lost answer is looked up, as a function of time. */
@Fast
class LookUpScheduleTest {

    @Test
    void byDefaultItIsLookedForHalfAMinuteWithGrowingPauses() {
        PlanSettings settings = new Binder(new MapConfigurationPropertySource()).bindOrCreate("scopebridge.plan", PlanSettings.class);

        assertThat(looks(new LookUpSchedule(settings))).extracting(Duration::toSeconds).containsExactly(2L, 6L, 14L, 30L);
    }

    @ParameterizedTest
    @CsvSource({"PT2S, PT40S, 2 6 14 30 40", "PT1S, PT1S, 1", "PT5S, PT2S, 2", "PT0S, PT3S, 3", "PT0S, PT0S, ''", "PT2S, PT0S, ''"})
    void theLastLookIsAtTheEnd(Duration first, Duration all, String seconds) {
        assertThat(looks(new LookUpSchedule(first, all)).stream().map(look -> "" + look.toSeconds()).reduce((a, b) -> a + " " + b).orElse("")).isEqualTo(seconds);
    }

    @Test
    void aLookThatComesLateIsFollowedByTheNextInTheSchedule() {
        LookUpSchedule schedule = new LookUpSchedule(Duration.ofSeconds(2), Duration.ofSeconds(30));

        assertThat(schedule.pauseAfter(Duration.ofSeconds(13))).contains(Duration.ofSeconds(1));
        assertThat(schedule.pauseAfter(Duration.ofMillis(29_999))).contains(Duration.ofMillis(1));
        assertThat(schedule.pauseAfter(Duration.ofHours(1))).isEmpty();
    }

    private static List<Duration> looks(LookUpSchedule schedule) {
        List<Duration> looks = new ArrayList<>();
        Duration now = Duration.ZERO;
        for (Optional<Duration> pause = schedule.pauseAfter(now); pause.isPresent(); pause = schedule.pauseAfter(now)) {
            now = now.plus(pause.get());
            looks.add(now);
        }
        return looks;
    }
}
