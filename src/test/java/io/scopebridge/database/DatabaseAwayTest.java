package io.scopebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database freezes, breaks off or has no space: senders are told to come again in time, and nothing that was accepted is lost. */
@StartsHub
class DatabaseAwayTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String CHANGED = "{\"type\":\"project.changed\",\"project\":\"90001\"}";
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger events = new AtomicInteger();
    private TestHub hub;
    private String connection;

    @Test
    void aFrozenOrBrokenPostgresIsAnswered503InTime(@TempDir Path home) throws Exception {
        String url = Databases.freshPostgres();
        int port = Integer.parseInt(url.replaceFirst(".*localhost:(\\d+)/.*", "$1"));
        try (TcpProxy network = new TcpProxy(port); TestHub started = new TestHub(home, url.replace(":" + port + "/", ":" + network.port() + "/"), "postgres", "").start()) {
            connect(started);

            network.freeze();
            assertAway();
            network.mend();
            assertBack();

            network.cut();
            assertAway();
            network.mend();
            assertBack();
            assertNothingIsLost();
            theEntryOfATickIsResolvedWhenItSucceedsAgain();
        }
    }

    private void theEntryOfATickIsResolvedWhenItSucceedsAgain() {
        hub.database().sql("alter table replay rename to replay_gone").update();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> states("replays").contains("OPEN"));
        hub.database().sql("alter table replay_gone rename to replay").update();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !states("replays").contains("OPEN"));
        assertThat(states("replays")).contains("RESOLVED");
    }

    private List<String> states(String flow) {
        return hub.database().sql("select state from log_entry where connection_id is null and flow = ?").param(flow).query(String.class).list();
    }

    @Test
    void afterAFullDiskTheEmbeddedDatabaseIsOpenedAgain(@TempDir Path home) throws Exception {
        FullDisk.register();
        try (TestHub started = new TestHub(home, "jdbc:h2:full:" + home.resolve("hub").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=32768;DB_CLOSE_ON_EXIT=FALSE", "sa", "").start()) {
            connect(started);

            FullDisk.full(true);
            assertAway();
            FullDisk.full(false);
            assertBack();
            assertNothingIsLost();
        } finally {
            FullDisk.full(false);
        }
    }

    private void connect(TestHub started) {
        hub = started;
        started.withFewOpportunities();
        connection = "acme";
        Map<String, Object> made = hub.connection("autotask", Map.of("webhooks.secret", SECRET));
        made.put("id", connection);
        hub.put(connection, made);
        // The first requests of a JVM are slow for reasons of their own.
        for (int turn = 0; turn < 60; turn++) assertThat(send(event())).isEqualTo(202);
    }

    /** From the first moment, also for twenty at once. */
    private void assertAway() throws Exception {
        for (int turn = 0; turn < 2; turn++) {
            AtOnce.run(20, () -> {
                long from = System.nanoTime();
                HttpResponse<String> answer = events.incrementAndGet() % 4 == 0 ? hub.send("POST", "/api/connections/" + connection + "/sync", null)
                    : hub.webhook(connection, SECRET, event(), CHANGED);
                assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(IN_TIME);
                assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                return null;
            });
        }
        assertThat(hub.send("GET", "/actuator/health/readiness", null).statusCode()).isEqualTo(503);
        assertThat(hub.send("GET", "/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    }

    /** By itself, and jobs run again. */
    private void assertBack() {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> hub.send("GET", "/actuator/health/readiness", null).statusCode() == 200);
        for (int turn = 0; turn < 20; turn++) assertThat(send(event())).isEqualTo(202);
        JsonNode job = hub.sync(connection).opportunities();
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> hub.database().sql("select count(*) from log_entry where connection_id is null and state = 'OPEN'").query(Integer.class).single() == 0);
    }

    private int send(String event) {
        int status = hub.webhook(connection, SECRET, event, CHANGED).statusCode();
        if (status == 202) accepted.add(event);
        return status;
    }

    private String event() {
        return "event-" + events.incrementAndGet();
    }

    private void assertNothingIsLost() {
        assertThat(hub.database().sql("select dedupe_key from job where source = 'webhook'").query(String.class).list())
            .containsAll(accepted.stream().map(event -> "webhook:" + connection + ":" + event).toList()).doesNotHaveDuplicates();
    }
}
