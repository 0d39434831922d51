package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@Fast
class ProgressPaceTest {

    private final ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    private final List<Integer> reports = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    void whatWasReachedIsReportedWithinASecondAlthoughNothingMoreIsReached() {
        ProgressPace pace = new ProgressPace((done, total) -> reports.add(done), 9, pool, failures::add);

        pace.reached(1);
        pace.reached(2);
        pace.reached(3);

        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> reports.contains(3));
        assertThat(reports).as("no report for each step").containsExactly(1, 3);
    }

    @Test
    void aReportThatFailsLaterEndsTheRun() {
        ProgressPace pace = new ProgressPace((done, total) -> {
            if (done == 2) throw new LeaseLost("elsewhere");
        }, 9, pool, failures::add);

        pace.reached(1);
        pace.reached(2);

        Awaitility.await().atMost(Duration.ofSeconds(1)).until(() -> !failures.isEmpty());
        assertThat(failures.get(0)).isInstanceOf(LeaseLost.class);
    }
}
