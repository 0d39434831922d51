package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What recurs is written to the cent, whatever a month of it comes to. */
@Fast
class RecurringCentsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    @ParameterizedTest
    @CsvSource({
        "yearly, 100.00, 50.00, 12, 100.00, 50.00", "yearly, 100.00, 50.00, 36, 300.00, 150.00", "yearly, 100.00, 0.01, 18, 150.00, 0.02", "quarterly, 100.00, 33.33, 12, 400.00, 133.32",
        "semiannual, 99.99, 10.01, 24, 399.96, 40.04", "monthly, 8.33, 4.17, 12, 99.96, 50.04", "yearly, -100.00, -50.00, 12, -100.00, -50.00", "yearly, 1234567.89, 0.10, 60, 6172839.45, 0.50",
        "yearly, 100.00, 50.00,, 100.00, 50.00"})
    void aLineOfConnectWiseIsWorthItsTotal(String frequency, BigDecimal revenue, BigDecimal cost, Integer months, BigDecimal total, BigDecimal totalCost) {
        JsonNode worth = revenue(frequency, revenue, cost, months);
        assertThat(worth.at("/lines/managed/total/revenue").decimalValue()).isEqualByComparingTo(total);

        JsonNode line = plan("connectwise", worth).at("/steps/0/call/body");

        BigDecimal cycles = BigDecimal.valueOf(line.path("cycles").asInt());
        assertThat(line.path("revenue").decimalValue().add(line.path("recurringRevenue").decimalValue().multiply(cycles))).isEqualByComparingTo(total);
        assertThat(line.path("cost").decimalValue().add(line.path("recurringCost").decimalValue().multiply(cycles))).isEqualByComparingTo(totalCost);
        assertThat(line.path("revenue").decimalValue().scale()).isLessThanOrEqualTo(2);
    }

    @Test
    void autotaskGetsThePeriodItself() {
        JsonNode body = plan("autotask", revenue("yearly", new BigDecimal("100.00"), new BigDecimal("50.00"), 36)).at("/steps/0/call/body");

        assertThat(body.path("yearlyRevenue").decimalValue()).isEqualByComparingTo("100");
        assertThat(body.path("totalAmountMonths").asInt()).isEqualTo(36);
    }

    @ParameterizedTest
    @CsvSource({"weekly, true", "12, true", "one_time, false", "One-Time, false", "Annually, false", ", false"})
    void aFrequencyThatIsNotKnownIsNamed(String frequency, boolean named) {
        JsonNode warnings = revenue(frequency, BigDecimal.TEN, BigDecimal.ONE, 12).path("warnings");

        assertThat(warnings.findValuesAsText("text").stream().anyMatch(text -> text.contains("'Managed' (id 1)") && text.contains("one-time"))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
        {"id":5,"forecastItems":null}                                                          | false
        {"id":5}                                                                               | false
        []                                                                                     | false
        [{"id":5,"forecastItems":[null]}]                                                      | false
        {"id":5,"forecastItems":null,"serviceRevenue":{"revenue":null,"cost":0}}               | false
        {"id":5,"forecastItems":null,"serviceRevenue":{"revenue":825,"cost":0}}                | true
        [{"id":5,"forecastRevenueTotals":{"revenue":0,"cost":1.5}}]                            | true
        {"id":5,"forecastItems":"many"}                                                        | true
        """)
    void aForecastThatDoesNotListItsLinesIsRefused(String forecast, boolean refused) throws Exception {
        JsonNode plan = plan("connectwise", revenue("yearly", BigDecimal.TEN, BigDecimal.ONE, 12), JSON.readTree(forecast));

        assertThat(plan.at("/problems/0/field").asText("")).isEqualTo(refused ? "forecastItems" : "");
        if (!refused) assertThat(plan.path("steps")).isNotEmpty();
    }

    private static JsonNode revenue(String frequency, BigDecimal revenue, BigDecimal cost, Integer months) {
        ObjectNode payload = payload();
        ObjectNode bundle = payload.putObject("bundle");
        bundle.putObject("project").put("id", "90001").put("status", "approved").put("updatedAt", "2026-02-12T09:30:01.000Z").put("contractRevenue", 0).put("contractMonths", months);
        bundle.putObject("opportunity").put("opportunityId", "1001");
        ObjectNode service = bundle.putArray("services").addObject().put("id", "1").put("name", "Managed").put("type", "managed_services").put("paymentFrequency", frequency)
            .put("revenue", revenue).put("cost", cost);
        service.putArray("subservices");
        bundle.putArray("governance");
        bundle.putArray("products");
        return JSON.valueToTree(MAPPINGS.apply("scopestack/revenue", payload));
    }

    private static JsonNode plan(String system, JsonNode revenue) {
        return plan(system, revenue, JSON.createArrayNode().add(JSON.createObjectNode().put("id", 5).set("forecastItems", JSON.createArrayNode())));
    }

    private static JsonNode plan(String system, JsonNode revenue, JsonNode forecast) {
        ObjectNode payload = payload();
        payload.set("revenue", revenue);
        payload.withObject("/connection/settings/revenue").put("style", "split");
        payload.set("names", JSON.valueToTree(Map.of("status", Map.of("1", Map.of("name", "Active", "closed", false)))));
        payload.putArray("opportunities").addObject().put("id", 1001).put("status", 1);
        payload.putObject("opportunity").put("id", 1001).putObject("status").put("id", 1);
        payload.set("forecast", forecast);
        payload.putArray("statuses");
        payload.putArray("billingCycles").addObject().put("id", 2).put("name", "Monthly");
        return JSON.valueToTree(MAPPINGS.apply(system + "/revenue-plan", payload));
    }

    private static ObjectNode payload() {
        ObjectNode payload = JSON.createObjectNode();
        payload.putObject("connection").put("id", "c").putObject("settings").putObject("revenue");
        return payload;
    }
}
