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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever is chosen in the form, the hours of the plan are those of the scope. */
@Fast
class PlannedHoursTest {

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);

    @TestFactory
    Stream<DynamicTest> noChoiceOfTheAutotaskFormLosesHours() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String phases : List.of("none", "phases", "services")) {
            for (String tasks : List.of("services", "subservices", "services-and-subservices", "phases")) {
                for (boolean governance : List.of(true, false)) {
                    if (!(phases.equals("services") && tasks.equals("phases"))) {
                        tests.add(DynamicTest.dynamicTest(phases + ", " + tasks + ", " + governance, () -> {
                            ObjectNode payload = example("autotask");
                            payload.withObject("/options").put("phases", phases).put("tasks", tasks).put("governance", governance);
                            assertThat(planned("autotask", payload, "estimatedHours")).isEqualByComparingTo(scoped(payload, governance));
                        }));
                    }
                }
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> noChoiceOfTheConnectWiseFormLosesHours() {
        List<DynamicTest> tests = new ArrayList<>();
        for (boolean subservices : List.of(true, false)) {
            for (boolean governance : List.of(true, false)) {
                tests.add(DynamicTest.dynamicTest(subservices + ", " + governance, () -> {
                    ObjectNode payload = example("connectwise");
                    payload.withObject("/options").put("subservices", subservices).put("governance", governance);
                    assertThat(planned("connectwise", payload, "budgetHours")).isEqualByComparingTo(scoped(payload, governance));
                }));
            }
        }
        return tests.stream();
    }

    private BigDecimal planned(String system, JsonNode payload, String field) {
        JsonNode plan = json.valueToTree(mappings.apply(system + "/project-plan", payload));
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode step : plan.get("steps")) {
            JsonNode hours = step.path("call").path("body").path(field);
            sum = hours.isNumber() ? sum.add(hours.decimalValue()) : sum;
        }
        return sum;
    }

    private static BigDecimal scoped(JsonNode payload, boolean governance) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode service : payload.at("/bundle/services")) {
            sum = service.get("type").asText().equals("managed_services") ? sum : sum.add(service.get("totalHours").decimalValue());
        }
        for (JsonNode item : payload.at("/bundle/governance")) {
            sum = governance ? sum.add(item.get("hours").decimalValue()) : sum;
        }
        return sum;
    }

    /** Also of services and items whose phase is none of the project's. */
    @TestFactory
    Stream<DynamicTest> whatIsOfNoPhaseOfTheProjectCountsAsWell() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String tasks : List.of("services", "subservices", "services-and-subservices", "phases")) {
            for (boolean split : List.of(true, false)) {
                tests.add(DynamicTest.dynamicTest("autotask, " + tasks + ", " + split, () -> {
                    ObjectNode payload = dangling("autotask");
                    payload.withObject("/options").put("phases", "phases").put("tasks", tasks).put("governance", true).put("governanceSplit", split);
                    assertThat(planned("autotask", payload, "estimatedHours")).isEqualByComparingTo(scoped(payload, true));
                }));
            }
        }
        tests.add(DynamicTest.dynamicTest("connectwise", () -> {
            ObjectNode payload = dangling("connectwise");
            assertThat(planned("connectwise", payload, "budgetHours")).isEqualByComparingTo(scoped(payload, true));
        }));
        return tests.stream();
    }

    private ObjectNode dangling(String system) throws IOException {
        ObjectNode payload = example(system);
        for (String list : List.of("services", "governance")) {
            for (JsonNode row : payload.at("/bundle/" + list)) {
                if (row.hasNonNull("phaseId")) ((ObjectNode) row).put("phaseId", "799999");
            }
        }
        return payload;
    }

    private ObjectNode example(String system) throws IOException {
        return (ObjectNode) json.readTree(Path.of("mappings", system, "examples/project-plan.json").toFile());
    }
}
