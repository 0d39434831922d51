package io.scopebridge.connection;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** CRM and PSA can be switched off, each for one connection (feature C10). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class FeatureSwitchTest {

    private static final String SECRET = "whsec_" + java.util.Base64.getEncoder().encodeToString("feature-switch-secret-24b".getBytes());

    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
    }

    @BeforeEach
    void nothingAskedYet() {
        hub.connected();
        List.of(hub.scopeStack, hub.autotask, hub.connectWise).forEach(PracticeServer::forgetReceived);
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void withoutCrmNoOpportunityIsReadByClockOrByHand() {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("features.crm", false, "opportunities.enabled", true, "opportunities.cron", "* * * * * *")));

        JsonNode accepted = json(hub.send("POST", "/api/connections/" + AUTOTASK + "/sync", null));
        assertThat(accepted.path("jobs")).hasSize(1);
        hub.ended(accepted.at("/jobs/0").asLong());

        assertThat(hub.jobs(AUTOTASK, "poll-opportunities")).isEmpty();
        assertThat(Asked.calls(hub.autotask)).isEmpty();
        assertThat(hub.get("/api/connections/" + AUTOTASK + "/status").path("nextSyncAt").isNull()).isTrue();
        assertThat(hub.push(AUTOTASK, 90011, Map.of()).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void withoutPsaAProjectIsRefusedWhoeverAsks() {
        List<JsonNode> before = pushes();
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("features.psa", false, "webhooks.secret", SECRET)));

        HttpResponse<String> asked = hub.send("POST", "/api/connections/" + CONNECTWISE + "/projects/95011/psa-project", Map.of());
        assertThat(asked.statusCode()).isEqualTo(409);
        assertThat(asked.body()).contains("features.psa");
        HttpResponse<String> event = hub.webhook(CONNECTWISE, SECRET, "event-1", "{\"type\":\"project.create\",\"project\":\"95011\"}");
        assertThat(event.statusCode()).isEqualTo(409);
        assertThat(event.body()).contains("features.psa");

        assertThat(pushes()).isEqualTo(before);
        assertThat(hub.connectWise.received()).isEmpty();
    }

    @Test
    void withoutPsaAnApprovalMakesNoProject() {
        List<JsonNode> before = pushes();
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("features.psa", false, "projects.createOnApproval", true)));
        hub.sync(CONNECTWISE);
        hub.scopeStack.setStatus(95010, "building");
        hub.sync(CONNECTWISE);
        hub.scopeStack.approve(95010);
        hub.sync(CONNECTWISE);

        assertThat(pushes()).isEqualTo(before);
    }

    @Test
    void aPushThatWaitedWhileThePsaWasSwitchedOffIsRefusedInTheLog() {
        int made = hub.connectWise.projects().size();
        hub.connectWise.faults().status("GET", ".*/service/boards", 503, (Integer) null, 1);
        hub.connectWise.onReceived(seen -> {
            if (seen.status() == 503) hub.database().sql("update connection set settings = replace(settings, '\"features\":{}', '\"features\":{\"psa\":false}') where id = ?")
                .param(CONNECTWISE).update();
        });

        JsonNode job = hub.push(CONNECTWISE, 95011, Map.of());

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
            assertThat(hub.log(CONNECTWISE)).extracting(entry -> entry.path("cause").asText()).anyMatch(cause -> cause.contains("features.psa")));
        assertThat(hub.connectWise.projects()).hasSize(made);
    }

    private List<JsonNode> pushes() {
        return hub.jobs(CONNECTWISE, "push-project");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
