package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The linked Autotask opportunity is told what a project is worth (features R1, R3, R4, R6, R7). An assessment is worth 825, its cost 550. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class AutotaskRevenueTest {

    private RevenueBench bench;
    private TestHub hub;
    private String connection;

    @BeforeAll
    void aConnectionThatHasLookedOnce() {
        hub = TestHub.shared().withFewOpportunities().start();
        bench = new RevenueBench(hub);
        connection = bench.connect("autotask", Map.of());
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void theRevenueIsWrittenWhenTheProjectIsSubmittedAndAtNoOtherStage() {
        open(5531);
        hub.scopeStack.link(90020, "5531");
        assertThat(bench.look(connection, 90020)).as("still being built").isEmpty();
        hub.scopeStack.setStatus(90020, "technical_approval");

        JsonNode job = bench.synced(connection, 90020);
        assertThat(job.path("source").asText()).isEqualTo("pending");
        assertThat(job.at("/result/remoteIds/opportunity:5531").asText()).isEqualTo("5531");
        assertWorth(5531, 825, 550);

        for (String status : new String[] {"business_approval", "approved", "won"}) {
            hub.scopeStack.setStatus(90020, status);
            assertThat(bench.look(connection, 90020)).as(status).isEmpty();
        }
        assertThat(bench.autotaskOpportunity(5531).path("status").asInt()).isEqualTo(1);
    }

    @Test
    void anApprovalWithoutLevelsIsASubmissionTooAndARescopeIsAnother() {
        open(5532);
        hub.scopeStack.link(90021, "5532");
        hub.scopeStack.approve(90021);
        bench.synced(connection, 90021);
        assertWorth(5532, 825, 550);

        hub.scopeStack.setStatus(90021, "building");
        assertThat(bench.look(connection, 90021)).isEmpty();
        hub.scopeStack.addService(90021, null, "Added", 2);
        hub.scopeStack.approve(90021);
        bench.synced(connection, 90021);
        assertWorth(5532, 1125, 750);
    }

    @Test
    void whatAutotaskHoldsAlreadyIsNotWritten() {
        open(5533);
        hub.scopeStack.link(90022, "5533");
        hub.scopeStack.approve(90022);
        bench.synced(connection, 90022);
        long writes = bench.writes(hub.autotask);
        String activity = bench.autotaskOpportunity(5533).path("lastActivity").asText();

        assertThat(bench.updateCrm(connection, 90022).at("/result/existing").asInt()).isOne();
        bench.forgetLedger(connection);
        assertThat(bench.updateCrm(connection, 90022).at("/result/existing").asInt()).isOne();

        assertThat(bench.writes(hub.autotask)).isEqualTo(writes);
        assertThat(bench.autotaskOpportunity(5533).path("lastActivity").asText()).isEqualTo(activity);

        change(5533, row -> row.put("amount", 7));
        bench.updateCrm(connection, 90022);
        assertWorth(5533, 825, 550);
    }

    @Test
    void aLostAnswerIsSentAgainWithoutHarm() {
        open(5551);
        hub.autotask.faults().kind("PATCH", ".*/Opportunities", Fault.Kind.RESET_AFTER, 1);
        hub.scopeStack.link(90023, "5551");
        hub.scopeStack.approve(90023);
        bench.synced(connection, 90023);
        assertWorth(5551, 825, 550);
    }

    @Test
    void aQuoteThatMakesTheTotalsIsRespected() {
        change(5535, row -> row.put("status", 1).put("useQuoteTotals", true));
        JsonNode before = bench.autotaskOpportunity(5535);
        hub.scopeStack.link(90024, "5535");
        hub.scopeStack.approve(90024);

        JsonNode job = bench.synced(connection, 90024);

        assertThat(job.at("/result/warnings/0/text").asText()).contains("quote", "were not changed");
        assertThat(bench.autotaskOpportunity(5535)).isEqualTo(before);
    }

    @Test
    void aClosedOpportunityIsLeftAsItIs() {
        change(5553, row -> row.put("status", 3).put("useQuoteTotals", false));
        JsonNode before = bench.autotaskOpportunity(5553);
        hub.scopeStack.link(90025, "5553");
        hub.scopeStack.approve(90025);

        assertThat(bench.synced(connection, 90025).at("/result/warnings/0/text").asText()).contains("Closed", "was not changed");

        assertThat(bench.autotaskOpportunity(5553)).isEqualTo(before);
    }

    @Test
    void splitRevenueGoesByHowItIsPaidAndAutotaskMakesTheTotals() {
        open(5562);
        String splitting = bench.connect("autotask", Map.of("revenue.style", "split", "revenue.includeProduct", true));

        assertThat(bench.updateCrm(splitting, 90002).path("state").asText()).isEqualTo("DONE");

        JsonNode row = bench.autotaskOpportunity(5562);
        assertThat(row.path("onetimeRevenue").asDouble()).isEqualTo(6806 + 33700);
        assertThat(row.path("onetimeCost").asDouble()).isEqualTo(4523.5 + 28237.75);
        assertThat(row.path("monthlyRevenue").asDouble()).isEqualTo(1612.5);
        assertThat(row.path("monthlyCost").asDouble()).isEqualTo(1077.5);
        assertThat(row.path("totalAmountMonths").asInt()).isEqualTo(36);
        assertThat(row.path("amount").asDouble()).isEqualTo(6806 + 33700 + 36 * 1612.5);

        bench.updateCrm(connection, 90002);
        assertWorth(5562, 6806 + 36 * 1500, 4523.5 + 36 * 1000);
    }

    @Test
    void wonIsWrittenBackWhereAStatusIsSet() {
        open(5557);
        String writing = bench.connect("autotask", Map.of("revenue.wonStatus", "Closed", "revenue.lostStatus", "Lost", "revenue.cost", false));
        double cost = bench.autotaskOpportunity(5557).path("cost").asDouble();
        hub.scopeStack.link(90026, "5557");
        hub.scopeStack.approve(90026);
        bench.synced(writing, 90026);
        hub.scopeStack.setStatus(90026, "won");
        bench.synced(writing, 90026);

        JsonNode row = bench.autotaskOpportunity(5557);
        assertThat(row.path("status").asInt()).isEqualTo(3);
        assertThat(row.path("closedDate").asText()).isNotEmpty();
        assertWorth(5557, 825, cost);
        assertStatusReplaced(writing, 90026, 5557);
    }

    /** The statuses of the tenant are cached for five minutes: one that Autotask refuses is read again at the next try. */
    private void assertStatusReplaced(String writing, long project, long opportunity) {
        hub.autotask.removePicklistValue("Opportunities", "status", "3");
        hub.autotask.addPicklistValue("Opportunities", "status", "33", "Closed");
        try {
            open(opportunity);
            bench.updateCrm(writing, project);
            assertThat(bench.autotaskOpportunity(opportunity).path("status").asInt()).as("refused").isEqualTo(1);

            bench.updateCrm(writing, project);
            assertThat(bench.autotaskOpportunity(opportunity).path("status").asInt()).isEqualTo(33);
        } finally {
            hub.autotask.removePicklistValue("Opportunities", "status", "33");
            hub.autotask.addPicklistValue("Opportunities", "status", "3", "Closed");
        }
    }

    @Test
    void skipLeavesItToThePersonWhoAsks() {
        open(5539);
        String skipping = bench.connect("autotask", Map.of("revenue.skip", true));
        JsonNode before = bench.autotaskOpportunity(5539);
        hub.scopeStack.link(90027, "5539");
        hub.scopeStack.approve(90027);
        assertThat(bench.look(skipping, 90027)).isEmpty();
        assertThat(bench.autotaskOpportunity(5539)).isEqualTo(before);

        bench.updateCrm(skipping, 90027);
        assertWorth(5539, 825, 550);
    }

    @Test
    void anOpportunityThatIsGoneEndsInTheLog() {
        hub.scopeStack.link(90028, "5555");
        hub.autotask.records().remove("Opportunities", 5555);
        hub.scopeStack.approve(90028);

        assertThat(bench.look(connection, 90028)).singleElement().satisfies(job -> assertThat(job.path("state").asText()).isEqualTo("FAILED"));

        assertThat(bench.log(connection)).filteredOn(one -> one.path("subject").asText().equals("project:90028")).singleElement().satisfies(one -> {
            assertThat(one.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(one.path("cause").asText()).contains("5555", "does not exist in Autotask");
        });
    }

    @Test
    void aSalesOrderIsNothingThatAutotaskHas() {
        var answer = hub.send("POST", "/api/connections/" + connection + "/projects/90002/sales-order", null);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Create Sales Order", "is not supported by");
        var event = hub.webhook(connection, RevenueBench.SECRET, "order", "{\"type\":\"project.create-sales-order\",\"project\":\"90002\"}");
        assertThat(event.statusCode()).isEqualTo(422);
        assertThat(hub.jobs(connection, "create-sales-order")).isEmpty();
    }

    @Test
    void aTransitionWhoseJobCannotBeStoredIsSeenAgain() {
        open(5559);
        hub.scopeStack.link(90029, "5559");
        hub.scopeStack.approve(90029);
        hub.database().sql("alter table job add constraint no_more check (subject <> 'project:90029' or flow <> 'sync-revenue')").update();
        try {
            var answer = hub.webhook(connection, RevenueBench.SECRET, "unstorable", "{\"type\":\"project.changed\",\"project\":\"90029\"}");
            assertThat(hub.ended(Long.parseLong(answer.body().replaceAll("\\D", ""))).path("state").asText()).isEqualTo("FAILED");
        } finally {
            hub.database().sql("alter table job drop constraint no_more").update();
        }

        bench.synced(connection, 90029);

        assertWorth(5559, 825, 550);
    }

    @Test
    void aProjectThatDidNotChangeIsNotWrittenAgain() {
        hub.sync(connection);
        OffsetDateTime before = seen();
        hub.sync(connection);
        assertThat(seen()).isEqualTo(before);
    }

    private OffsetDateTime seen() {
        return hub.database().sql("select max(seen_at) from project where connection_id = ?").param(connection).query(OffsetDateTime.class).single();
    }

    private void assertWorth(long opportunity, double amount, double cost) {
        assertThat(bench.autotaskOpportunity(opportunity).path("amount").asDouble()).isEqualTo(amount);
        assertThat(bench.autotaskOpportunity(opportunity).path("cost").asDouble()).isEqualTo(cost);
    }

    private void open(long opportunity) {
        change(opportunity, row -> row.put("status", 1).put("useQuoteTotals", false));
    }

    private void change(long opportunity, Consumer<ObjectNode> change) {
        ObjectNode row = hub.autotask.records().find("Opportunities", opportunity).orElseThrow();
        change.accept(row);
        hub.autotask.records().put("Opportunities", opportunity, row);
    }
}
