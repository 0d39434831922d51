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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is killed without warning, over the embedded database, loses and repeats nothing. */
@StartsHub
class KillTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private Bench bench;
    private TestHub hub;
    private Path home;

    @BeforeEach
    void settings(@TempDir Path folder) {
        home = folder;
        hub = new TestHub(folder);
        bench = new Bench(hub);
    }

    @AfterEach
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void threeKillsInTheMiddleOfALargeAutotaskProjectLeaveItExact() {
        JsonNode job = killedOnTheWay("autotask", hub.autotask, 90005, 1, 200, 500);

        assertThat(job.at("/result/existing").asInt()).as("done before the last kill").isGreaterThan(400);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90005), true);
    }

    @Test
    void threeKillsInTheMiddleOfALargeConnectWiseProjectLeaveItExact() {
        killedOnTheWay("connectwise", hub.connectWise, 95005, 5, 150, 600);

        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95005), true);
    }

    @Test
    void whatWasAnsweredWith202SurvivesAKillRightAfter() throws Exception {
        HubProcess process = HubProcess.start(hub, home);
        try {
            Map<String, Object> settings = hub.connection("autotask");
            settings(settings).put("webhooks", Map.of("secret", SECRET));
            String connection = bench.connect(settings);
            for (int turn = 0; turn < 5; turn++) {
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
                process.kill();
                process = HubProcess.start(hub, home);
                assertThat(hub.ended(first).path("subject").asText()).isEqualTo("project:" + pushed);
                assertThat(hub.ended(first).path("state").asText()).isEqualTo("DONE");
                assertThat(hub.ended(second).path("source").asText()).isEqualTo("webhook");
                assertThat(hub.ended(second).path("state").asText()).isEqualTo("DONE");
                for (long project : new long[] {pushed, signalled}) {
                    assertThat(hub.autotask.projects()).extracting(one -> one.path("extProjectNumber").asText()).containsOnlyOnce("scopebridge:practice-autotask:" + project);
                }
            }
            assertThat(hub.autotask.projects()).hasSize(10);
        } finally {
            process.kill();
        }
    }

    /**
     * Pushes, and kills the hub each time when the PSA has carried out so many creates and not yet answered the last one;
     * the job when it is done.
     */
    private JsonNode killedOnTheWay(String system, PracticeServer psa, long project, int... killsAt) {
        AtomicReference<HubProcess> process = new AtomicReference<>(HubProcess.start(hub, home));
        AtomicInteger creates = new AtomicInteger();
        psa.onReceived(got -> {
            if (!got.request().method().equals("POST") || got.request().path().endsWith("/query") || got.status() / 100 != 2) return;
            int number = creates.incrementAndGet();
            if (IntStream.of(killsAt).anyMatch(kill -> kill == number)) process.get().kill();
        });
        try {
            long job = hub.request(bench.connect(system), project, null);
            for (int kill : killsAt) {
                Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> creates.get() >= kill && !process.get().isAlive());
                process.set(HubProcess.start(hub, home));
            }
            JsonNode ended = hub.ended(job);
            assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
            assertThat(ended.path("attempts").asInt()).isEqualTo(1 + killsAt.length);
            return ended;
        } finally {
            process.get().kill();
        }
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
