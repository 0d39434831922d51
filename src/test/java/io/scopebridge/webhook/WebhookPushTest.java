package io.scopebridge.webhook;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Other tools press the buttons (features T2, T3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class WebhookPushTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void aHubThatTakesWebhooks() {
        hub = TestHub.shared().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("webhooks.secret", SECRET)));
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("webhooks.secret", SECRET)));
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
    void projectCreateMakesTheAutotaskProjectOnceHoweverOftenItIsSent() {
        HttpResponse<String> first = send(AUTOTASK, "create-1", "project.create", "90010");
        HttpResponse<String> second = send(AUTOTASK, "create-1", "project.create", "90010");
        JsonNode job = hub.ended(job(first));
        HttpResponse<String> third = send(AUTOTASK, "create-1", "project.create", "90010");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(List.of(second.statusCode(), third.statusCode())).containsOnly(200);
        assertThat(List.of(job(second), job(third))).containsOnly(job(first));
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.path("source").asText()).isEqualTo("webhook");
        assertThat(hub.jobs(AUTOTASK, "push-project")).filteredOn(each -> each.path("subject").asText().equals("project:90010")).hasSize(1);
        assertThat(hub.autotask.projects()).filteredOn(project -> project.path("projectName").asText().equals("Small project, approved"))
            .singleElement().satisfies(project -> assertThat(hub.autotask.tasksOf(project.path("id").asLong()))
                .extracting(task -> task.path("title").asText()).containsExactlyInAnyOrder("Assessment", "Report"));
    }

    @Test
    void projectCreateMakesTheConnectWiseProjectWithTheOptionsOfTheEvent() {
        HttpResponse<String> answer = hub.webhook(CONNECTWISE, SECRET, "create-2",
            "{\"type\":\"project.create\",\"project\":\"95010\",\"options\":{\"board\":\"Cloud projects\",\"estimatedStart\":\"2026-12-01\"}}");
        JsonNode job = hub.ended(job(answer));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(job.path("state").asText()).as(job + " " + hub.log(CONNECTWISE)).isEqualTo("DONE");
        assertThat(hub.connectWise.projects()).singleElement().satisfies(project -> {
            assertThat(project.path("name").asText()).isEqualTo("Small project, approved");
            assertThat(project.at("/board/name").asText()).isEqualTo("Cloud projects");
            assertThat(project.path("estimatedStart").asText()).startsWith("2026-12-01");
        });
    }

    @Test
    void anotherEventForTheSameProjectCreatesNothingMore() {
        hub.ended(job(send(AUTOTASK, "won-1", "project.create", "90011")));
        JsonNode again = hub.ended(job(send(AUTOTASK, "won-2", "project.create", "90011")));

        assertThat(again.path("state").asText()).isEqualTo("DONE");
        assertThat(hub.jobs(AUTOTASK, "push-project")).filteredOn(each -> each.path("subject").asText().equals("project:90011")).hasSize(2);
        assertThat(hub.autotask.projects()).filteredOn(project -> project.path("projectName").asText().equals("Small project, won"))
            .singleElement().satisfies(project -> assertThat(hub.autotask.tasksOf(project.path("id").asLong())).hasSize(2));
    }

    @Test
    void projectChangedLooksAtThatProjectAnew() {
        hub.scopeStack.setStatus(90020, "technical_approval");
        hub.ended(job(send(AUTOTASK, "changed-1", "project.changed", "90020")));
        assertThat(status("90020")).isEqualTo("technical_approval");

        hub.scopeStack.setStatus(90020, "canceled");
        HttpResponse<String> answer = send(AUTOTASK, "changed-2", "project.changed", "90020");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(hub.ended(job(answer)).path("state").asText()).isEqualTo("DONE");
        assertThat(status("90020")).isEqualTo("canceled");
    }

    @Test
    void aProjectThatScopeStackDoesNotHaveIsOneClearEntry() {
        JsonNode job = hub.ended(job(send(AUTOTASK, "unknown-1", "project.create", "99999")));

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.path("attempts").asInt()).isEqualTo(1);
        assertThat(entriesOf(AUTOTASK, "project:99999")).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("flow").asText()).isEqualTo("push-project");
            assertThat(entry.path("cause").asText()).contains("ScopeStack", "/projects/99999");
            assertThat(entry.path("remedy").asText()).contains("ScopeStack", "replay");
            JsonNode whole = hub.get("/api/log/" + entry.path("id").asLong());
            assertThat(whole.path("request").asText()).contains("GET", "/projects/99999");
            assertThat(whole.path("response").asText()).contains("404");
        });
    }

    @Test
    void aProjectThatIsNotApprovedIsRefused() {
        JsonNode job = hub.ended(job(send(CONNECTWISE, "building-1", "project.create", "95006")));

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(entriesOf(CONNECTWISE, "project:95006")).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
            assertThat(entry.path("cause").asText()).contains("95006", "status building", "approved");
            assertThat(entry.path("remedy").asText()).contains("Approve the project in ScopeStack");
            assertThat(entry.path("state").asText()).isEqualTo("OPEN");
        });
        assertThat(Asked.of(hub.connectWise, "POST", ".*/project/projects")).filteredOn(call -> call.json().path("name").asText().contains("building")).isEmpty();
    }

    private HttpResponse<String> send(String connection, String event, String type, String project) {
        return hub.webhook(connection, SECRET, event, "{\"type\":\"" + type + "\",\"project\":\"" + project + "\"}");
    }

    private List<JsonNode> entriesOf(String connection, String subject) {
        return hub.log(connection).stream().filter(entry -> entry.path("subject").asText().equals(subject)).toList();
    }

    private String status(String project) {
        return hub.database().sql("select status from project where connection_id = ? and project_id = ?").params(AUTOTASK, project).query(String.class).single();
    }

    private static long job(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body()).path("job").asLong();
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
