package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An opportunity becomes one sales order, whoever asks how often (feature R5). */
@StartsHub
class SalesOrderTest {

    @TempDir
    private Path home;

    @Test
    void askedTwiceAfterARestartWithALostAnswerOrWithoutALedgerThereIsOneOrder() {
        try (RevenueBench bench = new RevenueBench(new TestHub(home).start())) {
            TestHub hub = bench.hub;
            String connection = bench.connect("connectwise", Map.of());
            JsonNode first = bench.asked(connection, 95002, "sales-order");
            assertThat(first.at("/result/created").asInt()).as("%s", first).isOne();
            assertThat(ordersOf(hub, 1043)).singleElement().satisfies(order -> {
                assertThat(order.path("id").asText()).isEqualTo(first.at("/result/remoteIds/order:1043").asText());
                assertThat(order.path("description").asText()).isEqualTo("Managed workplace & backup");
            });

            hub.stop();
            hub.start();
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/existing").asInt()).isOne();
            bench.forgetLedger(connection);
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/existing").asInt()).isOne();
            assertThat(ordersOf(hub, 1043)).hasSize(1);

            hub.connectWise.faults().kind("POST", ".*/convertToSalesOrder", Fault.Kind.RESET_AFTER, 1);
            hub.scopeStack.approve(95001);
            var answer = hub.webhook(connection, RevenueBench.SECRET, "order-1", "{\"type\":\"project.create-sales-order\",\"project\":\"95001\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            JsonNode lost = hub.ended(Long.parseLong(answer.body().replaceAll("\\D", "")));
            assertThat(lost.at("/result/created").asInt()).as("%s", lost).isOne();
            assertThat(ordersOf(hub, 1042)).hasSize(1);

            hub.scopeStack.approve(95003);
            hub.scopeStack.link(95003, "1005");
            hub.connectWise.faults().status("POST", ".*/convertToSalesOrder", 503, (String) null, 2);
            JsonNode refused = bench.asked(connection, 95003, "sales-order");
            assertThat(refused.at("/result/created").asInt()).as("the list of orders proves that there is none: %s", refused).isOne();
            assertThat(ordersOf(hub, 1005)).hasSize(1);

            assertThat(bench.asked(connection, 95006, "sales-order").path("state").asText()).as("not approved").isEqualTo("FAILED");
            assertThat(bench.asked(connection, 95010, "sales-order").path("state").asText()).as("without an opportunity").isEqualTo("FAILED");
            assertThat(hub.connectWise.orders()).hasSize(3);
        }
    }

    /** A conversion says of itself only that it comes from an opportunity, and has the name of what was made. */
    @Test
    void whatTheOpportunityWasConvertedToIsNotToldFromItsName() {
        try (RevenueBench bench = new RevenueBench(TestHub.shared().start())) {
            TestHub hub = bench.hub;
            hub.connectWise.conversionsNameTheirTarget(true);
            String connection = bench.connect("connectwise", Map.of());
            hub.connectWise.records().put("conversions", 900, conversion(1043, 7310, "Purchase order portal"));
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/created").asInt()).as("a project is no order").isOne();
            bench.forgetLedger(connection);
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/existing").asInt()).as("without a ledger").isOne();
            assertThat(ordersOf(hub, 1043)).hasSize(1);

            hub.scopeStack.approve(95001);
            hub.connectWise.records().searchLag(Duration.ofMillis(150));
            hub.connectWise.faults().status("GET", "/sales/opportunities/conversions/", 500, (String) null, 2);
            hub.connectWise.faults().kind("POST", ".*/convertToSalesOrder", Fault.Kind.RESET_AFTER, 1);
            JsonNode lost = bench.asked(connection, 95001, "sales-order");
            assertThat(lost.at("/result/created").asInt()).as("conversions could not be read for a while, then an answer was lost: %s", lost).isOne();
            assertThat(ordersOf(hub, 1042)).hasSize(1);
            assertThat(bench.log(connection)).allSatisfy(one -> assertThat(one.path("state").asText()).isEqualTo("RESOLVED"));
        }
    }

    @Test
    void aLostProjectGetsNoOrder() {
        try (RevenueBench bench = new RevenueBench(TestHub.shared().start())) {
            String connection = bench.connect("connectwise", Map.of());
            bench.hub.scopeStack.setStatus(95002, "lost");
            assertThat(bench.asked(connection, 95002, "sales-order").path("state").asText()).isEqualTo("FAILED");
            assertThat(bench.log(connection)).singleElement().satisfies(one -> assertThat(one.path("cause").asText()).contains("lost"));
            assertThat(bench.hub.connectWise.orders()).isEmpty();
        }
    }

    @Test
    void whereOrdersCannotBeListedByOpportunityTheConversionsDecide() {
        try (RevenueBench bench = new RevenueBench(TestHub.shared().start())) {
            TestHub hub = bench.hub;
            hub.connectWise.faults().status("GET", "/sales/orders$", 400, (String) null, 100);
            String connection = bench.connect("connectwise", Map.of());
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/created").asInt()).isOne();
            bench.forgetLedger(connection);
            assertThat(bench.asked(connection, 95002, "sales-order").at("/result/existing").asInt()).isOne();
            assertThat(ordersOf(hub, 1043)).hasSize(1);

            hub.scopeStack.approve(95003);
            hub.connectWise.faults().kind("POST", ".*/convertToSalesOrder", Fault.Kind.RESET_BEFORE, 1);
            assertThat(bench.asked(connection, 95003, "sales-order").path("state").asText()).as("nobody can know").isEqualTo("FAILED");
            assertThat(bench.asked(connection, 95003, "sales-order").path("state").asText()).as("a person decides").isEqualTo("FAILED");
            assertThat(ordersOf(hub, 1044)).isEmpty();
            assertThat(bench.log(connection)).filteredOn(one -> one.path("step").asText().equals("order:1044")).singleElement()
                .satisfies(one -> assertThat(one.path("class").asText()).isEqualTo("OUTCOME_UNKNOWN"));
        }
    }

    private static ObjectNode conversion(long opportunity, long id, String name) {
        ObjectNode conversion = new ObjectMapper().createObjectNode().put("id", 900).put("opportunityId", opportunity).put("parentType", "Opportunity");
        conversion.putObject("convertedTo").put("id", id).put("name", name);
        return conversion;
    }

    private static List<? extends JsonNode> ordersOf(TestHub hub, long opportunity) {
        return hub.connectWise.orders().stream().filter(order -> order.at("/opportunity/id").asLong() == opportunity).toList();
    }
}
