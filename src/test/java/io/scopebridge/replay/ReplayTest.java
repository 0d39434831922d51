package io.scopebridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@StartsHub
class ReplayTest extends ReplayContract {

    @Override
    TestHub hub(Path home) {
        return new TestHub(home);
    }

    @Test
    void aRestartInTheMiddleNeitherLosesNorRepeatsAnything() {
        String connection = bench.connect("connectwise");
        refused(connection, 4);
        hub.connectWise.faults().clear();
        hub.connectWise.faults().latency("POST", TICKETS, 300, 100);
        long replay = begun(Map.of("search", Map.of("connection", connection), "reason", "mended", "canary", false));
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5)).until(() -> hub.connectWise.projects().size() >= 1);
        hub.stop();
        hub.connectWise.faults().clear();
        hub.start();

        assertThat(until(replay, "DONE").at("/progress/succeeded").asInt()).isEqualTo(4);
        assertOncePerProject(4);
        assertThat(states(connection)).containsOnly("RESOLVED");
    }

    @Test
    void thePaceAndAPauseHoldAcrossARestartAndACancelIsForGood() {
        String connection = bench.connect("connectwise");
        String other = bench.connect("connectwise");
        List<Long> jobs = refused(connection, 3);
        refused(other, 1);
        hub.connectWise.faults().clear();
        long replay = begun(Map.of("search", Map.of("connection", connection), "reason", "slowly", "perMinute", 1));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.get("/api/replays/" + replay).at("/progress/succeeded").asInt() == 1);
        hub.stop();
        hub.start();
        until(begun(Map.of("search", Map.of("connection", other), "reason", "ticks have passed")), "DONE");
        assertThat(hub.get("/api/replays/" + replay).at("/progress/waiting").asInt()).isEqualTo(2);

        assertThat(posted("/api/replays/" + replay + "/pause", Map.of("reason", "lunch"), 200).path("stateReason").asText()).isEqualTo("Paused by admin: lunch");
        assertThat(posted("/api/replays/" + replay + "/pause", null, 409).path("detail").asText()).contains("PAUSED");
        posted("/api/replays/" + replay + "/resume", null, 200);
        JsonNode cancelled = posted("/api/replays/" + replay + "/cancel", Map.of("reason", "enough"), 200);
        assertThat(cancelled.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/progress/cancelled").asInt()).isEqualTo(2);
        posted("/api/replays/" + replay + "/resume", null, 409);
        until(begun(Map.of("entries", List.of(openEntries(connection).get(0)), "reason", "this one all the same")), "DONE");
        assertOnce(4, 3);
        assertThat(jobs.stream().filter(job -> hub.get("/api/jobs/" + job).path("state").asText().equals("FAILED"))).hasSize(1);
    }
}
