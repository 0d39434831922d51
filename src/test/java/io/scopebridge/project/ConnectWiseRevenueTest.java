package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The forecast of the linked ConnectWise opportunity follows the project (features R2, R3, R4, R6, R7). An assessment is worth 825, its cost 550. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ConnectWiseRevenueTest {

    private RevenueBench bench;
    private TestHub hub;
    private String connection;

    @BeforeAll
    void aConnectionThatHasLookedOnce() {
        hub = TestHub.shared().start();
        bench = new RevenueBench(hub);
        connection = bench.connect("connectwise", Map.of());
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void eachStageIsWrittenOnceAndWhatDidNotChangeIsNot() {
        JsonNode typed = bench.typeLine(1005);
        hub.scopeStack.link(95020, "1005");
        JsonNode job = bench.synced(connection, 95020);
        assertThat(job.path("source").asText()).isEqualTo("link");
        assertThat(job.at("/result/created").asInt()).isOne();
        assertThat(bench.revenues(1005)).containsOnly(entry("Professional services", 825.0));
        JsonNode line = bench.lines(1005).get(1);
        assertThat(job.at("/result/remoteIds/forecast:1005:PS").asText()).isEqualTo(line.path("id").asText());
        assertThat(line.path("forecastType").asText()).isEqualTo("Service");
        assertThat(line.path("cost").asDouble()).isEqualTo(550);
        assertThat(line.path("includeFlag").asBoolean()).isTrue();
        assertThat(line.at("/status/id")).isEqualTo(hub.connectWise.records().find("opportunities", 1005).orElseThrow().at("/status/id"));

        hub.scopeStack.addService(95020, null, "Added", 2);
        hub.scopeStack.setStatus(95020, "technical_approval");
        bench.synced(connection, 95020);
        assertThat(bench.revenues(1005)).containsOnly(entry("Professional services", 1125.0));

        long writes = bench.writes(hub.connectWise);
        hub.scopeStack.setStatus(95020, "sales_approval");
        assertThat(bench.look(connection, 95020)).as("still pending").isEmpty();
        for (String status : List.of("approved", "won", "lost", "building")) {
            hub.scopeStack.setStatus(95020, status);
            assertThat(bench.synced(connection, 95020).at("/result/existing").asInt()).as(status).isOne();
        }
        assertThat(bench.look(connection, 95020)).isEmpty();
        assertThat(bench.writes(hub.connectWise)).isEqualTo(writes);
        assertThat(bench.lines(1005)).hasSize(2).first().isEqualTo(typed);
    }

    @Test
    void managedServicesRecurAndProductsComeWhereTheyAreWanted() {
        assertThat(bench.updateCrm(connection, 95002).path("state").asText()).isEqualTo("DONE");
        assertThat(bench.revenues(1043)).containsOnly(entry("Professional services", 6806.0), entry("Managed services", 0.0));
        JsonNode managed = line(1043, "Agreement");
        assertThat(managed.path("recurringFlag").asBoolean()).isTrue();
        assertThat(managed.path("recurringRevenue").asDouble()).isEqualTo(1500);
        assertThat(managed.path("recurringCost").asDouble()).isEqualTo(1000);
        assertThat(managed.path("cycles").asInt()).isEqualTo(36);
        assertThat(managed.at("/billCycle/name").asText()).isEqualTo("Monthly");

        hub.put(connection, settings(Map.of("revenue.includeProduct", true)));
        bench.updateCrm(connection, 95002);
        JsonNode product = line(1043, "Product");
        assertThat(product.path("revenue").asDouble()).isEqualTo(33700);
        assertThat(product.path("cost").asDouble()).isEqualTo(28237.75);
        assertThat(product.path("recurringRevenue").asDouble()).isEqualTo(112.5);

        hub.put(connection, settings(Map.of()));
        bench.updateCrm(connection, 95002);
        assertThat(line(1043, "Product").path("revenue").asDouble()).isZero();
        assertThat(line(1043, "Product").path("recurringRevenue").asDouble()).isZero();
        assertThat(bench.lines(1043)).hasSize(3);
    }

    @Test
    void whereScopeStackIgnoresIncludesTheRevenueIsTheSame() {
        Map<String, Object> settings = settings(Map.of("revenue.includeProduct", true));
        hub.put(connection, settings);
        bench.updateCrm(connection, 95002);
        Map<String, Double> whole = bench.revenues(1043);
        try {
            hub.scopeStack.includeIgnored(true);
            assertThat(bench.updateCrm(connection, 95002).at("/result/existing").asInt()).as("nothing differs").isEqualTo(3);
            assertThat(bench.revenues(1043)).isEqualTo(whole).containsEntry("Products", 33700.0);

            hub.scopeStack.link(95029, "1015");
            assertThat(bench.synced(connection, 95029).path("source").asText()).isEqualTo("link");
        } finally {
            hub.scopeStack.includeIgnored(false);
            hub.put(connection, settings(Map.of()));
        }
    }

    @Test
    void withoutTheLedgerTheLinesAreFoundByTheirMarker() {
        hub.scopeStack.approve(95021);
        hub.scopeStack.link(95021, "1006");
        bench.synced(connection, 95021);
        List<JsonNode> before = bench.lines(1006);
        long writes = bench.writes(hub.connectWise);
        bench.forgetLedger(connection);

        assertThat(bench.updateCrm(connection, 95021).at("/result/existing").asInt()).isOne();
        assertThat(bench.lines(1006)).isEqualTo(before);
        assertThat(bench.writes(hub.connectWise)).isEqualTo(writes);

        hub.connectWise.records().put("forecastItems", before.get(0).path("id").asLong(), ((ObjectNode) before.get(0).deepCopy()).put("forecastDescription", "Our part [S-95021]"));
        bench.forgetLedger(connection);
        hub.scopeStack.addService(95021, null, "Added", 2);
        bench.updateCrm(connection, 95021);
        assertThat(bench.revenues(1006)).containsOnly(entry("Our part", 1125.0));
    }

    @Test
    void aLineThatSomebodyDeletedIsMadeAgainAndOneThatSomebodyChangedIsSetRight() {
        hub.scopeStack.approve(95022);
        hub.scopeStack.link(95022, "1007");
        bench.synced(connection, 95022);
        JsonNode line = bench.lines(1007).get(0);
        hub.connectWise.records().put("forecastItems", line.path("id").asLong(), ((ObjectNode) line.deepCopy()).put("revenue", 1.0));

        bench.updateCrm(connection, 95022);
        assertThat(bench.revenues(1007)).containsOnly(entry("Professional services", 825.0));

        bench.typeLine(1007);
        hub.connectWise.records().remove("forecastItems", line.path("id").asLong());
        bench.updateCrm(connection, 95022);
        assertThat(bench.revenues(1007)).containsOnly(entry("Professional services", 825.0));
        assertThat(bench.lines(1007)).hasSize(2);
    }

    @Test
    void aLostAnswerLeavesOneLineAlsoWhereForecastZeroIsNotKnown() {
        hub.connectWise.forecastZero(false).forecastAsObject(true);
        hub.connectWise.faults().kind("POST", ".*/1008/forecast/501008", Fault.Kind.RESET_AFTER, 1);
        try {
            hub.scopeStack.approve(95023);
            hub.scopeStack.link(95023, "1008");
            bench.synced(connection, 95023);
        } finally {
            hub.connectWise.forecastZero(true).forecastAsObject(false).faults().clear();
        }
        assertThat(bench.revenues(1008)).containsOnly(entry("Professional services", 825.0));
        assertThat(bench.lines(1008)).hasSize(1);
    }

    @Test
    void anotherOpportunityGetsTheLinesTooAndTheFormerKeepsItsOwn() {
        hub.scopeStack.approve(95024);
        hub.scopeStack.link(95024, "1009");
        bench.synced(connection, 95024);
        hub.scopeStack.link(95024, "1010");

        assertThat(bench.synced(connection, 95024).path("source").asText()).isEqualTo("link");

        assertThat(bench.revenues(1010)).containsOnly(entry("Professional services", 825.0));
        assertThat(bench.revenues(1009)).containsOnly(entry("Professional services", 825.0));
        hub.scopeStack.link(95024, null);
        assertThat(bench.look(connection, 95024)).isEmpty();
    }

    @Test
    void skipLeavesItToThePersonWhoAsks() {
        String skipping = bench.connect("connectwise", Map.of("revenue.skip", true));
        hub.scopeStack.link(95025, "1011");
        hub.scopeStack.approve(95025);
        assertThat(bench.look(skipping, 95025)).isEmpty();
        assertThat(bench.lines(1011)).isEmpty();

        bench.updateCrm(skipping, 95025);
        assertThat(bench.revenues(1011)).containsOnly(entry("Professional services", 825.0));
    }

    @Test
    void wonAndLostAreWrittenBackWhereAStatusIsSet() {
        String writing = bench.connect("connectwise", Map.of("revenue.wonStatus", "won", "revenue.lostStatus", "3", "revenue.cost", false));
        hub.connectWise.changeOpportunity(1012, "status", JsonNodeFactory.instance.objectNode().put("id", 1));
        hub.connectWise.closedForecastsRefused(true);
        try {
            JsonNode typed = bench.typeLine(1012);
            hub.scopeStack.link(95026, "1012");
            hub.scopeStack.setStatus(95026, "won");
            hub.connectWise.faults().latency("POST", ".*/1012/forecast/0", 1000, 1);
            JsonNode job = bench.synced(writing, 95026);
            assertThat(job.at("/result/failed").asInt()).isZero();
            assertThat(opportunityStatus(1012)).isEqualTo("Won");
            assertThat(line(1012, "[S-95026]").at("/status/name").asText()).isEqualTo("Won");
            assertThat(line(1012, "[S-95026]").path("cost").asDouble()).isZero();
            assertThat(bench.lines(1012)).contains(typed);

            hub.scopeStack.addService(95026, null, "Added", 2);
            JsonNode refused = bench.updateCrm(writing, 95026);
            assertThat(refused.path("state").asText()).isEqualTo("FAILED");
            assertThat(bench.log(writing)).filteredOn(one -> one.path("step").asText().equals("forecast:1012:PS")).singleElement().satisfies(one -> {
                assertThat(one.path("class").asText()).isEqualTo("VALIDATION");
                assertThat(one.path("remedy").asText()).contains("Reopen it");
            });
        } finally {
            hub.connectWise.closedForecastsRefused(false);
        }
        hub.scopeStack.setStatus(95026, "lost");
        bench.synced(writing, 95026);
        assertThat(opportunityStatus(1012)).isEqualTo("Lost");
    }

    @Test
    void withoutAStatusSetTheOpportunityKeepsItsOwn() {
        String before = opportunityStatus(1013);
        hub.scopeStack.link(95027, "1013");
        hub.scopeStack.setStatus(95027, "won");
        bench.synced(connection, 95027);
        assertThat(opportunityStatus(1013)).isEqualTo(before);
    }

    @Test
    void whatIsAskedForIsRefusedInWords() {
        assertThat(bench.updateCrm(connection, 95006).path("state").asText()).isEqualTo("FAILED");
        assertThat(bench.updateCrm(connection, 95010).path("state").asText()).isEqualTo("FAILED");
        assertThat(bench.log(connection)).filteredOn(one -> one.path("subject").asText().equals("project:95006")).singleElement()
            .satisfies(one -> assertThat(one.path("cause").asText()).contains("status building", "approved"));
        assertThat(bench.log(connection)).filteredOn(one -> one.path("subject").asText().equals("project:95010")).singleElement()
            .satisfies(one -> assertThat(one.path("cause").asText()).contains("not linked to an opportunity"));
        assertThat(hub.send("POST", "/api/connections/" + connection + "/projects/x/crm", null).statusCode()).isEqualTo(400);
    }

    @Test
    void aWebhookUpdatesTheCrm() {
        hub.scopeStack.approve(95028);
        hub.scopeStack.link(95028, "1014");
        var answer = hub.webhook(connection, RevenueBench.SECRET, "update-95028", "{\"type\":\"project.update-crm\",\"project\":\"95028\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        hub.ended(Long.parseLong(answer.body().replaceAll("\\D", "")));
        assertThat(bench.revenues(1014)).containsOnly(entry("Professional services", 825.0));
    }

    private Map<String, Object> settings(Map<String, Object> changes) {
        Map<String, Object> changed = hub.connection("connectwise", changes);
        changed.put("id", connection);
        return changed;
    }

    private JsonNode line(long opportunity, String typeOrMarker) {
        return bench.lines(opportunity).stream().filter(line -> line.path("forecastDescription").asText().contains("[S-"))
            .filter(line -> line.path("forecastType").asText().equals(typeOrMarker) || line.path("forecastDescription").asText().contains(typeOrMarker)).findFirst().orElseThrow();
    }

    private String opportunityStatus(long id) {
        return hub.connectWise.records().find("opportunities", id).orElseThrow().at("/status/name").asText();
    }
}
