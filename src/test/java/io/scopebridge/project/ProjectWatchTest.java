package io.scopebridge.project;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** ScopeStack is looked at, and an approval that is seen makes the PSA project where that is wanted (feature T1). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ProjectWatchTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final long APPROVED_BEFORE = 95010;
    private static final long BUILDING = 95015;

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void theFirstLook() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.put(AUTOTASK, hub.connection("autotask"));
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("projects.createOnApproval", true)));
        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);
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
    void whatWasApprovedBeforeTheFirstLookMakesNothing() {
        hub.sync(CONNECTWISE);

        assertThat(status(CONNECTWISE, APPROVED_BEFORE)).isEqualTo("approved");
        assertThat(pushes(CONNECTWISE, APPROVED_BEFORE)).isEmpty();
        assertThat(hub.connectWise.projects()).extracting(project -> project.path("name").asText()).doesNotContain("Small project, approved");
    }

    @Test
    void anApprovalMakesOneProjectWithTheDefaultOptionsHoweverOftenItIsSeen() {
        hub.scopeStack.approve(95016);

        hub.sync(CONNECTWISE);
        JsonNode push = hub.ended(pushes(CONNECTWISE, 95016).get(0).path("id").asLong());
        hub.sync(CONNECTWISE);
        hub.sync(CONNECTWISE);

        assertThat(push.path("state").asText()).as(push.toString()).isEqualTo("DONE");
        assertThat(push.path("source").asText()).isEqualTo("approval");
        assertThat(pushes(CONNECTWISE, 95016)).hasSize(1);
        assertThat(projectsNamed("Assessment 16")).singleElement().satisfies(project -> {
            assertThat(project.at("/board/name").asText()).isEqualTo("Projects");
            assertThat(project.path("billingMethod").asText()).isEqualTo("FixedFee");
            List<? extends JsonNode> tickets = hub.connectWise.ticketsOf(project.path("id").asLong());
            assertThat(tickets).extracting(ticket -> ticket.path("summary").asText()).containsExactly("Assessment");
        });
    }

    @Test
    void withCreateOnApprovalOffAnApprovalMakesNothing() {
        hub.scopeStack.approve(90017);

        hub.sync(AUTOTASK);

        assertThat(status(AUTOTASK, 90017)).isEqualTo("approved");
        assertThat(hub.jobs(AUTOTASK, "push-project")).isEmpty();
        assertThat(hub.autotask.projects()).extracting(project -> project.path("projectName").asText()).doesNotContain("Assessment 17");
    }

    @Test
    void aRescopedProjectIsStaleUntilItIsPushedAgainAndNothingIsCreatedTwice() {
        hub.scopeStack.approve(95018);
        hub.sync(CONNECTWISE);
        hub.ended(pushes(CONNECTWISE, 95018).get(0).path("id").asLong());
        assertThat(isStale(95018)).isFalse();

        hub.scopeStack.setStatus(95018, "building");
        hub.scopeStack.addService(95018, null, "Added by rescope", 2.5);
        hub.sync(CONNECTWISE);
        assertThat(isStale(95018)).isTrue();
        hub.sync(CONNECTWISE);
        assertThat(isStale(95018)).as("seen again the same day").isTrue();

        hub.scopeStack.approve(95018);
        hub.sync(CONNECTWISE);
        assertThat(pushes(CONNECTWISE, 95018)).hasSize(2);
        JsonNode again = hub.ended(pushes(CONNECTWISE, 95018).get(0).path("id").asLong());

        assertThat(again.path("state").asText()).as(again.toString()).isEqualTo("DONE");
        assertThat(projectsNamed("Assessment 18")).hasSize(1);
        assertThat(hub.connectWise.ticketsOf(projectsNamed("Assessment 18").get(0).path("id").asLong()))
            .extracting(ticket -> ticket.path("summary").asText()).containsExactlyInAnyOrder("Assessment", "Added by rescope");
        assertThat(isStale(95018)).isFalse();
    }

    @Test
    void aRescopeAndAnApprovalBetweenTwoLooksAreSeen() {
        hub.scopeStack.approve(95019);
        hub.sync(CONNECTWISE);
        hub.ended(pushes(CONNECTWISE, 95019).get(0).path("id").asLong());

        hub.scopeStack.setStatus(95019, "building");
        hub.scopeStack.addService(95019, null, "Added by rescope", 1);
        hub.scopeStack.approve(95019);
        hub.sync(CONNECTWISE);

        assertThat(pushes(CONNECTWISE, 95019)).hasSize(2);
        hub.ended(pushes(CONNECTWISE, 95019).get(0).path("id").asLong());
        assertThat(hub.connectWise.ticketsOf(projectsNamed("Assessment 19").get(0).path("id").asLong()))
            .extracting(ticket -> ticket.path("summary").asText()).containsExactlyInAnyOrder("Assessment", "Added by rescope");
    }

    @Test
    void aWebhookBeforeTheFirstLookDoesNotMakeOldApprovalsNew() {
        Map<String, Object> late = hub.connection("connectwise", Map.of("projects.createOnApproval", true, "webhooks.secret", SECRET));
        late.put("id", "late");
        hub.put("late", late);
        assertThat(hub.webhook("late", SECRET, "before-the-first-look", "{\"type\":\"project.changed\",\"project\":\"" + BUILDING + "\"}").statusCode()).isEqualTo(202);
        hub.ended(hub.jobs("late", "watch-projects").get(0).path("id").asLong());

        hub.sync("late");

        assertThat(status("late", APPROVED_BEFORE)).isEqualTo("approved");
        assertThat(hub.jobs("late", "push-project")).isEmpty();
    }

    private List<JsonNode> pushes(String connection, long project) {
        return hub.jobs(connection, "push-project").stream().filter(job -> job.path("subject").asText().equals("project:" + project)).toList();
    }

    private List<? extends JsonNode> projectsNamed(String name) {
        return hub.connectWise.projects().stream().filter(project -> project.path("name").asText().equals(name)).toList();
    }

    private String status(String connection, long project) {
        return hub.database().sql("select status from project where connection_id = ? and project_id = ?")
            .params(connection, "" + project).query(String.class).single();
    }

    private boolean isStale(long project) {
        return hub.database().sql("select stale from project where connection_id = ? and project_id = ?")
            .params(CONNECTWISE, "" + project).query(Boolean.class).single();
    }
}
