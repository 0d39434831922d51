package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.Fast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the hours of a governance item go, by the three rules; whatever happens they sum exactly. */
@Fast
class GovernanceTest {

    /** The phases are called A, B, C...; the effort of each is that of its one service. "-" is the project itself. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        uneven                                    | 8.75 3 0.75 | 6     | prorate_phases_by_effort |   | A 4.2, B 1.44, C 0.36       | A 4.2, B 1.44, C 0.36
        another spelling of prorated              | 1 3         | 4     | prorate                  |   | A 1, B 3                    | A 1, B 3
        a phase without effort gets none          | 5 0 5       | 3     | prorate_phases_by_effort |   | A 1.5, C 1.5                | A 1.5, C 1.5
        one phase with effort gets all            | 0 2 0       | 7.25  | prorate_phases_by_effort |   | B 7.25                      | B 7.25
        no phase has effort                       | 0 0         | 6     | prorate_phases_by_effort |   | Project governance 6        | - 6
        rounding goes to the largest remainder    | 1 1 1       | 10    | prorate_phases_by_effort |   | A 3.34, B 3.33, C 3.33      | A 3.34, B 3.33, C 3.33
        rounding of two cents                     | 2 1 1 3     | 0.05  | prorate_phases_by_effort |   | A 0.01, B 0.01, C 0.01, D 0.02 | A 0.01, B 0.01, C 0.01, D 0.02
        less than a cent each                     | 1 1         | 0.01  | prorate_phases_by_effort |   | A 0.01, B 0                 | A 0.01, B 0
        below a cent goes to the last             | 1 2         | 7.777 | prorate_phases_by_effort |   | A 2.59, B 5.187             | A 2.59, B 5.187
        aligned                                   | 5 5         | 3.3   | prorate_phases_by_effort | B | B 3.3                       | B 3.3
        aligned to a phase without effort         | 5 0         | 3.3   | prorate_phases_by_effort | B | B 3.3                       | B 3.3
        aligned, whatever the method              | 5 5         | 3.3   | project_management_phase | A | A 3.3                       | A 3.3
        project management                        | 5 5         | 4.95  | project_management_phase |   | Project governance 4.95     | - 4.95
        unassigned and not prorated               | 5 5         | 2     | fixed                    |   | Project governance 2        | - 2
        unassigned without a method               | 5 5         | 2     |                          |   | Project governance 2        | - 2
        """)
    void hoursGoWhereTheRulesSay(String what, String efforts, double hours, String allocation, String phase, String connectWise, String autotask) {
        Scoped scope = scope(efforts).governance("g1", "Item", hours, allocation, phase);

        assertThat(shares("connectwise", scope.plan("connectwise"))).as(what).isEqualTo(connectWise);
        assertThat(shares("autotask", scope.choosing("governanceSplit", true).plan("autotask"))).as(what).isEqualTo(autotask);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"phases | prorate | | - 6", "phases | prorate | B | B 6", "phases | project_management | | - 6", "phases | prorate | Gone | - 6",
        "none | prorate | B | - 6", "services | prorate | | - 6", "services | prorate | B | - 6"})
    void inAutotaskAnItemIsOneTaskUnlessItIsToBeSplit(String phases, String allocation, String phase, String expected) {
        Scoped scope = scope("5 5").governance("g1", "Item", 6, allocation, phase).choosing("phases", phases);

        assertThat(shares("autotask", scope.plan("autotask"))).isEqualTo(expected);
    }

    @Test
    void anItemWithoutHoursIsNamedAndLeftOut() {
        for (String system : List.of("autotask", "connectwise")) {
            JsonNode plan = scope("1 2").governance("g1", "Item", 0, "prorate", null).governance("g2", "Other", 0, "", null).plan(system);

            assertThat(items(plan)).isEmpty();
            assertThat(Scoped.phases(system, plan)).doesNotContainValue("Project governance");
            assertThat(plan.path("warnings").findValuesAsText("text")).containsExactly("Governance item omitted, since it has no hours: Item",
                "Governance item omitted, since it has no hours: Other");
        }
    }

    @Test
    void anItemOfAPhaseThatIsGoneBelongsToTheProject() {
        Scoped scope = scope("5 5").governance("g1", "Item", 6, "fixed", "Gone");

        assertThat(shares("connectwise", scope.plan("connectwise"))).isEqualTo("Project governance 6");
        assertThat(shares("autotask", scope.plan("autotask"))).isEqualTo("- 6");
    }

    @ParameterizedTest
    @CsvSource({"1 1 1, 10", "8.75 3 0.75, 6", "0.1 0.2 0.3 0.4 0.5 0.6 0.7, 12.3456", "3 3 3 3 3 3 3, 100", "0.01 999, 0.03", "1.1111 2.2222, 0.29"})
    void theSharesSumToTheWholeExactly(String efforts, BigDecimal hours) {
        for (String system : List.of("autotask", "connectwise")) {
            JsonNode plan = scope(efforts).governance("g1", "Item", hours.doubleValue(), "prorate_phases_by_effort", null)
                .choosing("governanceSplit", system.equals("autotask")).plan(system);
            BigDecimal sum = items(plan).map(step -> hours(system, step)).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum).as(system).isEqualByComparingTo(hours);
        }
    }

    @Test
    void servicesWithoutAPhaseShareWhereTheyHaveAPhaseOfTheirOwn() {
        Scoped scope = scope("6 0").service("s9", "Loose", null, 2).governance("g1", "Item", 4, "prorate_phases_by_effort", null);

        assertThat(shares("connectwise", scope.plan("connectwise"))).isEqualTo("A 3, No phase 1");
        assertThat(shares("autotask", scope.choosing("governanceSplit", true).plan("autotask"))).isEqualTo("A 4");
    }

    @Test
    void withoutTheCheckBoxThereIsNone() {
        Scoped scope = scope("6").governance("g1", "Item", 4, "project_management_phase", null).choosing("governance", false);

        for (String system : List.of("autotask", "connectwise")) {
            assertThat(items(scope.plan(system))).isEmpty();
            assertThat(Scoped.phases(system, scope.plan(system))).doesNotContainValue("Project governance");
        }
    }

    @Test
    void itemsShareOneGovernancePhase() {
        JsonNode plan = scope("6").governance("g1", "One", 4, "a", null).governance("g2", "Two", 1, "b", null).plan("connectwise");

        assertThat(Scoped.phases("connectwise", plan).values()).containsOnlyOnce("Project governance");
        assertThat(shares("connectwise", plan)).isEqualTo("Project governance 4, Project governance 1");
    }

    private static Scoped scope(String efforts) {
        Scoped scope = new Scoped();
        String[] hours = efforts.split(" ");
        for (int i = 0; i < hours.length; i++) {
            String name = "" + (char) ('A' + i);
            scope.phase(name, name, Double.parseDouble(hours[i]));
            if (Double.parseDouble(hours[i]) > 0) scope.service("s" + i, "Service " + i, name, Double.parseDouble(hours[i]));
        }
        return scope;
    }

    private static Stream<JsonNode> items(JsonNode plan) {
        List<JsonNode> items = new ArrayList<>();
        plan.path("steps").forEach(step -> {
            if (step.path("key").asText().startsWith("governance:")) items.add(step);
        });
        return items.stream();
    }

    private static String shares(String system, JsonNode plan) {
        Map<String, String> phases = Scoped.phases(system, plan);
        return String.join(", ", items(plan).map(step -> {
            String phase = step.at(system.equals("autotask") ? "/call/body/phaseID" : "/call/body/phase/id").asText("");
            return (phase.isEmpty() ? "-" : phases.get(phase)) + " " + hours(system, step).stripTrailingZeros().toPlainString();
        }).toList());
    }

    private static BigDecimal hours(String system, JsonNode step) {
        return step.at("/call/body").path(Scoped.HOURS.get(system)).decimalValue();
    }
}
