package io.scopebridge.governor;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What a tenant stands is kept to, and shown (feature F6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class TenantBudgetTest {

    private static final int THRESHOLD = 1_000;
    private static final int OTHERS = 560;
    /** Calls that the hub has counted and the PSA has not, because they are on their way while it answers. */
    private static final int IN_FLIGHT = 4;
    private static final String USAGE = "(?i).*/ThresholdInformation";

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private TestHub hub;

    @BeforeAll
    void aHub(@TempDir Path home) {
        hub = new TestHub(home).withFewOpportunities().with("scopebridge.usage.tick", 50).with("scopebridge.metrics.per-connection", true)
            .with("scopebridge.governor.autotask.calls-per-hour", THRESHOLD).start();
        autotaskContract.watch(hub.autotask);
        hub.autotask.threshold(THRESHOLD);
        hub.autotask.callsOfOthers(OTHERS);
        hub.connected();
    }

    @BeforeEach
    void noFaults() {
        hub.autotask.faults().clear();
        hub.connectWise.faults().clear();
        hub.connectWise.callsAtOnce(Integer.MAX_VALUE).answerAfter(Duration.ZERO);
    }

    @AfterAll
    void everyRequestWasOneThatTheContractKnows() {
        try {
            autotaskContract.assertAllValid();
        } finally {
            hub.close();
        }
    }

    @Test
    void whatOthersUseIsAskedOnceInAWhileAndSlowsTheHubDown() {
        hub.sync(AUTOTASK);
        await().atMost(Duration.ofSeconds(60)).until(() -> psa(AUTOTASK).path("usedByOthers").asInt() > 0);
        hub.push(AUTOTASK, 90011, Map.of());
        hub.sync(AUTOTASK);

        JsonNode psa = psa(AUTOTASK);
        assertThat(psa.path("system").asText()).isEqualTo("autotask");
        assertThat(psa.path("usedByOthers").asInt()).isBetween(OTHERS - IN_FLIGHT, OTHERS + 1);
        assertThat(psa.path("budget").asInt()).as("what others leave of a thousand").isBetween(THRESHOLD - OTHERS - 1, THRESHOLD - OTHERS + IN_FLIGHT);
        assertThat(psa.path("slowFrom").asInt()).as("more than half is used by others already").isZero();
        assertThat(psa.path("callsLastHour").asInt()).isGreaterThan(5).isLessThan(100);
        assertThat(psa.path("callsPerSecond").asDouble()).isPositive().isLessThanOrEqualTo(psa.path("pace").asDouble());
        assertThat(psa.path("pace").asDouble()).as("Autotask itself answers later").isLessThan(6);
        assertThat(metric("scopebridge_budget_left{connection=\"" + AUTOTASK + "\",system=\"autotask\"}")).isBetween(THRESHOLD - OTHERS - 100.0, THRESHOLD - OTHERS + IN_FLIGHT - 5.0);
        assertThat(metric("scopebridge_budget_used_ratio{system=\"autotask\"}")).isBetween(0.01, 0.3);
        assertThat(Asked.of(hub.autotask, "GET", USAGE)).hasSize(1);
        theCallsOfTheHourAreKept(psa.path("callsLastHour").asInt());
    }

    /** What is stored survives the node, unlike the figures of the governor; for two days. */
    private void theCallsOfTheHourAreKept(int calls) {
        assertThat(hub.database().sql("select count(*) from call_hour where hour_at < current_timestamp - interval '48' hour").query(Integer.class).single()).isZero();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<JsonNode> hours = StreamSupport.stream(hub.get("/api/overview/charts?connection=" + AUTOTASK).path("callsByHour").spliterator(), false).toList();
            assertThat(hours).hasSize(24);
            assertThat(hours.stream().mapToInt(hour -> hour.path("calls").asInt()).sum()).isGreaterThanOrEqualTo(calls);
            assertThat(hours).anySatisfy(hour -> {
                assertThat(hour.path("usedPercent").asInt()).isBetween(1, 30);
                assertThat(hour.path("connection").asText()).isEqualTo("Northwind autotask");
            });
        });
    }

    @Test
    void aRetryAfterIsShownAndKeptTo() {
        List<Instant> times = new CopyOnWriteArrayList<>();
        hub.connectWise.onReceived(seen -> {
            if (seen.request().path().contains("/apis/")) times.add(Instant.now());
        });
        hub.connectWise.faults().status("GET", ".*/service/boards", 429, 3, 1);

        long job = hub.request(CONNECTWISE, 95011, Map.of());
        await().atMost(Duration.ofSeconds(60)).until(() -> psa(CONNECTWISE).path("pausedUntil").isTextual());
        assertThat(psa(CONNECTWISE).path("callsPerSecond").asDouble()).isZero();

        assertThat(hub.ended(job).path("state").asText()).isEqualTo("DONE");
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(2_900));
        assertThat(psa(CONNECTWISE).path("pausedUntil").isNull()).isTrue();
    }

    @Test
    void aConnectWiseThatThrottlesIsCalledLessAtATime() {
        for (int i = 0; i < 12; i++) hub.scopeStack.addService(95010, null, "Extra " + i, 1);
        hub.connectWise.callsAtOnce(1).answerAfter(Duration.ofMillis(50));

        assertThat(hub.push(CONNECTWISE, 95010, Map.of()).path("state").asText()).isEqualTo("DONE");

        assertThat(psa(CONNECTWISE).path("concurrency").asInt()).isLessThan(4);
        assertThat(psa(CONNECTWISE).path("budget").asInt()).as("no hourly limit").isZero();
    }

    @Test
    void scopeStackHasFiguresOfItsOwn() {
        hub.sync(CONNECTWISE);

        JsonNode scopeStack = hub.get("/api/connections/" + CONNECTWISE + "/budget").path("scopestack");
        assertThat(scopeStack.path("system").asText()).isEqualTo("scopestack");
        assertThat(scopeStack.path("callsLastHour").asInt()).isPositive();
        assertThat(scopeStack.path("inFlight").asInt()).isZero();
        assertThat(hub.send("GET", "/api/connections/nobody/budget", null).statusCode()).isEqualTo(404);
    }

    private JsonNode psa(String connection) {
        return hub.get("/api/connections/" + connection + "/budget").path("psa");
    }

    private double metric(String series) {
        return hub.send("GET", "/actuator/prometheus", null).body().lines().filter(line -> line.startsWith(series + " ")).mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
            .findFirst().orElseThrow(() -> new AssertionError("no " + series));
    }
}
