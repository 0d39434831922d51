package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 200 services of three subservices each, within the limits of the tenants. */
@StartsHub
class LargeProjectTest {

    private static Bench bench;
    private static TestHub hub;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
    }

    @AfterAll
    static void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void itArrivesCompleteInAutotask() {
        hub.autotask.forgetMaxInFlight();
        watched("autotask", 90005, 1 + 8 + 800 + 1);

        assertThat(hub.autotask.tasks()).hasSize(801);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90005), true);
        for (String entity : Set.of("Projects", "Phases", "Tasks", "Companies")) {
            assertThat(hub.autotask.maxInFlight(entity)).as(entity).isLessThanOrEqualTo(2);
        }
        assertThat(hub.autotask.maxInFlight("Tasks")).as("two at a time, not one").isEqualTo(2);
        assertThat(hub.autotask.received()).as("calls: one per record, and a handful to look around").hasSizeLessThan(810 + 20);
    }

    @Test
    void itArrivesCompleteInConnectWise() {
        hub.connectWise.forgetMaxInFlight();
        watched("connectwise", 95005, 1 + 8 + 200 + 600 + 8);

        assertThat(hub.connectWise.tickets()).hasSize(208);
        assertThat(hub.connectWise.tasks()).hasSize(600);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95005), true);
        assertThat(hub.connectWise.maxInFlight()).as("four at a time, no more").isBetween(2, 4);
        assertThat(hub.connectWise.received()).hasSizeLessThan(817 + 20);
    }

    /** Pushes and looks at the job meanwhile, as a page would that shows a bar. */
    private static void watched(String system, long project, int steps) {
        String connection = bench.connect(system);
        Instant begin = Instant.now();
        long job = hub.request(connection, project, null);
        Set<Integer> seen = new TreeSet<>();
        JsonNode ended = Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(() -> {
            JsonNode view = hub.get("/api/jobs/" + job);
            if (view.path("state").asText().equals("RUNNING") && view.path("total").asInt() == steps) seen.add(view.path("done").asInt());
            return view;
        }, view -> view.path("state").asText().matches("DONE|FAILED"));

        System.out.printf("%s: %d steps in %.1f s%n", system, steps, Duration.between(begin, Instant.now()).toMillis() / 1000.0);
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
        assertThat(ended.path("done").asInt()).isEqualTo(steps);
        assertThat(ended.path("total").asInt()).isEqualTo(steps);
        assertThat(ended.at("/result/created").asInt()).isEqualTo(steps);
        assertThat(seen).as("progress while it ran").hasSizeGreaterThan(3);
    }
}
