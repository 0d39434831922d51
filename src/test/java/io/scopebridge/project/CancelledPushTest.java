package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A push is cancelled: what is done stays, nothing asks for attention, and the next push creates the rest. The PSA is asked what it holds. */
@StartsHub
class CancelledPushTest extends OnOneHub {

    private static final Map<String, String> WHY = Map.of("reason", "wrong board");

    @AfterEach
    void fast() {
        List.of(hub.scopeStack, hub.autotask, hub.connectWise).forEach(server -> server.faults().clear());
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Tasks$, Tasks", "connectwise, 95001, /project/tickets$, tickets"})
    void aRunningPushStopsAndTheNextOneCreatesTheRest(String system, long project, String path, String type) {
        String connection = bench.connect(hub.connection(system, Map.of("features.crm", false)));
        hub.send("POST", "/api/connections/" + connection + "/sync", null);
        hub.ended(hub.jobs(connection, "watch-projects").get(0).path("id").asLong());
        psa(system).faults().latency("POST", path, 700, 1_000);
        long job = hub.request(connection, project, null);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> psa(system).records().count(type) >= 1);

        assertThat(hub.send("POST", "/api/jobs/" + job + "/cancel", WHY).statusCode()).isEqualTo(202);
        JsonNode stopping = hub.get("/api/jobs/" + job);
        int again = hub.send("POST", "/api/jobs/" + job + "/cancel", Map.of("reason", "again")).statusCode();
        JsonNode ended = hub.ended(job);
        psa(system).faults().clear();

        assertThat(stopping.at("/cancellation/by").asText()).isEqualTo("admin");
        assertThat(again).as("asked twice: while it stops nothing changes, afterwards it is refused").isIn(202, 409);
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("CANCELLED");
        assertThat(ended.at("/cancellation/reason").asText()).isEqualTo("wrong board");
        int made = created(system);
        assertThat(ended.at("/result/created").asInt()).as("every answer was recorded").isEqualTo(made);
        assertThat(ended.at("/result/cancelled").asInt()).isEqualTo(ended.path("total").asInt() - made).isPositive();
        assertThat(ended.path("steps")).filteredOn(step -> step.path("action").asText().equals("CANCELLED")).hasSize(ended.at("/result/cancelled").asInt());
        assertThat(hub.get("/api/connections/" + connection + "/projects/" + project).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(hub.get("/api/connections/" + connection + "/projects?state=CANCELLED").path("projects")).hasSize(1);
        assertThat(hub.get("/api/projects?state=CANCELLED").path("projects")).extracting(one -> one.path("connection").asText()).contains(connection);
        assertThat(bench.log(connection)).isEmpty();
        assertThat(hub.get("/api/connections/" + connection + "/status").path("status").asText()).isEqualTo("CONNECTED");
        assertThat(hub.send("POST", "/api/jobs/" + job + "/cancel", WHY).statusCode()).isEqualTo(409);
        JsonNode audited = hub.get("/api/audit?action=jobs.cancel&subject=jobs:" + job).path("entries").get(0);
        assertThat(audited.path("outcome").asText()).isEqualTo("REFUSED");

        JsonNode rest = hub.push(connection, project, null);

        assertThat(rest.path("state").asText()).as("%s", rest).isEqualTo("DONE");
        assertThat(rest.at("/result/existing").asInt()).isEqualTo(made);
        assertWhole(system, project);
        assertThat(hub.get("/api/connections/" + connection + "/projects/" + project).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aWaitingPushNeverStarts() {
        String connection = bench.connect("autotask");
        hub.autotask.faults().latency("POST", "/Tasks$", 700, 1_000);
        long first = hub.request(connection, 90001, null);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.autotask.records().count("Tasks") >= 1);
        long second = hub.request(connection, 90001, null);

        var answer = hub.send("POST", "/api/jobs/" + second + "/cancel", WHY);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"state\":\"CANCELLED\"");
        hub.send("POST", "/api/jobs/" + first + "/cancel", WHY);
        hub.ended(first);
        hub.autotask.faults().clear();
        JsonNode job = hub.get("/api/jobs/" + second);
        assertThat(job.path("attempts").asInt()).isZero();
        assertThat(job.has("startedAt")).isFalse();
        hub.push(connection, 90001, null);
        assertWhole("autotask", 90001);
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Tasks$, Tasks", "connectwise, 95001, /project/tickets$, tickets"})
    void aLostAnswerWhileItStopsIsLookedUp(String system, long project, String path, String type) {
        String connection = bench.connect(system);
        psa(system).faults().kindAfter(1, "POST", path, Fault.Kind.RESET_AFTER, 3).latency("POST", path, 700, 1_000);
        long job = hub.request(connection, project, null);
        Awaitility.await().pollInterval(Duration.ofMillis(2)).atMost(Duration.ofSeconds(60)).until(() -> psa(system).records().count(type) >= 2);

        hub.send("POST", "/api/jobs/" + job + "/cancel", WHY);
        JsonNode ended = hub.ended(job);
        psa(system).faults().clear();

        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("CANCELLED");
        assertThat(ended.at("/result/created").asInt() + ended.at("/result/failed").asInt()).isGreaterThanOrEqualTo(created(system));
        hub.push(connection, project, null);
        assertWhole(system, project);
    }

    @Test
    void aReasonIsRequiredAndTheJobExists() {
        assertThat(hub.send("POST", "/api/jobs/1/cancel", Map.of("reason", " ")).body()).contains("\"field\":\"reason\"");
        assertThat(hub.send("POST", "/api/jobs/1/cancel", Map.of("reason", "x", "force", true)).statusCode()).isEqualTo(400);
        assertThat(hub.send("POST", "/api/jobs/999999999/cancel", WHY).statusCode()).isEqualTo(404);
    }

    private static PracticeServer psa(String system) {
        return system.equals("autotask") ? hub.autotask : hub.connectWise;
    }

    private static int created(String system) {
        List<String> types = system.equals("autotask") ? List.of("Projects", "Phases", "Tasks") : List.of("projects", "phases", "tickets", "tasks");
        return types.stream().mapToInt(type -> psa(system).records().count(type)).sum();
    }

    private static void assertWhole(String system, long project) {
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
    }
}
