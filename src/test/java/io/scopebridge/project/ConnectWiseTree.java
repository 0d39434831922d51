package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ConnectWise holds, compared with what ScopeStack says: phases, a ticket per service, a task per subservice. */
public final class ConnectWiseTree {

    private ConnectWiseTree() {
    }

    /** Exactly one of everything, under its parent, with its hours, in order. */
    public static void assertWhole(PracticeConnectWise connectWise, Scope scope, boolean governance) {
        List<? extends JsonNode> projects = connectWise.projects();
        assertThat(projects).as("projects").hasSize(1);
        long project = projects.get(0).get("id").asLong();
        List<String> phases = new ArrayList<>(scope.phases().stream().map(phase -> Names.cut(phase.name(), 100)).toList());
        if (scope.services().stream().anyMatch(service -> service.phase() == null)) phases.add("No phase");
        if (governance && scope.governance().stream().anyMatch(ConnectWiseTree::ofTheProject)) phases.add("Project governance");
        assertThat(connectWise.phases()).extracting(phase -> phase.get("projectId").asLong()).containsOnly(project);
        assertThat(connectWise.phases().stream().sorted((a, b) -> Integer.compare(a.get("wbsCode").asInt(), b.get("wbsCode").asInt()))
            .map(phase -> phase.get("description").asText())).as("phases in order").containsExactlyElementsOf(phases);
        assertThat(connectWise.phases()).extracting(phase -> phase.get("wbsCode").asInt()).doesNotHaveDuplicates();
        Map<Long, String> phaseNames = connectWise.phases().stream()
            .collect(Collectors.toMap(phase -> phase.get("id").asLong(), phase -> phase.get("description").asText()));

        List<JsonNode> tickets = new ArrayList<>(connectWise.tickets());
        Map<Long, List<JsonNode>> tasks = connectWise.tasks().stream().map(task -> (JsonNode) task)
            .collect(Collectors.groupingBy(task -> task.get("ticketId").asLong()));
        for (Scope.Service service : scope.services()) {
            String phase = scope.phases().stream().filter(one -> one.id().equals(service.phase())).findFirst()
                .map(one -> Names.cut(one.name(), 100)).orElse("No phase");
            JsonNode ticket = take(tickets, service, phase, phaseNames);
            assertThat(ticket.at("/project/id").asLong()).isEqualTo(project);
            assertThat(tasks.getOrDefault(ticket.get("id").asLong(), List.of()).stream()
                .sorted((a, b) -> Integer.compare(a.get("priority").asInt(), b.get("priority").asInt()))
                .map(task -> task.get("notes").asText())).as("tasks of %s", service.name())
                .containsExactlyElementsOf(service.parts().stream().map(ConnectWiseTree::textOf).toList());
        }
        assertThat(connectWise.tasks()).hasSize(scope.parts().size());
        BigDecimal rest = tickets.stream().map(ConnectWiseTree::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(tickets).extracting(ticket -> ticket.get("summary").asText()).as("tickets of nothing").allMatch(name ->
            governance && scope.governance().stream().anyMatch(item -> Names.cut(item.name(), 100).equals(name)));
        assertThat(rest).as("hours of governance").isEqualByComparingTo(governance ? scope.governanceHours() : BigDecimal.ZERO);
    }

    static BigDecimal hours(JsonNode ticket) {
        return ticket.get("budgetHours").decimalValue();
    }

    private static JsonNode take(List<JsonNode> tickets, Scope.Service service, String phase, Map<Long, String> phaseNames) {
        JsonNode found = tickets.stream().filter(ticket -> ticket.get("summary").asText().equals(Names.cut(service.name(), 100))
                && phase.equals(phaseNames.get(ticket.at("/phase/id").asLong())) && hours(ticket).compareTo(service.total()) == 0)
            .findFirst().orElseThrow(() -> new AssertionError("No ticket " + service + " in the phase " + phase + " among " + tickets));
        tickets.remove(found);
        return found;
    }

    private static boolean ofTheProject(Scope.Governance item) {
        return item.phase() == null && !item.allocation().startsWith("prorate");
    }

    private static String textOf(Scope.Part part) {
        String description = Names.oneLine(part.description().replaceAll("</?b>", ""));
        return Names.cut(description.isEmpty() ? part.name() : description, 4000);
    }
}
