package io.scopebridge.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.project.AutotaskTree;
import io.scopebridge.project.ConnectWiseTree;
import io.scopebridge.project.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed without warning, over the embedded database, loses and repeats nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class KillTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private Bench bench;
    private TestHub hub;
    private Path home;
    /** The next test takes over the process that the last one leaves: a start costs more than what it does. */
    private final AtomicReference<HubProcess> process = new AtomicReference<>();

    @BeforeAll
    void aProcess(@TempDir Path folder) {
        home = folder;
        hub = new TestHub(folder);
        bench = new Bench(hub);
        process.set(HubProcess.start(hub, home));
    }

    @BeforeEach
    void emptyPsas() {
        bench.clear();
    }

    @AfterAll
    void everyRequestWasAllowed() {
        process.get().kill();
        bench.close();
    }

    @Test
    void threeKillsInTheMiddleOfTwoLargeProjectsLeaveBothExact() {
        AtomicInteger autotask = killAfter(hub.autotask, 1, 500);
        AtomicInteger connectWise = killAfter(hub.connectWise, 150);
        String first = bench.connect("autotask");
        String second = bench.connect("connectwise");
        long tasks = hub.request(first, 90005, null);
        restartedUntil(() -> autotask.get() == 1);
        long tickets = hub.request(second, 95005, null);
        restartedUntil(() -> connectWise.get() == 1 && autotask.get() == 2);

        JsonNode ofTasks = hub.ended(tasks);
        JsonNode ofTickets = hub.ended(tickets);
        assertThat(List.of(ofTasks, ofTickets)).allSatisfy(job -> assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE"));
        assertThat(ofTasks.path("attempts").asInt()).isBetween(3, 4);
        assertThat(ofTickets.path("attempts").asInt()).isBetween(2, 3);
        assertThat(ofTasks.at("/result/existing").asInt()).as("done before the last kill").isGreaterThan(400);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90005), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95005), true);
    }

    @Test
    void whatWasAnsweredWith202SurvivesAKillRightAfter() throws Exception {
        Map<String, Object> settings = hub.connection("autotask");
        settings(settings).put("webhooks", Map.of("secret", SECRET));
        String connection = bench.connect(settings);
        for (int turn = 0; turn < 2; turn++) {
            long pushed = 90015 + 2L * turn;
            long signalled = pushed + 1;
            hub.scopeStack.approve(pushed);
            hub.scopeStack.approve(signalled);
            long first;
            long second;
            if (turn % 2 == 0) {
                first = hub.request(connection, pushed, null);
                second = webhook(connection, signalled);
            } else {
                second = webhook(connection, signalled);
                first = hub.request(connection, pushed, null);
            }
            process.get().kill();
            process.set(HubProcess.start(hub, home));
            assertThat(hub.ended(first).path("subject").asText()).isEqualTo("project:" + pushed);
            assertThat(hub.ended(first).path("state").asText()).isEqualTo("DONE");
            assertThat(hub.ended(second).path("source").asText()).isEqualTo("webhook");
            assertThat(hub.ended(second).path("state").asText()).isEqualTo("DONE");
            for (long project : new long[] {pushed, signalled}) {
                assertThat(hub.autotask.projects()).extracting(one -> one.path("extProjectNumber").asText()).containsOnlyOnce("scopebridge:practice-autotask:" + project);
            }
        }
        assertThat(hub.autotask.projects()).hasSize(4);
    }

    @Test
    void aKillBetweenASalesOrderAndItsAnswerLeavesOneOrder() {
        String connection = bench.connect("connectwise");
        AtomicInteger orders = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        hub.connectWise.onReceived(got -> {
            if (!got.request().path().endsWith("/convertToSalesOrder") || orders.incrementAndGet() > 1) return;
            process.get().kill();
            killed.incrementAndGet();
        });
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + connection + "/projects/95002/sales-order", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        long job = Long.parseLong(answer.body().replaceAll("\\D", ""));
        restartedUntil(() -> killed.get() == 1);

        assertThat(hub.ended(job).path("state").asText()).isEqualTo("DONE");
        assertThat(hub.connectWise.orders()).filteredOn(order -> order.at("/opportunity/id").asLong() == 1043).hasSize(1);
    }

    /** Kills the hub each time when the PSA has carried out so many creates and not yet answered the last one; counts the kills. */
    private AtomicInteger killAfter(PracticeServer psa, int... kills) {
        AtomicInteger creates = new AtomicInteger();
        AtomicInteger killed = new AtomicInteger();
        psa.onReceived(got -> {
            if (!got.request().method().equals("POST") || got.request().path().contains("/query") || got.status() / 100 != 2) return;
            int number = creates.incrementAndGet();
            if (IntStream.of(kills).noneMatch(kill -> kill == number)) return;
            process.get().kill();
            killed.incrementAndGet();
        });
        return killed;
    }

    /** Starts the hub again each time it was killed; back when it lives and so much was created. */
    private void restartedUntil(BooleanSupplier reached) {
        Awaitility.await().atMost(Duration.ofSeconds(180)).until(() -> {
            boolean enough = reached.getAsBoolean();
            if (process.get().isAlive()) return enough;
            process.set(HubProcess.start(hub, home));
            return false;
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> settings(Map<String, Object> connection) {
        return (Map<String, Object>) connection.get("settings");
    }

    private long webhook(String connection, long project) throws Exception {
        HttpResponse<String> answer = hub.webhook(connection, SECRET, "event-" + project, "{\"type\":\"project.create\",\"project\":\"" + project + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new ObjectMapper().readTree(answer.body()).path("job").asLong();
    }
}
