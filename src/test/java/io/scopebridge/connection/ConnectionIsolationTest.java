package io.scopebridge.connection;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is wrong with one connection is told in one entry that a person can act on, and stops no other (features F1, F4, C9). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ConnectionIsolationTest {

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void bothSystemsInOrder() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.connected();
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
    void aWrongSecretIsToldAndMendedByEnteringTheRightOne() {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("autotask.secret", "not-the-secret")));
        String missing = arrivesInAutotask("While the secret was wrong");

        JsonNode job = hub.sync(AUTOTASK).opportunities();

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.path("attempts").asInt()).as("wrong credentials are not tried again: the user would be locked").isEqualTo(1);
        long entry = onlyNewEntry(AUTOTASK, "AUTHENTICATION", "Autotask does not accept the credentials");
        assertThat(remedy(entry)).contains("user name and secret of the connection", "Admin > Resources/Users (HR)");
        theOtherGoesOn(CONNECTWISE, "While Autotask knew us not");

        hub.put(AUTOTASK, hub.connection("autotask"));
        assertThat(hub.sync(AUTOTASK).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(offered(AUTOTASK_SLUG)).contains(missing);
        assertThat(state(entry)).isEqualTo("RESOLVED");
    }

    @Test
    void aMissingRightIsNamedWithTheWayToIt() {
        hub.connectWise.deny("Sales", "Opportunity", "inquire");
        String missing = arrivesInConnectWise("While the right was missing");

        JsonNode job = hub.sync(CONNECTWISE).opportunities();

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        long entry = onlyNewEntry(CONNECTWISE, "PERMISSION", "GET /sales/opportunities");
        assertThat(hub.get("/api/log/" + entry).path("cause").asText()).contains("Sales > Opportunity");
        assertThat(remedy(entry)).contains("System > Security Roles", "Sales > Opportunity", "Inquire");
        theOtherGoesOn(AUTOTASK, "While ConnectWise lacked a right");

        hub.connectWise.allow("Sales", "Opportunity", "inquire");
        assertThat(hub.sync(CONNECTWISE).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(offered(CONNECTWISE_SLUG)).contains(missing);
        assertThat(state(entry)).isEqualTo("RESOLVED");
    }

    @Test
    void aWebPageInPlaceOfDataIsTriedAgainAndToldOnce() {
        hub.autotask.faults().kind("POST", "/Opportunities/query", Fault.Kind.HTML, 1000);
        String missing = arrivesInAutotask("While Autotask was down");

        JsonNode job = hub.sync(AUTOTASK).opportunities();

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.path("attempts").asInt()).isEqualTo(3);
        long entry = onlyNewEntry(AUTOTASK, "TRANSIENT", "web page instead of data");
        JsonNode whole = hub.get("/api/log/" + entry);
        assertThat(whole.path("occurrences").asInt()).isEqualTo(3);
        assertThat(whole.path("cause").asText()).contains("POST /Opportunities/query");
        assertThat(whole.path("remedy").asText()).contains("the hub retries", "status page of Autotask");
        assertThat(whole.path("response").asText()).contains("Maintenance");
        theOtherGoesOn(CONNECTWISE, "While Autotask showed a page");

        hub.autotask.faults().clear();
        assertThat(hub.sync(AUTOTASK).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(offered(AUTOTASK_SLUG)).contains(missing);
        assertThat(state(entry)).isEqualTo("RESOLVED");
    }

    /** The one entry that is open; there is none of the other connection. */
    private long onlyNewEntry(String connection, String type, String cause) {
        List<JsonNode> open = List.of(AUTOTASK, CONNECTWISE).stream().flatMap(id -> hub.log(id).stream())
            .filter(entry -> entry.path("state").asText().equals("OPEN")).toList();
        assertThat(open).singleElement().satisfies(entry -> {
            assertThat(entry.path("connection").asText()).isEqualTo(connection);
            assertThat(entry.path("flow").asText()).isEqualTo("poll-opportunities");
            assertThat(entry.path("class").asText()).isEqualTo(type);
            assertThat(entry.path("cause").asText()).contains(cause);
        });
        return open.get(0).path("id").asLong();
    }

    private void theOtherGoesOn(String connection, String name) {
        boolean autotask = connection.equals(AUTOTASK);
        String fresh = autotask ? arrivesInAutotask(name) : arrivesInConnectWise(name);
        assertThat(hub.sync(connection).opportunities().path("state").asText()).isEqualTo("DONE");
        assertThat(offered(autotask ? AUTOTASK_SLUG : CONNECTWISE_SLUG)).contains(fresh);
    }

    private String arrivesInAutotask(String title) {
        return "" + hub.autotask.addOpportunity(title, 174, 1, 11);
    }

    private String arrivesInConnectWise(String name) {
        return hub.connectWise.addOpportunity(name, 250).path("id").asText();
    }

    private List<String> offered(String slug) {
        return hub.scopeStack.crmOpportunities(slug).stream().map(row -> row.at("/attributes/opportunity-id").asText()).toList();
    }

    private String remedy(long entry) {
        return hub.get("/api/log/" + entry).path("remedy").asText();
    }

    private String state(long entry) {
        return hub.get("/api/log/" + entry).path("state").asText();
    }
}
