package io.scopebridge.opportunity;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/**
 * A full pass closes what is gone, and not too much of it (feature O5). Each test begins with fifty opportunities in both systems,
 * none in ScopeStack, and a connection of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class FullSyncTest {

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private List<ObjectNode> ofAutotask;
    private List<ObjectNode> ofConnectWise;
    private TestHub hub;
    private String connection;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        ofAutotask = hub.autotask.opportunities();
        ofConnectWise = hub.connectWise.opportunities();
    }

    @BeforeEach
    void aConnectionOfItsOwn(TestInfo test) {
        for (String slug : List.of(AUTOTASK_SLUG, CONNECTWISE_SLUG)) {
            hub.scopeStack.crmOpportunities(slug).forEach(row -> hub.scopeStack.records().remove("crm-opportunities", row.path("id").asLong()));
        }
        connection = test.getTestMethod().orElseThrow().getName().toLowerCase();
        connection = connection.substring(0, Math.min(60, connection.length()));
    }

    @AfterEach
    void everythingIsThereAgain() {
        hub.autotask.faults().clear();
        hub.connectWise.faults().clear();
        hub.connectWise.opportunities().forEach(row -> hub.connectWise.removeOpportunity(row.path("id").asLong()));
        ofAutotask.forEach(row -> hub.autotask.records().put("Opportunities", row.path("id").asLong(), row.deepCopy()));
        ofConnectWise.forEach(row -> hub.connectWise.records().put("opportunities", row.path("id").asLong(), row.deepCopy()));
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
    void aVanishedOpportunityIsClosedInScopeStackByAFullPassOnly() {
        for (String system : List.of("autotask", "connectwise")) {
            String of = connect(system, Map.of("opportunities.status", system.equals("autotask") ? "Active" : "Open"));
            String gone = open(system).get(0);
            remove(system, gone);

            hub.sync(of);
            assertThat(open(system)).as("a poll of changes cannot see it").contains(gone);
            JsonNode job = hub.fullSync(of, false);

            assertThat(job.path("state").asText()).as(job + " " + hub.log(of)).isEqualTo("DONE");
            assertThat(open(system)).doesNotContain(gone);
            assertThat(closed(system)).contains(gone);
            assertThat(one(of, gone).path("filteredOutReason").asText()).startsWith("It is gone from the PSA");
        }
    }

    @Test
    void aFullPassWithNothingChangedWritesNothing() {
        String of = connect("connectwise", Map.of("opportunities.status", "Open, Quoted"));
        hub.scopeStack.forgetReceived();
        hub.connectWise.forgetReceived();

        hub.fullSync(of, false);

        assertThat(Asked.of(hub.scopeStack, "POST|PATCH|DELETE", ".*")).isEmpty();
        // One page with all of them, and an empty one that proves the end.
        assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).hasSize(2);
    }

    @Test
    void aChangeThatThePsaDidNotDateIsFound() {
        String of = connect("autotask", Map.of());
        String changed = open("autotask").get(0);
        ObjectNode row = hub.autotask.opportunity(Long.parseLong(changed));
        hub.autotask.records().put("Opportunities", Long.parseLong(changed), row.put("title", "Renamed in silence"));

        hub.sync(of);
        assertThat(names("autotask")).doesNotContain("Renamed in silence");
        hub.fullSync(of, false);
        assertThat(names("autotask")).contains("Renamed in silence");
    }

    @Test
    void tooManyAtOnceAreClosedOnlyWhenAPersonConfirms() {
        for (String system : List.of("autotask", "connectwise")) {
            String of = connect(system, Map.of("opportunities.status", system.equals("autotask") ? "Active" : "Open, Quoted"));
            List<String> shown = open(system);
            List<String> gone = shown.subList(0, shown.size() / 2);
            gone.forEach(id -> remove(system, id));
            String renamed = shown.get(shown.size() - 1);
            rename(system, renamed, "Renamed meanwhile");

            JsonNode braked = hub.fullSync(of, false);

            assertThat(braked.path("state").asText()).isEqualTo("FAILED");
            assertThat(open(system)).containsExactlyInAnyOrderElementsOf(shown);
            assertThat(names(system)).as("what closes nothing goes on").contains("Renamed meanwhile");
            assertThat(hub.log(of)).singleElement().satisfies(entry -> {
                assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
                assertThat(entry.path("field").asText()).isEqualTo("opportunities.safetyLimitPercent");
                assertThat(entry.path("cause").asText()).contains("close " + gone.size() + " of " + shown.size(), gone.size() + " are gone from the PSA", "None was closed");
                assertThat(entry.path("remedy").asText()).contains("POST /api/connections/" + of + "/sync?full=true&confirmClosing=true");
            });
            hub.fullSync(of, false);
            hub.sync(of);
            assertThat(open(system)).hasSameSizeAs(shown);
            assertThat(hub.log(of)).singleElement().satisfies(entry -> {
                assertThat(entry.path("occurrences").asInt()).isEqualTo(2);
                assertThat(entry.path("state").asText()).isEqualTo("OPEN");
            });

            JsonNode confirmed = hub.fullSync(of, true);

            assertThat(confirmed.path("state").asText()).isEqualTo("DONE");
            assertThat(open(system)).doesNotContainAnyElementsOf(gone).hasSize(shown.size() - gone.size());
            assertThat(hub.log(of)).singleElement().satisfies(entry -> assertThat(entry.path("state").asText()).isEqualTo("RESOLVED"));
        }
    }

    @Test
    void theBrakeHoldsForAPollOfChangesTooAndTheChangesAreNotForgotten() {
        String of = connect("connectwise", Map.of("opportunities.status", "Open, Quoted"));
        List<String> shown = open("connectwise");
        shown.subList(0, 12).forEach(id -> hub.connectWise.changeOpportunity(Long.parseLong(id), "status", reference(3)));

        assertThat(hub.sync(of).opportunities().path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.sync(of).opportunities().path("state").asText()).isEqualTo("FAILED");
        assertThat(open("connectwise")).containsExactlyInAnyOrderElementsOf(shown);

        hub.fullSync(of, true);
        assertThat(open("connectwise")).containsExactlyInAnyOrderElementsOf(shown.subList(12, shown.size()));
    }

    @Test
    void aFewMayAlwaysBeClosed() {
        ofAutotask.forEach(row -> {
            if (row.path("id").asInt() > 5540) hub.autotask.removeOpportunity(row.path("id").asLong());
        });
        String of = connect("autotask", Map.of("opportunities.status", ""));
        List<String> shown = hub.autotask.opportunities().stream().map(row -> row.path("id").asText()).filter(open("autotask")::contains).toList();
        assertThat(shown).hasSizeBetween(2, 10);
        shown.subList(0, Math.min(5, shown.size() - 1)).forEach(id -> remove("autotask", id));

        assertThat(hub.fullSync(of, false).path("state").asText()).isEqualTo("DONE");
        assertThat(open("autotask")).doesNotContainAnyElementsOf(shown.subList(0, Math.min(5, shown.size() - 1)));
    }

    @Test
    void theBrakeIsASetting() {
        String of = connect("connectwise", Map.of("opportunities.status", "Open, Quoted", "opportunities.safetyLimitPercent", 60));
        List<String> shown = open("connectwise");
        shown.subList(0, shown.size() / 2).forEach(id -> remove("connectwise", id));

        assertThat(hub.fullSync(of, false).path("state").asText()).isEqualTo("DONE");
        assertThat(open("connectwise")).hasSize(shown.size() - shown.size() / 2);
    }

    @Test
    void aPassThatReadsHalfAndFailsClosesNothing() {
        LongStream.range(20_000, 21_020).forEach(id -> hub.connectWise.records().put("opportunities", id,
            ofConnectWise.get(0).deepCopy().put("id", id).put("name", "Many " + id)));
        String of = connect("connectwise", Map.of("opportunities.status", "Open"));
        String leaving = "1003";
        String gone = open("connectwise").stream().filter(id -> !id.equals(leaving)).findFirst().orElseThrow();
        remove("connectwise", gone);
        hub.connectWise.changeOpportunity(Long.parseLong(leaving), "status", reference(3));
        hub.connectWise.faults().kindAfter(1, "GET", "/sales/opportunities$", Fault.Kind.RESET_BEFORE, 100);

        JsonNode job = hub.fullSync(of, false);

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("FAILED");
        assertThat(open("connectwise")).contains(gone, leaving);
        hub.connectWise.faults().clear();
        hub.fullSync(of, false);
        assertThat(open("connectwise")).doesNotContain(gone, leaving);
    }

    @Test
    void aFullPassComesByTheClockAndNotAtOnce() {
        String of = connect("autotask", Map.of());
        Map<String, Object> scheduled = hub.connection("autotask", Map.of("opportunities.enabled", true, "opportunities.cron", "0 0 0 1 1 *", "opportunities.fullSync", "* * * * * *"));
        scheduled.put("id", of);
        hub.put(of, scheduled);

        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() ->
            assertThat(hub.database().sql("select payload from job where connection_id = ? and flow = 'poll-opportunities' and source = 'schedule' and state = 'DONE'")
                .param(of).query(String.class).list()).contains("{\"full\":true}"));
        hub.send("POST", "/api/connections/" + of + "/disable", null);
    }

    @Test
    void whatTheFilterKeepsOutIsListedWithTheReasonAndNeverPublished() {
        String of = connect("connectwise", Map.of("opportunities.status", "Quoted, Won", "opportunities.stage", "1. Lead, 2. Qualified, 3. Quote"));
        List<JsonNode> all = listed(of, "limit=7");
        assertThat(all).extracting(row -> row.path("id").asText())
            .containsExactlyElementsOf(ofConnectWise.stream().map(row -> row.path("id").asText()).sorted((a, b) -> b.compareTo(a)).toList());
        assertThat(all).allSatisfy(row -> {
            ObjectNode there = hub.connectWise.records().find("opportunities", row.path("id").asLong()).orElseThrow();
            String status = there.at("/status/name").asText();
            boolean stage = there.at("/stage/id").asInt() >= 1 && there.at("/stage/id").asInt() <= 3;
            boolean through = (status.equals("Quoted") || status.equals("Won")) && stage;
            assertThat(row.path("state").asText()).as(row.toString()).isEqualTo(!through ? "FILTERED_OUT" : status.equals("Won") ? "CLOSED" : "OFFERED");
            if (!through && !status.equals("Quoted") && !status.equals("Won")) {
                assertThat(row.path("filteredOutReason").asText()).isEqualTo("Its status '" + status + "' is not one of those in the connection's status filter.");
            }
            assertThat(row.has("crmOpportunity")).isEqualTo(through);
        });
        assertThat(listed(of, "state=filtered_out&limit=500")).hasSizeGreaterThan(20).allSatisfy(row -> assertThat(row.path("filteredOutReason").asText()).isNotEmpty());
        assertThat(listed(of, "state=OFFERED&search=1008")).allSatisfy(row -> assertThat(row.toString()).contains("1008"));
        assertThat(hub.send("GET", "/api/connections/" + of + "/opportunities?state=open", null).body()).contains("\"field\":\"state\"");
        assertThat(hub.send("GET", "/api/connections/" + of + "/opportunities?after=x", null).body()).contains("\"field\":\"after\"");
        assertThat(hub.send("GET", "/api/connections/nobody/opportunities", null).statusCode()).isEqualTo(404);
    }

    private String connect(String system, Map<String, Object> settings) {
        String id = connection + (system.equals("autotask") ? "-a" : "-c");
        Map<String, Object> made = new LinkedHashMap<>(hub.connection(system, settings));
        made.put("id", id);
        hub.put(id, made);
        JsonNode job = hub.fullSync(id, false);
        assertThat(job.path("state").asText()).as(job + " " + hub.log(id)).isEqualTo("DONE");
        return id;
    }

    private List<JsonNode> listed(String of, String query) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get("/api/connections/" + of + "/opportunities?" + query + after);
            page.path("opportunities").forEach(rows::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        return rows;
    }

    private JsonNode one(String of, String id) {
        return listed(of, "search=" + id).get(0);
    }

    /** Of the opportunities that this test began with or added, those that ScopeStack offers. */
    private List<String> open(String system) {
        return shown(system, false);
    }

    private List<String> closed(String system) {
        return shown(system, true);
    }

    private List<String> shown(String system, boolean closed) {
        return hub.scopeStack.crmOpportunities(slug(system)).stream().filter(row -> row.at("/attributes/is-closed").asBoolean() == closed)
            .map(row -> row.at("/attributes/opportunity-id").asText()).toList();
    }

    private List<String> names(String system) {
        return hub.scopeStack.crmOpportunities(slug(system)).stream().map(row -> row.at("/attributes/name").asText()).toList();
    }

    private static String slug(String system) {
        return system.equals("autotask") ? AUTOTASK_SLUG : CONNECTWISE_SLUG;
    }

    private void remove(String system, String id) {
        if (system.equals("autotask")) hub.autotask.removeOpportunity(Long.parseLong(id));
        else hub.connectWise.removeOpportunity(Long.parseLong(id));
    }

    private void rename(String system, String id, String name) {
        if (system.equals("autotask")) hub.autotask.changeOpportunity(Long.parseLong(id), "title", name);
        else hub.connectWise.changeOpportunity(Long.parseLong(id), "name", name);
    }

    private static ObjectNode reference(int id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }
}
