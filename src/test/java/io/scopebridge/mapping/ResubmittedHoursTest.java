package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is chosen at the second push and at the third: the PSA has the hours of the scope, none of them twice. */
@Fast
class ResubmittedHoursTest {

    /** A PSA that only the hub writes to, and the hub's ledger. */
    private static final class Psa {

        private final String system;
        private final ObjectNode ledger = JsonNodeFactory.instance.objectNode();
        private final Map<String, BigDecimal> hours = new HashMap<>();

        private Psa(String system) {
            this.system = system;
        }

        /** @param succeeds by the position of a step that does not exist yet */
        JsonNode push(Scoped scope, IntPredicate succeeds) {
            JsonNode plan = scope.earlier(ledger.deepCopy()).plan(system);
            int position = 0;
            for (JsonNode step : plan.path("steps")) {
                ObjectNode row = ledger.withObject("/" + step.path("key").asText());
                if (row.path("exists").asBoolean()) continue;
                boolean done = succeeds.test(position++);
                row.put("exists", done).set("covers", step.path("covers").isMissingNode() ? null : step.path("covers"));
                if (done) hours.put(step.path("key").asText(), step.at("/call/body").path(Scoped.HOURS.get(system)).decimalValue());
            }
            return plan;
        }

        /** As earlier versions left it. */
        void forgetWhatStepsCover() {
            ledger.forEach(row -> ((ObjectNode) row).putNull("covers"));
        }

        BigDecimal total() {
            return hours.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static final List<Map<String, Object>> CHOICES = choices();

    static Stream<Map<String, Object>> choicesOfAutotask() {
        return CHOICES.stream();
    }

    @ParameterizedTest
    @MethodSource("choicesOfAutotask")
    void anotherChoiceAddsNothing(Map<String, Object> first) {
        for (Map<String, Object> second : others(first)) {
            Psa psa = new Psa("autotask");
            psa.push(scope(first), step -> true);
            psa.push(scope(second), step -> true);
            assertThat(psa.total()).as("%s, then %s: %s", first, second, psa.hours).isEqualByComparingTo(scope(second).hours());
        }
    }

    @ParameterizedTest
    @MethodSource("choicesOfAutotask")
    void ofAPushThatFailedInPartsOnlyTheRestIsAdded(Map<String, Object> first) {
        Random random = new Random(first.hashCode());
        for (Map<String, Object> second : others(first)) {
            Psa psa = new Psa("autotask");
            psa.push(scope(first), step -> random.nextInt(3) > 0);
            psa.push(scope(second), step -> random.nextBoolean());
            psa.push(scope(first), step -> true);
            assertThat(psa.total()).as("%s, then %s: %s", first, second, psa.hours).isEqualByComparingTo(scope(second).hours());
        }
    }

    @ParameterizedTest
    @MethodSource("choicesOfAutotask")
    void whatIsAddedToTheScopeIsAddedOnce(Map<String, Object> first) {
        for (Map<String, Object> second : others(first)) {
            Psa psa = new Psa("autotask");
            psa.push(scope(first), step -> true);
            Scoped grown = scope(second).subservice("s1", "Late", 0.5).subservice("s3", "Later", 0.25).service("s7", "New", "A", 3, "Part", 1.5).service("s8", "New", null, 2)
                .governance("g9", "New", 2, "prorate", null);
            psa.push(grown, step -> true);
            assertThat(psa.total()).as("%s, then %s: %s", first, second, psa.hours).isEqualByComparingTo(grown.hours());
        }
    }

    @ParameterizedTest
    @MethodSource("choicesOfAutotask")
    void stepsOfEarlierVersionsAreCountedToo(Map<String, Object> first) {
        for (Map<String, Object> second : others(first)) {
            Psa psa = new Psa("autotask");
            psa.push(scope(first), step -> true);
            psa.forgetWhatStepsCover();
            psa.push(scope(second), step -> true);
            psa.push(scope(first), step -> true);
            assertThat(psa.total()).as("%s, then %s: %s", first, second, psa.hours).isEqualByComparingTo(scope(second).hours());
        }
    }

    /** The allocation is a setting of ScopeStack, and changes between pushes as well. */
    @Test
    void anItemThatExistsStaysWholeOrSplitWhateverItsAllocationBecomes() {
        for (String system : List.of("autotask", "connectwise")) {
            for (String[] first : ALLOCATIONS) {
                for (String[] second : ALLOCATIONS) {
                    for (boolean complete : new boolean[] {true, false}) {
                        Psa psa = new Psa(system);
                        psa.push(allocated(first).choosing("governanceSplit", true), step -> complete || step % 3 != 1);
                        psa.push(allocated(second), step -> true);
                        assertThat(psa.total()).as("%s %s, then %s: %s", system, List.of(first), List.of(second), psa.hours).isEqualByComparingTo(allocated(second).hours());
                    }
                }
            }
        }
    }

    /** Its share in A was planned under another allocation, and never created. */
    @Test
    void aShareThatAnEarlierVersionPlannedButNeverCreatedIsNoPartOfAnItemWithAllItsHours() {
        for (String system : List.of("autotask", "connectwise")) {
            Psa psa = new Psa(system);
            psa.push(allocated(new String[] {"prorate", ""}).choosing("governanceSplit", true), step -> false);
            Scoped aligned = allocated(new String[] {"prorate", "B"}).choosing("governanceSplit", true);
            psa.push(aligned, step -> true);
            psa.forgetWhatStepsCover();
            psa.push(aligned, step -> true);
            assertThat(psa.total()).as("%s: %s", system, psa.hours).isEqualByComparingTo(aligned.hours());
        }
    }

    @Test
    void subServicesOfConnectWiseAreTasksWithoutHours() {
        for (boolean first : new boolean[] {true, false}) {
            Psa psa = new Psa("connectwise");
            psa.push(scope(Map.of("subservices", first)), step -> true);
            psa.push(scope(Map.of("subservices", !first)), step -> true);
            assertThat(psa.total()).isEqualByComparingTo(scope(Map.of()).hours());
        }
    }

    @Test
    void thePreviewSaysThatServicesKeepTheirTasks() {
        Psa psa = new Psa("autotask");
        psa.push(scope(Map.of("tasks", "services")), step -> true);

        assertThat(psa.push(scope(Map.of("tasks", "services")), step -> true).path("warnings").toString()).doesNotContain("another choice");
        assertThat(psa.push(scope(Map.of("tasks", "services-and-subservices")), step -> true).path("warnings").toString())
            .contains("Services with tasks of an earlier push that another choice of tasks created: 2.");
    }

    private static final String[][] ALLOCATIONS = {{"prorate", ""}, {"prorate", "A"}, {"prorate", "B"}, {"project_management", ""}};

    private static Scoped allocated(String[] allocation) {
        return scope(Map.of()).governance("g5", "Item", 7, allocation[0], allocation[1].isEmpty() ? null : allocation[1]);
    }

    private static Scoped scope(Map<String, Object> chosen) {
        Scoped scope = new Scoped().phase("A", "Plan", 9.5).phase("B", "Build", 4.75).phase("C", "Close", 0)
            .service("s1", "Both", "A", 4, "One", 1.25, "Two", 2.25).service("s2", "Parts only", "A", 0, "One", 2)
            .service("s3", "Alone", "B", 4.75).service("s4", "Without a phase", null, 1.5)
            .governance("g1", "Prorated", 5.55, "prorate", null).governance("g2", "Aligned", 1, "prorate", "B").governance("g3", "Project", 2, "project", null);
        chosen.forEach(scope::choosing);
        return scope;
    }

    /** Two of the others, different ones for each: all of all take minutes. */
    private static List<Map<String, Object>> others(Map<String, Object> first) {
        int at = CHOICES.indexOf(first);
        return Stream.of(5, 12).map(step -> CHOICES.get((at + step) % CHOICES.size())).toList();
    }

    private static List<Map<String, Object>> choices() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String phases : List.of("none", "phases", "services")) {
            for (String tasks : List.of("services", "subservices", "services-and-subservices", "phases")) {
                for (boolean split : new boolean[] {true, false}) {
                    if (!(phases.equals("services") && tasks.equals("phases"))) all.add(Map.of("phases", phases, "tasks", tasks, "governanceSplit", split));
                }
            }
        }
        return all;
    }
}
