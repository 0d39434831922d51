package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.Fast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to make phases with each way to make tasks, with and without governance. */
@Fast
class AutotaskChoicesTest {

    private static final String GOVERNANCE_IN_PHASES = "; A>Gov 2.15; B>Gov 1.85";
    private static final String GOVERNANCE = "; Gov 4";

    /** In front of > the phase that a task is in. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(delimiter = '|', textBlock = """
        none     | services                 |             | S1 3.5; S2 3; S3 1
        none     | subservices              |             | S1 2; U1 1; U2 0.5; S2 3; U3 1
        none     | services-and-subservices |             | S1 2; U1 1; U2 0.5; S2 3; S3 0; U3 1
        none     | phases                   |             | A 3.5; B 3; Services without a phase 1
        phases   | services                 | A, B, C     | A>S1 3.5; B>S2 3; S3 1
        phases   | subservices              | A, B, C     | A>S1 2; A>U1 1; A>U2 0.5; B>S2 3; U3 1
        phases   | services-and-subservices | A, B, C     | A>S1 2; A>U1 1; A>U2 0.5; B>S2 3; S3 0; U3 1
        phases   | phases                   | A, B, C     | A>A 3.5; B>B 3; Services without a phase 1
        services | services                 | S1, S2, S3  | S1>S1 3.5; S2>S2 3; S3>S3 1
        services | subservices              | S1, S2, S3  | S1>S1 2; S1>U1 1; S1>U2 0.5; S2>S2 3; S3>U3 1
        services | services-and-subservices | S1, S2, S3  | S1>S1 2; S1>U1 1; S1>U2 0.5; S2>S2 3; S3>S3 0; S3>U3 1
        """)
    void phasesAndTasksAreMadeAsTheFormSays(String phases, String tasks, String phaseTitles, String taskTitles) {
        Scoped scope = scope().choosing("phases", phases).choosing("tasks", tasks);
        JsonNode without = scope.choosing("governance", false).plan("autotask");
        JsonNode with = scope.choosing("governance", true).plan("autotask");

        for (JsonNode plan : List.of(without, with)) assertThat(phases(plan)).isEqualTo(phaseTitles == null ? "" : phaseTitles);
        assertThat(tasks(without)).isEqualTo(taskTitles);
        assertThat(tasks(with)).isEqualTo(taskTitles + (phases.equals("phases") ? GOVERNANCE_IN_PHASES : GOVERNANCE));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void oneTaskPerPhaseDoesNotGoWithPhasesFromServices(boolean governance) {
        JsonNode plan = scope().choosing("phases", "services").choosing("tasks", "phases").choosing("governance", governance).plan("autotask");

        assertThat(plan.path("problems")).singleElement().satisfies(problem -> {
            assertThat(problem.path("field").asText()).isEqualTo("tasks");
            assertThat(problem.path("class").asText()).isEqualTo("VALIDATION");
        });
    }

    @ParameterizedTest
    @CsvSource({"phases, 'S1 1, U1 2, U2 3, S2 1, S3 1, U3 2, Gov 4, Gov 2'", "none, 'S1 1, U1 2, U2 3, S2 4, S3 5, U3 6, Gov 7'"})
    void priorityIsTheirPlaceInTheirPhase(String phases, String places) {
        JsonNode plan = scope().choosing("phases", phases).choosing("tasks", "services-and-subservices").plan("autotask");
        List<String> told = new ArrayList<>();
        plan.path("steps").forEach(step -> {
            JsonNode body = step.at("/call/body");
            if (body.has("taskType")) told.add(body.path("title").asText() + " " + body.path("priority").asInt());
        });

        assertThat(String.join(", ", told)).isEqualTo(places);
    }

    private static Scoped scope() {
        return new Scoped().phase("a", "A", 3.5).phase("b", "B", 3).phase("c", "C", 0)
            .service("1", "S1", "a", 2, "U1", 1, "U2", 0.5).service("2", "S2", "b", 3).service("3", "S3", null, 0, "U3", 1)
            .governance("9", "Gov", 4, "prorate_phases_by_effort", null).choosing("governanceSplit", true);
    }

    private static String phases(JsonNode plan) {
        List<String> told = new ArrayList<>();
        plan.path("steps").forEach(step -> {
            if (step.at("/call/path").asText().endsWith("/Phases")) told.add(step.at("/call/body/title").asText());
        });
        return String.join(", ", told);
    }

    private static String tasks(JsonNode plan) {
        Map<String, String> phases = Scoped.phases("autotask", plan);
        List<String> told = new ArrayList<>();
        plan.path("steps").forEach(step -> {
            JsonNode body = step.at("/call/body");
            if (!body.has("taskType")) return;
            String phase = body.has("phaseID") ? phases.get(body.get("phaseID").asText()) + ">" : "";
            told.add(phase + body.path("title").asText() + " " + body.path("estimatedHours").decimalValue().stripTrailingZeros().toPlainString());
        });
        return String.join("; ", told);
    }
}
