package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hours, money, quantities and positions of ScopeStack that are no numbers are never 0: whatever would be made of them is refused by name. */
@Fast
class UnreadableNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    /** Every field of a project that a number is expected in: where it is in ScopeStack's answers, and how its record is called. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
        Map.entry("/project/data/attributes/contract-revenue", "Project 'Firewall refresh' (id 90001)"),
        Map.entry("/project/data/attributes/contract-cost", "Project 'Firewall refresh' (id 90001)"),
        Map.entry("/project/data/attributes/mrr-terms", "Project 'Firewall refresh' (id 90001)"),
        Map.entry("/phases/0/data/0/attributes/position", "Phase 'Build' (id 710002)"),
        Map.entry("/services/0/data/0/attributes/quantity", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/override-hours", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/extended-hours", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/total-hours", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/position", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/calculated-pricing/service_revenue", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/data/0/attributes/calculated-pricing/service_cost", "Service 'Mount' (id 720003)"),
        Map.entry("/services/0/included/0/attributes/quantity", "Sub-service 'Label cables' (id 725001)"),
        Map.entry("/services/0/included/0/attributes/extended-hours", "Sub-service 'Label cables' (id 725001)"),
        Map.entry("/services/0/included/0/attributes/position", "Sub-service 'Label cables' (id 725001)"),
        Map.entry("/services/0/included/0/attributes/calculated-pricing/service_revenue", "Sub-service 'Label cables' (id 725001)"),
        Map.entry("/services/1/data/0/attributes/extended-hours", "Service 'Watch' (id 720005)"),
        Map.entry("/governances/0/data/1/attributes/hours", "Governance 'Project management' (id 730001)"),
        Map.entry("/governances/0/data/1/attributes/position", "Governance 'Project management' (id 730001)"),
        Map.entry("/resources/0/data/0/attributes/hourly-rate", "Resource 'Engineer' (id 740001)"),
        Map.entry("/resources/0/data/0/attributes/hourly-cost", "Resource 'Engineer' (id 740001)"),
        Map.entry("/products/0/data/0/attributes/quantity", "Product 'Firewall' (id 770001)"),
        Map.entry("/products/0/data/0/attributes/unit-price", "Product 'Firewall' (id 770001)"),
        Map.entry("/products/0/data/0/attributes/unit-cost", "Product 'Firewall' (id 770001)"));

    private static final List<Object> NO_NUMBERS = List.of("1,250.00", "1 250,00", "NaN", "Infinity", "1e400", "abc", "", true, Map.of("hours", 3), List.of(8));

    /** Every value in every field with {@code -Dnumbers.all=true}; otherwise a third of the values in each field, and each value in a third of the fields. */
    private static final int EVERY = Boolean.getBoolean("numbers.all") ? 1 : 3;

    @TestFactory
    Stream<DynamicTest> noFieldIsTakenForZero() {
        List<String> fields = FIELDS.keySet().stream().sorted().toList();
        return fields.stream().flatMap(field -> NO_NUMBERS.stream().filter(value -> (fields.indexOf(field) + NO_NUMBERS.indexOf(value)) % EVERY == 0).map(value -> DynamicTest.dynamicTest(field + " = " + value, () -> {
            JsonNode bundle = bundle(field, value);
            String name = field.replaceFirst(".*/attributes/", "").replace('/', '.');
            String cause = FIELDS.get(field) + ": " + name + " is ";

            assertThat(bundle.path("problems")).as(bundle.path("problems").toString()).anySatisfy(problem -> {
                assertThat(problem.path("class").asText()).isEqualTo("VALIDATION");
                assertThat(problem.path("field").asText()).isEqualTo(name);
                assertThat(problem.path("cause").asText()).startsWith(cause).endsWith(", which is not a number.");
                if (value instanceof String text) assertThat(problem.path("cause").asText()).contains('"' + text + '"');
            });
            assertThat(problems("scopestack/project-gates", bundle)).as("push").anyMatch(problem -> problem.startsWith(cause));
            assertThat(problems("scopestack/revenue", bundle)).as("revenue").anyMatch(problem -> problem.startsWith(cause));
        })));
    }

    @ParameterizedTest
    @CsvSource({"/services/0/data/0/attributes/extended-hours, 1e18", "/services/0/data/0/attributes/quantity, 1e13", "/governances/0/data/1/attributes/hours, 1e18", "/governances/0/data/1/attributes/hours, 5e9",
        "/services/0/included/0/attributes/extended-hours, 5e9", "/services/0/data/0/attributes/calculated-pricing/service_revenue, -1e18", "/project/data/attributes/contract-revenue, 1e300"})
    void whatIsLargerThanAnyAmountIsRefused(String field, double value) throws IOException {
        assertThat(problems("scopestack/project-gates", bundle(field, value))).isNotEmpty().allSatisfy(problem -> assertThat(problem).contains(FIELDS.get(field)).containsAnyOf("too large", "not a number"));
    }

    @ParameterizedTest
    @CsvSource({".5, 0.5", "8.0, 8", "8., 8", "1e1, 10", "' 2.25 ', 2.25"})
    void whatHasOneMeaningIsRead(String text, BigDecimal hours) throws IOException {
        JsonNode bundle = bundle("/services/0/data/0/attributes/extended-hours", text);

        assertThat(bundle.path("problems")).isEmpty();
        assertThat(service(bundle, "720003").path("hours").decimalValue()).isEqualByComparingTo(hours);
    }

    @Test
    void aTextWhereANumberBelongsIsReadEverywhere() throws IOException {
        assertThat(bundle("/project/data/attributes/mrr-terms", "12").at("/project/contractMonths").asInt()).isEqualTo(12);
        assertThat(bundle("/phases/0/data/0/attributes/position", "0").at("/phases/0/name").asText()).isEqualTo("Build");
        assertThat(bundle("/services/0/data/0/id", 720003).path("problems")).isEmpty();
    }

    @Test
    void aLinkThatIsNoneIsNamed() throws IOException {
        ObjectNode input = input();
        ((ObjectNode) input.at("/services/0/data/0/relationships")).withObject("/project-subservices").withArray("data").addPOJO(JSON.valueToTree(Map.of("type", "project-subservices", "id", "../1")));

        assertThat(problems("scopestack/project-gates", JSON.valueToTree(MAPPINGS.apply("scopestack/bundle", input)))).anySatisfy(problem -> assertThat(problem).contains("Service 'Mount'", "../1", "does not show"));
    }

    @Test
    void hoursThatAreMissingAreNotZero() throws IOException {
        JsonNode bundle = bundle("/services/0/data/0/attributes/extended-hours", null, "/services/0/data/0/attributes/override-hours", null);
        assertThat(problems("scopestack/project-gates", bundle)).singleElement().asString().contains("Service 'Mount' (id 720003)", "extended-hours", "missing");

        JsonNode governance = bundle("/governances/0/data/1/attributes/hours", null);
        assertThat(problems("scopestack/project-gates", governance)).singleElement().asString().contains("Governance 'Project management' (id 730001)", "hours");
    }

    @Test
    void aPriceThatIsNotShownIsNoRevenueOfZero() throws IOException {
        JsonNode bundle = bundle("/services/0/included/0/attributes/calculated-pricing", null);

        assertThat(problems("scopestack/project-gates", bundle)).as("a push needs no prices").isEmpty();
        assertThat(problems("scopestack/revenue", bundle)).singleElement().asString().contains("'Label cables' (id 725001)", "calculated-pricing");
    }

    @Test
    void whatIsNoResourceIsNamed() throws IOException {
        for (String list : List.of("phases", "services", "governances", "resources")) {
            for (Object stray : new Object[] {null, "text", 7, Map.of("type", "x"), Map.of("id", List.of(), "type", "x"), Map.of("id", "${project}", "type", "x"), Map.of("id", "x".repeat(300), "type", "x"), Map.of("id", "../1", "type", "x")}) {
                ObjectNode input = input();
                input.withArray("/" + list + "/0/data").insertPOJO(0, JSON.valueToTree(stray));
                JsonNode bundle = JSON.valueToTree(MAPPINGS.apply("scopestack/bundle", input));
                String cause = problems("scopestack/project-gates", bundle).toString();
                assertThat(cause).as(list + " " + stray).contains("not a resource", list.substring(0, list.length() - 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/project/data/attributes/project-name", "/project/data/attributes/executive-summary", "/project/data/attributes/client-name", "/phases/0/data/0/attributes/name",
        "/services/0/data/0/attributes/name", "/services/0/data/0/attributes/service-description", "/services/0/included/0/attributes/name",
        "/governances/0/data/1/attributes/description", "/resources/0/data/0/attributes/name"})
    void aNameThatIsNoTextIsRefusedAndNeverWrittenAsJson(String field) throws IOException {
        for (Object odd : List.of(Map.of("text", "odd"), List.of("odd"))) {
            JsonNode bundle = bundle(field, odd);

            assertThat(problems("scopestack/project-gates", bundle)).as("%s", bundle.path("problems")).anySatisfy(problem ->
                assertThat(problem).contains("(id ", field.replaceFirst(".*/", "") + " is ", "odd", "not a text"));
            ((ObjectNode) bundle).remove("problems");
            assertThat(bundle.toString()).doesNotContain("\\\"odd\\\"");
        }
    }

    private static List<String> problems(String mapping, JsonNode bundle) {
        ObjectNode payload = JSON.createObjectNode();
        payload.set("bundle", bundle);
        payload.putObject("connection").putObject("settings");
        JsonNode result = JSON.valueToTree(MAPPINGS.apply(mapping, payload));
        List<String> causes = new ArrayList<>();
        result.at(result.has("refused") ? "/refused/problems" : "/problems").forEach(problem -> causes.add(problem.path("cause").asText()));
        return causes;
    }

    /** @param changes pointers and values in turn */
    private static JsonNode bundle(Object... changes) throws IOException {
        ObjectNode input = input();
        for (int i = 0; i < changes.length; i += 2) {
            String pointer = (String) changes[i];
            int end = pointer.lastIndexOf('/');
            ((ObjectNode) input.at(pointer.substring(0, end))).set(pointer.substring(end + 1), JSON.valueToTree(changes[i + 1]));
        }
        return JSON.valueToTree(MAPPINGS.apply("scopestack/bundle", input));
    }

    private static ObjectNode input() throws IOException {
        return (ObjectNode) JSON.readTree(Path.of("mappings/scopestack/examples/bundle.json").toFile());
    }

    private static JsonNode service(JsonNode bundle, String id) {
        for (JsonNode service : bundle.path("services")) if (service.path("id").asText().equals(id)) return service;
        throw new AssertionError("No service " + id);
    }
}
