package io.scopebridge.opportunity;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** What a person types as a filter decides what ScopeStack is offered (feature O2). Each test has a connection of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class OpportunityFilterTest {

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;
    private String connection;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
    }

    @BeforeEach
    void aConnectionOfItsOwn(TestInfo test) {
        connection = test.getTestMethod().orElseThrow().getName().toLowerCase();
        List.of(hub.scopeStack, hub.autotask, hub.connectWise).forEach(PracticeServer::forgetReceived);
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
    void namesAreTakenWithoutRegardToCaseAndSpaces() {
        poll("autotask", Map.of("opportunities.status", " aCTIVE ,, Lost", "opportunities.stage", "verbal AGREEMENT , Proposal Sent"));

        assertThat(writtenInto(AUTOTASK_SLUG)).containsExactlyInAnyOrderElementsOf(autotask(row ->
            List.of(1, 2).contains(row.path("status").asInt()) && List.of(17, 23).contains(row.path("stage").asInt())));
        assertThat(hub.log(connection)).isEmpty();
    }

    @Test
    void withoutNamesAutotaskOffersWhatIsActive() {
        poll("autotask", Map.of());

        assertThat(writtenInto(AUTOTASK_SLUG)).containsExactlyInAnyOrderElementsOf(autotask(row -> row.path("status").asInt() == 1));
    }

    @Test
    void withoutNamesConnectWiseOffersAll() {
        poll("connectwise", Map.of("opportunities.status", " "));

        List<String> all = connectWise(row -> true);
        assertThat(all).hasSize(50);
        assertThat(writtenInto(CONNECTWISE_SLUG)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aNameThatTheTenantDoesNotHaveIsToldAndTheOthersGoOn() {
        poll("connectwise", Map.of("opportunities.status", "Quoted, Opne"));

        assertThat(writtenInto(CONNECTWISE_SLUG)).containsExactlyInAnyOrderElementsOf(connectWise(row -> row.at("/status/id").asInt() == 5));
        assertThat(hub.log(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
            assertThat(entry.path("field").asText()).isEqualTo("opportunities.status");
            assertThat(entry.path("cause").asText()).contains("'Opne'");
            assertThat(entry.path("remedy").asText()).contains("Open", "Quoted", "Won", "Lost", "No decision");
        });

        put("connectwise", Map.of("opportunities.status", "Quoted, Open"));
        hub.sync(connection);
        assertThat(hub.log(connection)).singleElement().satisfies(entry -> assertThat(entry.path("state").asText()).isEqualTo("RESOLVED"));
    }

    /** Whoever replays has corrected the list in the PSA: no cached one decides, and a replay of many reads it once. */
    @Test
    void aReplayReadsTheListsOfTheTenantAgain() {
        poll("connectwise", Map.of("opportunities.status", "Quoted, Parked"));
        JsonNode entry = hub.log(connection).get(0);
        ObjectNode status = hub.connectWise.records().all("opportunityStatuses").stream().filter(row -> row.path("name").asText().equals("Quoted")).findFirst().orElseThrow();
        hub.connectWise.records().put("opportunityStatuses", 99, status.deepCopy().put("id", 99).put("name", "Parked"));
        try {
            hub.connectWise.forgetReceived();
            assertThat(hub.send("POST", "/api/replays", Map.of("entries", List.of(entry.path("id").asLong()), "reason", "Parked was added")).statusCode()).isEqualTo(202);
            Awaitility.await().until(() -> hub.log(connection).get(0).path("state").asText().equals("RESOLVED"));
            assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities/statuses")).filteredOn(page -> page.query().toString().contains("pageId=[0]")).hasSize(1);
        } finally {
            hub.connectWise.records().remove("opportunityStatuses", 99);
        }
    }

    @Test
    void ofTwoUnknownNamesTheOneThatIsMendedIsSettled() {
        poll("connectwise", Map.of("opportunities.status", "Opne", "opportunities.stage", "9. Nowhere"));
        put("connectwise", Map.of("opportunities.status", "Quoted", "opportunities.stage", "9. Nowhere"));
        hub.sync(connection);

        assertThat(hub.log(connection)).hasSize(2).allSatisfy(entry ->
            assertThat(entry.path("state").asText()).isEqualTo(entry.path("cause").asText().contains("Opne") ? "RESOLVED" : "OPEN"));
    }

    @Test
    void unknownNamesAloneLetNothingThrough() {
        JsonNode job = poll("autotask", Map.of("opportunities.status", "Opne", "opportunities.stage", "Nowhere"));

        assertThat(job.path("state").asText()).isEqualTo("DONE");
        assertThat(writtenInto(AUTOTASK_SLUG)).isEmpty();
        assertThat(hub.log(connection)).extracting(entry -> entry.path("field").asText())
            .containsExactlyInAnyOrder("opportunities.status", "opportunities.stage");

        hub.sync(connection);
        assertThat(writtenInto(AUTOTASK_SLUG)).isEmpty();
        assertThat(hub.log(connection)).hasSize(2).allSatisfy(entry -> assertThat(entry.path("occurrences").asInt()).isEqualTo(2));
    }

    @Test
    void anotherFilterReadsAllAnewAndClosesWhatItNoLongerLetsThrough() {
        poll("connectwise", Map.of("opportunities.status", "Open", "opportunities.stage", "1. Lead, 2. Qualified"));
        List<String> open = writtenInto(CONNECTWISE_SLUG);
        hub.scopeStack.forgetReceived();
        hub.connectWise.forgetReceived();

        put("connectwise", Map.of("opportunities.status", "Open", "opportunities.stage", "2. Qualified, 3. Quote"));
        hub.sync(connection);

        assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).isNotEmpty().allSatisfy(call ->
            assertThat(call.parameter("conditions").orElse("")).doesNotContain("lastUpdated"));
        List<String> quoted = connectWise(row -> row.at("/status/id").asInt() == 1 && row.at("/stage/id").asInt() == 3);
        List<String> led = connectWise(row -> row.at("/status/id").asInt() == 1 && row.at("/stage/id").asInt() == 1);
        assertThat(open).containsAll(led);
        assertThat(quoted).isNotEmpty();
        assertThat(written(CONNECTWISE_SLUG, false)).containsExactlyInAnyOrderElementsOf(quoted);
        assertThat(written(CONNECTWISE_SLUG, true)).as("more than a fifth, so a person is asked").isEmpty();
        assertThat(hub.log(connection)).singleElement().satisfies(entry -> assertThat(entry.path("cause").asText()).contains("are filtered out"));

        assertThat(hub.fullSync(connection, true).path("state").asText()).isEqualTo("DONE");
        assertThat(written(CONNECTWISE_SLUG, true)).containsExactlyInAnyOrderElementsOf(led);
    }

    @Test
    void afterAnUnknownNameIsCorrectedAllAreReadAgainAndTheOthersClosed() {
        poll("connectwise", Map.of("opportunities.status", "Open, Quoted", "opportunities.safetyLimitPercent", 100));
        put("connectwise", Map.of("opportunities.status", "Open, Nonsense", "opportunities.safetyLimitPercent", 100));
        hub.sync(connection);
        List<String> quoted = connectWise(row -> row.at("/status/id").asInt() == 5);
        assertThat(offered(CONNECTWISE_SLUG)).as("nothing is closed while a name is unknown").containsAll(quoted);

        put("connectwise", Map.of("opportunities.status", "Open", "opportunities.safetyLimitPercent", 100));
        hub.sync(connection);

        assertThat(offered(CONNECTWISE_SLUG)).doesNotContainAnyElementsOf(quoted).containsAll(connectWise(row -> row.at("/status/id").asInt() == 1));
    }

    @Test
    void anotherStatusOfTheSameNameInThePsaIsAnotherFilter() {
        poll("autotask", Map.of("opportunities.status", "Active"));
        hub.autotask.forgetReceived();
        hub.autotask.addPicklistValue("Opportunities", "status", "9", "Active");
        try {
            hub.get("/api/connections/" + connection + "/project-options?refresh=true");
            hub.sync(connection);
            assertThat(queries()).as("everything").isNotEmpty().allSatisfy(query -> assertThat(query).doesNotContain("lastActivity\",\"value"));
            hub.autotask.forgetReceived();
            hub.sync(connection);
            assertThat(queries()).as("only changes").isNotEmpty().allSatisfy(query -> assertThat(query).contains("lastActivity"));
        } finally {
            hub.autotask.removePicklistValue("Opportunities", "status", "9");
        }
    }

    @Test
    void aStatusOfTheTenantsOwnCountsAsClosed() {
        poll("connectwise", Map.of("opportunities.status", ""));
        List<String> quoted = connectWise(row -> row.at("/status/id").asInt() == 5);
        assertThat(offered(CONNECTWISE_SLUG)).containsAll(quoted);

        put("connectwise", Map.of("opportunities.status", "", "opportunities.closedStatuses", " \"QUOTED\" , Gone", "opportunities.safetyLimitPercent", 100));
        hub.sync(connection);

        assertThat(offered(CONNECTWISE_SLUG)).doesNotContainAnyElementsOf(quoted).containsAll(connectWise(row -> row.at("/status/id").asInt() == 1));
        assertThat(hub.log(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("field").asText()).isEqualTo("opportunities.closedStatuses");
            assertThat(entry.path("cause").asText()).contains("'Gone'");
        });
    }

    @Test
    void anAutotaskStatusOfTheTenantsOwnCountsAsClosed() {
        List<String> never = autotask(row -> row.path("status").asInt() == 0);
        poll("autotask", Map.of("opportunities.status", "", "opportunities.closedStatuses", "0"));

        assertThat(never).isNotEmpty();
        assertThat(offered(AUTOTASK_SLUG)).doesNotContainAnyElementsOf(never).containsAll(autotask(row -> row.path("status").asInt() == 1));
    }

    private JsonNode poll(String system, Map<String, Object> settings) {
        put(system, settings);
        return hub.sync(connection).opportunities();
    }

    private void put(String system, Map<String, Object> settings) {
        Map<String, Object> made = new LinkedHashMap<>(hub.connection(system, settings));
        made.put("id", connection);
        hub.put(connection, made);
    }

    private List<String> writtenInto(String slug) {
        return Asked.opportunitiesWritten(hub.scopeStack, slug).stream().map(data -> data.at("/attributes/opportunity-id").asText()).toList();
    }

    /** What ScopeStack shows as open. */
    private List<String> offered(String slug) {
        return hub.scopeStack.crmOpportunities(slug).stream().filter(row -> !row.at("/attributes/is-closed").asBoolean())
            .map(row -> row.at("/attributes/opportunity-id").asText()).toList();
    }

    private List<String> queries() {
        return Asked.of(hub.autotask, "POST", ".*/Opportunities/query").stream().map(call -> call.json().path("filter").toString()).toList();
    }

    private List<String> written(String slug, boolean closed) {
        return Asked.opportunitiesWritten(hub.scopeStack, slug).stream().filter(data -> data.at("/attributes/is-closed").asBoolean() == closed)
            .map(data -> data.at("/attributes/opportunity-id").asText()).toList();
    }

    private List<String> autotask(Predicate<ObjectNode> wanted) {
        return hub.autotask.opportunities().stream().filter(wanted).map(row -> row.path("id").asText()).toList();
    }

    private List<String> connectWise(Predicate<ObjectNode> wanted) {
        return hub.connectWise.opportunities().stream().filter(wanted).map(row -> row.path("id").asText()).toList();
    }
}
