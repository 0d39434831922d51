package io.scopebridge.remote;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How systems are called: the way in is found once, and found again when it has moved (features C1 to C4). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ConnectionCallsTest {

    private static final String ZONE = "(?i).*/zoneInformation";
    private static final String CODE_BASE = "/login/companyinfo/.*";
    private static final int SERVICES = 8;

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.connected();
        for (int i = 1; i <= SERVICES; i++) {
            hub.scopeStack.addService(90010, null, "Extra " + i, i);
            hub.scopeStack.addService(95010, null, "Extra " + i, i);
        }
    }

    @BeforeEach
    void nothingAskedYet() {
        List.of(hub.scopeStack, hub.autotask, hub.connectWise).forEach(PracticeServer::forgetReceived);
        hub.scopeStack.faults().clear();
        hub.autotask.faults().clear();
        hub.connectWise.faults().clear();
    }

    @AfterAll
    void everyRequestWasOneThatTheContractsKnow() {
        try {
            autotaskContract.assertAllValid();
            connectWiseContract.assertAllValid();
        } finally {
            hub.close();
        }
    }

    @Test
    void credentialsDoNotFollowAZoneToAHostThatNobodyNamed() {
        Map<String, Object> connection = hub.connection("autotask");
        connection.put("id", "lured");
        hub.put("lured", connection);
        hub.autotask.faults().status("GET", ZONE, 200, "{\"zoneName\":\"x\",\"url\":\"" + hub.autotask.url().replace("127.0.0.1", "localhost") + "/atservicesrest/\",\"webUrl\":\"https://ww2.autotask.net/\",\"ci\":2}", 50);

        hub.push("lured", 90010, Map.of());

        assertThat(hub.log("lured").get(0).path("cause").asText()).contains("autotask returned the address", "localhost", "not below autotask.net");
        assertThat(hub.autotask.received()).extracting(received -> received.request().path()).allMatch(path -> path.matches(ZONE));
    }

    @Test
    void theWayInIsFoundOnceForManyCallsAtATime() {
        forgetTheWayIn();
        hub.scopeStack.faults().latency("POST", "/oauth/token", 300, 10);
        hub.autotask.faults().latency("GET", "(?i)zoneInformation", 300, 10);
        hub.connectWise.faults().latency("GET", CODE_BASE, 300, 10);

        var others = List.of(CompletableFuture.runAsync(() -> hub.sync(CONNECTWISE)),
            CompletableFuture.runAsync(() -> hub.push(CONNECTWISE, 95011, Map.of())),
            CompletableFuture.runAsync(() -> hub.push(AUTOTASK, 90011, Map.of())));
        hub.sync(AUTOTASK);
        others.forEach(CompletableFuture::join);

        assertThat(tokensFor("autotask")).isOne();
        assertThat(tokensFor("connectwise")).isOne();
        assertThat(Asked.of(hub.scopeStack, "GET", "/v1/me")).hasSize(2);
        assertThat(Asked.of(hub.autotask, "GET", ZONE)).hasSize(1);
        assertThat(Asked.of(hub.connectWise, "GET", CODE_BASE)).hasSize(1);
        assertThat(hub.scopeStack.crmOpportunities(AUTOTASK_SLUG)).hasSizeGreaterThan(20);
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).hasSize(50);
    }

    @Test
    void connectionsOfOneServiceAccountShareItsOnlyToken() {
        List<String> ids = List.of("shared-1", "shared-2", "shared-3", "shared-4");
        for (String id : ids) {
            Map<String, Object> connection = hub.connection("connectwise");
            connection.put("id", id);
            hub.put(id, connection);
        }
        hub.scopeStack.oneTokenPerClient(true);
        try {
            forgetTheWayIn();

            List<CompletableFuture<JsonNode>> syncs = ids.stream().map(id -> CompletableFuture.supplyAsync(() -> hub.sync(id).projects())).toList();

            assertThat(syncs).allSatisfy(sync -> assertThat(sync.join().path("state").asText()).as("%s", sync.join()).isEqualTo("DONE"));
            assertThat(tokensFor("connectwise")).isOne();
            assertThat(hub.scopeStack.received()).extracting(seen -> seen.status()).doesNotContain(401);
        } finally {
            hub.scopeStack.oneTokenPerClient(false);
            ids.forEach(id -> hub.send("DELETE", "/api/connections/" + id, null));
        }
    }

    @Test
    void aTokenThatIsNoLongerGoodIsRenewedOnceAndTheWorkGoesOn() {
        hub.sync(CONNECTWISE);
        for (long id = 1001; id <= 1016; id++) hub.connectWise.changeOpportunity(id, "name", "Renamed " + id);
        hub.scopeStack.forgetReceived();
        hub.scopeStack.faults().latency("POST", "/oauth/token", 500, 20);
        AtomicBoolean revoked = new AtomicBoolean();
        hub.scopeStack.onReceived(seen -> {
            if (seen.request().method().equals("PATCH") && !revoked.getAndSet(true)) hub.scopeStack.revokeTokens();
        });

        JsonNode job = hub.sync(CONNECTWISE).opportunities();

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(hub.scopeStack.received()).extracting(seen -> seen.status()).contains(401);
        assertThat(tokensFor("connectwise")).isOne();
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).extracting(row -> row.at("/attributes/name").asText())
            .contains("Renamed 1001", "Renamed 1008", "Renamed 1016");
        assertThat(entriesOf(CONNECTWISE, "poll-opportunities")).isEmpty();
    }

    /** Each of these is answered 401 once, within the push; the system has done nothing then. */
    @ParameterizedTest
    @ValueSource(strings = {"connectwise POST .*/project/tickets", "connectwise POST .*/project/projects", "autotask POST .*/Projects/\\d+/Tasks", "autotask POST .*/Projects",
        "scopestack POST /oauth/token", "scopestack GET .*/v1/projects/9.*"})
    void aLone401InAPushNeedsNobody(String which) {
        String[] parts = which.split(" ");
        boolean onAutotask = parts[0].equals("autotask");
        PracticeServer server = onAutotask ? hub.autotask : parts[0].equals("connectwise") ? hub.connectWise : hub.scopeStack;
        String connection = another(onAutotask ? "autotask" : "connectwise");
        server.faults().status(parts[1], parts[2] + "$", 401, (String) null, 1);

        JsonNode job = hub.push(connection, onAutotask ? 90010 : 95010, Map.of());

        assertThat(server.received()).extracting(seen -> seen.status()).as("was refused").contains(401);
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/result/failed").asInt(-1)).as(job.toString()).isZero();
        assertThat(entriesOf(connection, "push-project")).isEmpty();
    }

    @Test
    void credentialsThatStayRefusedAreTriedTwiceAndThenNeedAPerson() {
        String connection = another("connectwise");
        hub.connectWise.faults().status("POST", ".*/project/projects$", 401, (String) null, 50);

        hub.push(connection, 95010, Map.of());

        assertThat(Asked.of(hub.connectWise, "POST", ".*/project/projects")).hasSize(2);
        assertThat(entriesOf(connection, "push-project").get(0).path("class").asText()).isEqualTo("AUTHENTICATION");
    }

    @Test
    void aTenantThatMovedToAnotherZoneIsFoundThereOnceAndNothingIsLostOrDoubled() {
        hub.sync(AUTOTASK);
        hub.autotask.forgetReceived();
        hub.autotask.faults().latency("GET", "(?i)zoneInformation", 500, 20);
        AtomicBoolean moved = new AtomicBoolean();
        hub.autotask.onReceived(seen -> {
            if (seen.request().path().matches(".*/Projects/\\d+/Tasks") && !moved.getAndSet(true)) hub.autotask.moveZone();
        });

        JsonNode job = hub.push(AUTOTASK, 90010, Map.of());

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(hub.autotask.received()).extracting(seen -> seen.status()).contains(401);
        assertThat(Asked.of(hub.autotask, "GET", ZONE)).hasSize(1);
        assertThat(hub.autotask.projects()).filteredOn(project -> project.path("projectName").asText().equals("Small project, approved"))
            .singleElement().satisfies(project -> assertThat(hub.autotask.tasksOf(project.path("id").asLong()))
                .extracting(task -> task.path("title").asText())
                .containsExactlyInAnyOrder("Assessment", "Report", "Extra 1", "Extra 2", "Extra 3", "Extra 4", "Extra 5", "Extra 6", "Extra 7", "Extra 8"));
        assertThat(entriesOf(AUTOTASK, "push-project")).isEmpty();
    }

    @Test
    void afterAnUpgradeTheCodeBaseIsReadAgainOnceAndNothingIsLostOrDoubled() {
        hub.sync(CONNECTWISE);
        hub.connectWise.forgetReceived();
        hub.connectWise.faults().latency("GET", CODE_BASE, 500, 20);
        AtomicBoolean upgraded = new AtomicBoolean();
        hub.connectWise.onReceived(seen -> {
            if (seen.request().path().endsWith("/project/tickets") && seen.request().method().equals("POST") && !upgraded.getAndSet(true)) hub.connectWise.upgrade();
        });

        JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(hub.connectWise.received()).extracting(seen -> seen.status()).contains(404);
        assertThat(Asked.of(hub.connectWise, "GET", CODE_BASE)).hasSize(1);
        assertThat(hub.connectWise.projects()).filteredOn(project -> project.path("name").asText().equals("Small project, approved"))
            .singleElement().satisfies(project -> assertThat(hub.connectWise.ticketsOf(project.path("id").asLong()))
                .extracting(ticket -> ticket.path("summary").asText())
                .containsExactlyInAnyOrder("Assessment", "Extra 1", "Extra 2", "Extra 3", "Extra 4", "Extra 5", "Extra 6", "Extra 7", "Extra 8"));
        assertThat(Asked.of(hub.connectWise, "POST", "/v2026_1/apis/3.0/project/tickets")).isNotEmpty();
        assertThat(entriesOf(CONNECTWISE, "push-project")).isEmpty();

        hub.connectWise.formerCodeBaseIs400(true);
        hub.connectWise.upgrade("2026.2");
        assertThat(hub.sync(CONNECTWISE).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(hub.connectWise.received()).extracting(seen -> seen.status()).contains(400);
        hub.connectWise.formerCodeBaseIs400(false);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 403, 404})
    void anAccountThatWasRenamedIsFoundUnderItsNewSlug(int former) {
        hub.sync(CONNECTWISE);
        for (long id = 1017; id <= 1030; id++) hub.connectWise.changeOpportunity(id, "name", "Renamed " + former + " " + id);
        hub.scopeStack.forgetReceived();
        hub.scopeStack.rename(CONNECTWISE_SLUG, "practice-renamed", former);
        try {
            TestHub.Synced synced = hub.sync(CONNECTWISE);

            assertThat(List.of(synced.opportunities(), synced.projects())).allSatisfy(job -> assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE"));
            assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).extracting(row -> row.at("/attributes/name").asText())
                .contains("Renamed " + former + " 1017", "Renamed " + former + " 1030");
            assertThat(Asked.of(hub.scopeStack, "PATCH", "/practice-renamed/.*")).hasSize(14);
            assertThat(Asked.of(hub.scopeStack, "GET", "/v1/me")).hasSize(1);
            assertThat(entriesOf(CONNECTWISE, "watch-projects")).isEmpty();
        } finally {
            hub.scopeStack.rename(CONNECTWISE_SLUG, CONNECTWISE_SLUG, former);
        }
    }

    @Test
    void aDisabledConnectionRunsNothingUntilItIsEnabled() {
        Map<String, Object> everySecond = hub.connection("connectwise", Map.of("opportunities.enabled", true, "opportunities.cron", "* * * * * *",
            "opportunities.stage", "6. Closed", "projects.watch", true, "projects.cron", "* * * * * *"));
        everySecond.put("id", "on-and-off");
        hub.put("on-and-off", everySecond);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
            assertThat(hub.jobs("on-and-off", "poll-opportunities")).filteredOn(job -> job.path("state").asText().equals("DONE")).hasSizeGreaterThan(2));

        assertThat(hub.send("POST", "/api/connections/on-and-off/disable", null).statusCode()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.get("/api/jobs?connection=on-and-off").findValuesAsText("state"), states -> !states.contains("RUNNING"));
        hub.connectWise.forgetReceived();
        hub.scopeStack.forgetReceived();
        assertThat(hub.send("POST", "/api/connections/on-and-off/sync", null).statusCode()).isEqualTo(409);
        assertThat(hub.send("POST", "/api/connections/on-and-off/projects/95010/psa-project", Map.of()).statusCode()).isEqualTo(409);
        Awaitility.await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            assertThat(hub.connectWise.received()).isEmpty();
            assertThat(hub.scopeStack.received()).isEmpty();
        });

        assertThat(hub.send("POST", "/api/connections/on-and-off/enable", null).statusCode()).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
            assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).isNotEmpty());
        hub.send("POST", "/api/connections/on-and-off/disable", null);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.get("/api/jobs?connection=on-and-off").findValuesAsText("state"), states -> !states.contains("RUNNING"));
    }

    /** A new connection to a PSA without projects. */
    private String another(String system) {
        for (String type : List.of("projects", "phases", "tickets", "tasks", "Projects", "Phases", "Tasks")) {
            for (PracticeServer server : List.of(hub.autotask, hub.connectWise)) server.records().all(type).forEach(record -> server.records().remove(type, record.get("id").asLong()));
        }
        Map<String, Object> connection = hub.connection(system);
        String id = "another-" + UUID.randomUUID().toString().substring(0, 8);
        connection.put("id", id);
        hub.put(id, connection);
        return id;
    }

    /** Saving a connection makes the hub find everything anew. */
    private void forgetTheWayIn() {
        hub.connected();
    }

    private List<JsonNode> entriesOf(String connection, String flow) {
        return hub.log(connection).stream().filter(entry -> entry.path("flow").asText().equals(flow)).toList();
    }

    private long tokensFor(String system) {
        return Asked.of(hub.scopeStack, "POST", "/oauth/token").stream().filter(call -> call.body().contains("practice-" + system + "-client")).count();
    }
}
