package io.scopebridge.project;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two PSAs publish into one ScopeStack account: each writes to opportunities of its own only, whatever ids they have. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class SharedAccountTest {

    private static final long SHARED_ID = 5531;

    private RevenueBench bench;
    private TestHub hub;
    private String autotask;
    private String connectWise;

    @BeforeAll
    void anAccountWithTwoPsas() {
        hub = TestHub.shared().withFewOpportunities().start();
        bench = new RevenueBench(hub);
        ObjectNode twin = hub.connectWise.records().find("opportunities", 1005).orElseThrow();
        hub.connectWise.records().put("opportunities", SHARED_ID, twin.put("id", SHARED_ID).put("name", "The other deal"));
        autotask = bench.connect("autotask", Map.of());
        connectWise = bench.connect("connectwise", Map.of("scopestack.clientId", "practice-autotask-client", "scopestack.clientSecret", "practice-autotask-secret"));
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void equalIdsAreTwoRecordsOfWhichEachFollowsItsOwnPsa() {
        assertThat(crm("5531").at("/attributes/name").asText()).isEqualTo(bench.autotaskOpportunity(SHARED_ID).path("title").asText());
        assertThat(theirs().at("/attributes/name").asText()).isEqualTo("The other deal");
        hub.fullSync(autotask, false);
        hub.fullSync(connectWise, false);
        assertThat(records("5531")).hasSize(2);

        ObjectNode row = (ObjectNode) bench.autotaskOpportunity(SHARED_ID).deepCopy();
        hub.autotask.records().put("Opportunities", SHARED_ID, row.put("title", "Renamed in Autotask"));
        hub.fullSync(autotask, false);
        assertThat(crm("5531").at("/attributes/name").asText()).isEqualTo("Renamed in Autotask");
        assertThat(theirs().at("/attributes/name").asText()).isEqualTo("The other deal");

        ObjectNode deal = hub.connectWise.records().find("opportunities", SHARED_ID).orElseThrow();
        hub.connectWise.records().remove("opportunities", SHARED_ID);
        hub.fullSync(connectWise, true);
        assertThat(theirs().at("/attributes/is-closed").asBoolean()).isTrue();
        assertThat(crm("5531").at("/attributes/is-closed").asBoolean()).isFalse();
        hub.connectWise.records().put("opportunities", SHARED_ID, deal);
        hub.fullSync(connectWise, false);
        assertThat(theirs().at("/attributes/is-closed").asBoolean()).isFalse();
    }

    @Test
    void aLostLedgerFindsItsOwnRecordsAgain() {
        List<ObjectNode> before = hub.scopeStack.crmOpportunities(AUTOTASK_SLUG);
        bench.forgetLedger(connectWise);
        hub.fullSync(connectWise, false);
        bench.forgetLedger(autotask);
        hub.fullSync(autotask, false);

        assertThat(hub.scopeStack.crmOpportunities(AUTOTASK_SLUG)).extracting(row -> row.path("id").asText())
            .isEqualTo(before.stream().map(row -> row.path("id").asText()).toList());
        assertThat(theirs().at("/attributes/name").asText()).isEqualTo("The other deal");
    }

    @Test
    void aChangeOfStageIsTheOwnersAloneEvenWithEqualIds() {
        JsonNode foreign = bench.autotaskOpportunity(SHARED_ID);
        hub.scopeStack.link(90020, "5531@" + connectWise);
        hub.scopeStack.setStatus(90020, "technical_approval");

        assertThat(bench.look(autotask, 90020)).isEmpty();
        bench.synced(connectWise, 90020);

        assertThat(bench.autotaskOpportunity(SHARED_ID)).isEqualTo(foreign);
        assertThat(bench.lines(SHARED_ID)).as("%s", bench.lines(SHARED_ID))
            .filteredOn(line -> line.path("forecastDescription").asText().contains("[S-90020]")).singleElement()
            .satisfies(line -> assertThat(line.path("revenue").asDouble()).isEqualTo(825));
        assertThat(entries(autotask, "project:90020")).isEmpty();
    }

    @Test
    void withoutEqualIdsTheOtherConnectionSaysNothingEither() {
        hub.scopeStack.link(90021, "1003");
        hub.scopeStack.setStatus(90021, "technical_approval");

        assertThat(bench.look(autotask, 90021)).isEmpty();
        bench.synced(connectWise, 90021);
        assertThat(entries(autotask, "project:90021")).isEmpty();
    }

    @Test
    void whatAPersonAsksForIsRefusedWithTheReason() {
        JsonNode foreign = bench.autotaskOpportunity(SHARED_ID);
        hub.scopeStack.link(90022, "5531@" + connectWise);
        hub.scopeStack.approve(90022);
        String record = theirs().path("id").asText();

        assertThat(bench.updateCrm(autotask, 90022).path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.push(autotask, 90022, Map.of()).path("state").asText()).isEqualTo("FAILED");

        assertThat(bench.autotaskOpportunity(SHARED_ID)).isEqualTo(foreign);
        assertThat(hub.autotask.records().all("Projects")).isEmpty();
        assertThat(entries(autotask, "project:90022")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
            assertThat(entry.path("field").asText()).isEqualTo("opportunity");
            assertThat(entry.path("cause").asText()).contains("project 90022", "CRM record " + record, "The other deal", hub.get("/api/connections/" + connectWise).path("name").asText());
        });
        JsonNode preview = preview(autotask, 90022);
        assertThat(preview.path("state").asText()).isEqualTo("REFUSED");
        assertThat(preview.at("/problems/0/field").asText()).isEqualTo("opportunity");
    }

    @Test
    void aRecordThatNobodyPublishedCountsIfThePsaSaysTheSameOfIt() {
        ObjectNode row = crm("5537");
        long stranger = hub.scopeStack.records().nextId("crm-opportunities", 1);
        ObjectNode copy = hub.scopeStack.records().find("crm-opportunities", row.path("id").asLong()).orElseThrow().put("id", stranger);
        hub.scopeStack.records().put("crm-opportunities", stranger, copy);
        link(90023, stranger);
        hub.scopeStack.approve(90023);
        assertThat(bench.updateCrm(autotask, 90023).path("state").asText()).as("this connection has published another record for it").isEqualTo("FAILED");
        assertThat(entries(autotask, "project:90023")).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("cause").asText()).contains("project 90023", "CRM record " + stranger, "'5537'");
        });

        hub.database().sql("delete from ledger where connection_id = ? and step_key = 'opportunity:5537'").param(autotask).update();
        long before = hub.scopeStack.records().all("crm-opportunities").size();
        assertThat(bench.updateCrm(autotask, 90023).path("state").asText()).as("the ledger is lost").isEqualTo("DONE");
        assertThat(hub.scopeStack.records().all("crm-opportunities")).as("nothing is published on the way").hasSize((int) before);

        ((ObjectNode) copy.get("attributes")).put("name", "Another deal of the same company");
        hub.scopeStack.records().put("crm-opportunities", stranger, copy);
        assertThat(bench.updateCrm(autotask, 90023).path("state").asText()).isEqualTo("FAILED");
        hub.scopeStack.link(90023, null);
        hub.scopeStack.records().remove("crm-opportunities", stranger);
    }

    @Test
    void aSharedAccountIsSaidWhenAConnectionIsSavedOrShown() {
        assertThat(hub.get("/api/connections/" + autotask).path("warnings")).singleElement().satisfies(warning ->
            assertThat(warning.asText()).contains("same ScopeStack account", connectWise, "another tenant"));
        Map<String, Object> third = hub.connection("autotask");
        third.put("id", "third");
        third.put("enabled", false);
        var answer = hub.send("POST", "/api/connections", third);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("and the same Autotask tenant", "Enable at most one of them").doesNotContain("Disable or delete");
        assertThat(hub.get("/api/connections/" + autotask).path("warnings").toString()).contains("(third), which is disabled,", "Enable at most one of them");
        hub.send("DELETE", "/api/connections/third", null);
        assertThat(Asked.of(hub.autotask, "PUT", ".*")).isEmpty();
    }

    private JsonNode preview(String connection, long project) {
        String path = "/api/connections/" + connection + "/projects/" + project + "/psa-project/preview";
        var answer = hub.send("POST", path, Map.of());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String[] numbers = answer.body().replaceAll("\\D+", " ").strip().split(" ");
        hub.ended(Long.parseLong(numbers[1]));
        return hub.get(path + "/" + numbers[0]);
    }

    private void link(long project, long record) {
        ObjectNode row = hub.scopeStack.records().find("projects", project).orElseThrow();
        ((ObjectNode) row.get("links")).put("crm-opportunity", record);
        hub.scopeStack.records().put("projects", project, row);
    }

    private List<JsonNode> entries(String connection, String subject) {
        return bench.log(connection).stream().filter(entry -> entry.path("subject").asText().equals(subject)).toList();
    }

    private List<ObjectNode> records(String id) {
        return hub.scopeStack.crmOpportunities(AUTOTASK_SLUG).stream().filter(row -> row.at("/attributes/opportunity-id").asText().split("@")[0].equals(id)).toList();
    }

    private ObjectNode crm(String id) {
        return hub.scopeStack.crmOpportunities(AUTOTASK_SLUG).stream().filter(row -> row.at("/attributes/opportunity-id").asText().equals(id)).findFirst().orElseThrow();
    }

    private ObjectNode theirs() {
        return crm("5531@" + connectWise);
    }
}
