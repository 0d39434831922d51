package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.autotask.PracticeAutotask;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Autotask holds, compared with what ScopeStack says: phases by name, a task per service and per subservice. */
public final class AutotaskTree {

    private AutotaskTree() {
    }

    /** Exactly one of everything, under its parent, with its hours, in order. */
    public static void assertWhole(PracticeAutotask autotask, Scope scope, boolean governance) {
        List<? extends JsonNode> projects = autotask.projects();
        assertThat(projects).as("projects").hasSize(1);
        long project = projects.get(0).get("id").asLong();
        assertThat(projects.get(0).get("extProjectNumber").asText()).isEqualTo("scopebridge:" + scope.slug() + ":" + scope.project());

        List<? extends JsonNode> phases = autotask.phases();
        assertThat(phases).extracting(phase -> phase.get("title").asText()).as("phases in order")
            .containsExactlyElementsOf(scope.phases().stream().map(phase -> Names.cut(phase.name(), 255)).toList());
        assertThat(phases).extracting(phase -> phase.get("projectID").asLong()).containsOnly(project);
        Map<String, Long> phaseIds = phases.stream().collect(Collectors.toMap(phase -> phase.get("externalID").asText(), phase -> phase.get("id").asLong()));

        Map<String, JsonNode> tasks = new HashMap<>();
        for (JsonNode task : autotask.tasks()) {
            assertThat(task.get("projectID").asLong()).isEqualTo(project);
            assertThat(tasks.put(task.get("externalID").asText(), task)).as("a second %s", task.get("externalID")).isNull();
        }
        for (Scope.Service service : scope.services()) {
            String phase = service.phase() == null ? null : "scopebridge:phase:" + service.phase();
            assertTask(tasks.remove("scopebridge:service:" + service.id()), service.name(), phaseIds.get(phase), service.own());
            for (Scope.Part part : service.parts()) {
                assertTask(tasks.remove("scopebridge:subservice:" + part.id()), part.name(), phaseIds.get(phase), part.hours());
            }
        }
        assertThat(tasks.keySet()).as("tasks of nothing").allMatch(key -> governance && key.startsWith("scopebridge:governance:"));
        BigDecimal hours = governance ? scope.serviceHours().add(scope.governanceHours()) : scope.serviceHours();
        assertThat(hours(autotask)).as("hours").isEqualByComparingTo(hours);
    }

    static BigDecimal hours(PracticeAutotask autotask) {
        return autotask.tasks().stream().map(AutotaskTree::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal hours(JsonNode task) {
        return task.get("estimatedHours").decimalValue();
    }

    static JsonNode titled(PracticeAutotask autotask, String title) {
        return autotask.tasks().stream().filter(task -> task.get("title").asText().equals(title)).findFirst()
            .orElseThrow(() -> new AssertionError("No task " + title));
    }

    private static void assertTask(JsonNode task, String name, Long phase, BigDecimal hours) {
        assertThat(task).as("the task of %s", name).isNotNull();
        assertThat(task.get("title").asText()).isEqualTo(Names.cut(name, 255));
        if (phase == null) assertThat(task.path("phaseID").asLong(0)).as("phase of %s", name).isZero();
        else assertThat(task.path("phaseID").asLong(0)).as("phase of %s", name).isEqualTo(phase);
        assertThat(hours(task)).as("hours of %s", name).isEqualByComparingTo(hours);
    }
}
