package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A project goes over HTTP from ScopeStack into both PSAs, which are then asked what they hold. */
@StartsHub
class ProjectPushTest extends OnOneHub {

    private static final Map<String, Object> DATES = Map.of("estimatedStart", "2026-03-01", "estimatedEnd", "2026-04-15");

    @Test
    void aProjectArrivesWholeInAutotask() {
        JsonNode job = hub.push(bench.connect("autotask"), 90001, DATES);

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        JsonNode project = hub.autotask.projects().get(0);
        assertThat(project.path("projectName").asText()).isEqualTo("Firewall refresh");
        assertThat(project.path("companyID").asLong()).isEqualTo(174);
        assertThat(project.path("opportunityID").asLong()).isEqualTo(5561);
        assertThat(project.path("projectType").asInt()).as("Client").isEqualTo(5);
        assertThat(project.path("status").asInt()).as("New").isEqualTo(1);
        assertThat(project.path("startDateTime").asText()).startsWith("2026-03-01T00:00:00");
        assertThat(project.path("endDateTime").asText()).startsWith("2026-04-15T00:00:00");
        assertThat(project.path("description").asText()).isEqualTo("Two sites get new firewalls.\n\nScopeStack: " + hub.scopeStack.url() + "/practice-autotask/projects/90001");
        assertThat(hub.autotask.tasks()).extracting(task -> task.path("title").asText()).noneMatch(title -> title.contains("dropped"));
        assertThat(job.at("/done").asInt()).isEqualTo(job.at("/total").asInt()).isEqualTo(1 + 4 + hub.autotask.tasks().size());
    }

    @Test
    void aProjectArrivesWholeInConnectWise() {
        JsonNode job = hub.push(bench.connect("connectwise"), 95001, DATES);

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        JsonNode project = hub.connectWise.projects().get(0);
        assertThat(project.path("name").asText()).isEqualTo("Firewall refresh");
        assertThat(project.at("/company/id").asLong()).isEqualTo(250);
        assertThat(project.at("/opportunity/id").asLong()).isEqualTo(1042);
        assertThat(project.at("/board/name").asText()).isEqualTo("Projects");
        assertThat(project.path("billingMethod").asText()).isEqualTo("FixedFee");
        assertThat(project.path("estimatedStart").asText()).startsWith("2026-03-01T00:00:00");
        assertThat(project.path("estimatedEnd").asText()).startsWith("2026-04-15T00:00:00");
        assertThat(project.path("estimatedHours").decimalValue()).isEqualByComparingTo("51.25");
        assertThat(hub.connectWise.tickets()).extracting(ticket -> ticket.path("summary").asText()).noneMatch(title -> title.contains("dropped"));
        assertThat(hub.connectWise.tickets()).extracting(ticket -> ticket.path("processNotifications").asBoolean(true)).containsOnly(false);
        assertThat(hub.connectWise.unknownFields()).isEmpty();
    }

    @Test
    void governanceIsSplitByEffortToTheCent() {
        hub.push(bench.connect("autotask"), 90001, options("governanceSplit", true));
        hub.push(bench.connect("connectwise"), 95001, DATES);

        Map<Long, String> phases = hub.autotask.phases().stream().collect(Collectors.toMap(phase -> phase.get("id").asLong(), phase -> phase.get("title").asText()));
        assertThat(hub.autotask.tasks().stream().filter(task -> task.get("title").asText().equals("Quality assurance"))
            .collect(Collectors.toMap(task -> phases.get(task.path("phaseID").asLong()), task -> AutotaskTree.hours(task).stripTrailingZeros())))
            .isEqualTo(hours("Plan", "2.26", "Design", "3.55", "Implement", "4.19"));
        assertThat(phases.get(AutotaskTree.titled(hub.autotask, "Design authority").path("phaseID").asLong())).isEqualTo("Design");
        assertThat(AutotaskTree.hours(AutotaskTree.titled(hub.autotask, "Design authority"))).isEqualByComparingTo("3.3");
        assertThat(AutotaskTree.hours(AutotaskTree.titled(hub.autotask, "Project management"))).isEqualByComparingTo("4.95");

        // The service without a phase has one of its own there, with 2 hours of effort.
        assertThat(ticketHours("Quality assurance")).isEqualTo(hours("Plan", "2.12", "Design", "3.33", "Implement", "3.94", "No phase", "0.61"));
        assertThat(ticketHours("Design authority")).isEqualTo(hours("Design", "3.3"));
        assertThat(ticketHours("Project management")).isEqualTo(hours("Project governance", "4.95"));
    }

    @Test
    void longAndForeignTextsAreCutByTheRuleAndKeptInFull() {
        JsonNode first = hub.push(bench.connect("autotask"), 90004, DATES);
        JsonNode second = hub.push(bench.connect("connectwise"), 95004, DATES);

        assertThat(first.path("state").asText()).as("%s", first).isEqualTo("DONE");
        assertThat(second.path("state").asText()).as("%s", second).isEqualTo("DONE");
        Scope scope = Scope.of(hub.scopeStack, 90004);
        AutotaskTree.assertWhole(hub.autotask, scope, true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95004), true);
        Stream.of(hub.autotask.projects(), hub.autotask.phases(), hub.autotask.tasks(), hub.connectWise.projects(), hub.connectWise.phases(), hub.connectWise.tickets(), hub.connectWise.tasks())
            .flatMap(List::stream).forEach(record -> assertThat(record.toString()).doesNotContain("\r").matches(Characters::whole, "whole characters"));

        Scope.Service wordy = scope.services().get(0);
        JsonNode task = AutotaskTree.titled(hub.autotask, Names.cut(wordy.name(), 255));
        assertThat(task.get("description").asText()).startsWith(Names.oneLine(wordy.name()) + "\n\nErste Zeile\nZweite Zeile\n").hasSizeBetween(7_500, 8_000).endsWith("…");
        assertThat(hub.autotask.phases().get(0).get("description").asText()).isEqualTo(Names.oneLine(scope.phases().get(0).name()));
        assertThat(hub.autotask.projects().get(0).get("projectName").asText()).isEqualTo(Names.cut(scope.name(), 100)).endsWith("…");
        assertThat(hub.autotask.projects().get(0).get("description").asText()).startsWith(Names.oneLine(scope.name()) + "\n\nZeile eins\nZeile zwei").hasSizeLessThanOrEqualTo(2_000)
            .endsWith("/projects/90004");
        assertThat(hub.connectWise.projects().get(0).get("description").asText()).startsWith(Names.oneLine(scope.name())).hasSizeLessThanOrEqualTo(4_000).endsWith("/projects/95004");
        assertThat(hub.connectWise.phases()).filteredOn(phase -> phase.path("notes").asText().contains("\n")).singleElement()
            .satisfies(phase -> assertThat(phase.get("notes").asText()).startsWith(Names.oneLine(scope.phases().get(0).name()) + "\n\nScopeStack project 95004, phase "));
        assertThat(hub.connectWise.tickets()).filteredOn(ticket -> ticket.get("summary").asText().equals(Names.cut(wordy.name(), 100))).singleElement()
            .satisfies(ticket -> assertThat(ticket.get("initialDescription").asText()).startsWith(Names.oneLine(wordy.name()) + "\n\nErste Zeile\n"));
        assertThat(hub.autotask.tasks()).extracting(one -> one.get("title").asText()).contains("O'Brien & Söhne <b>wichtig</b>", "Ohne Beschreibung \"x\"");
        assertThat(hub.autotask.phases()).extracting(one -> one.get("title").asText()).contains("設計 🚀 تصميم Проект");
        assertThat(hub.autotask.tasks()).filteredOn(one -> one.get("title").asText().equals("Twin")).extracting(AutotaskTree::hours)
            .usingElementComparator(BigDecimal::compareTo).containsExactlyInAnyOrder(new BigDecimal("1"), new BigDecimal("3"));
        assertThat(first.at("/result/warnings").toString()).contains("The name is truncated to 100 characters").contains("The name is truncated to 255 characters");
    }

    @Test
    void managedServicesAreLeftOutWithAWarning() {
        JsonNode first = hub.push(bench.connect("autotask"), 90002, DATES);
        JsonNode second = hub.push(bench.connect("connectwise"), 95002, DATES);

        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90002), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95002), true);
        for (JsonNode job : List.of(first, second)) {
            assertThat(job.at("/result/warnings")).extracting(warning -> warning.path("text").asText())
                .containsExactlyInAnyOrder("Managed service omitted from the project: Managed workplace", "Managed service omitted from the project: Managed backup");
        }
    }

    @Test
    void autotaskTakesPhasesAndTasksAsTheFormSays() {
        Scope scope = Scope.of(hub.scopeStack, 90001);
        hub.push(bench.connect("autotask"), 90001, options("phases", "none", "tasks", "services", "governance", false));

        assertThat(hub.autotask.phases()).isEmpty();
        assertThat(hub.autotask.tasks()).extracting(task -> task.get("title").asText()).containsExactlyInAnyOrderElementsOf(scope.services().stream().map(Scope.Service::name).toList());
        assertThat(AutotaskTree.hours(AutotaskTree.titled(hub.autotask, "Rule set design"))).isEqualByComparingTo("8");
        assertThat(AutotaskTree.hours(hub.autotask)).isEqualByComparingTo("33");

        bench.clear();
        hub.push(bench.connect("autotask"), 90001, options("phases", "services", "tasks", "subservices", "governance", false));
        assertThat(hub.autotask.phases()).extracting(phase -> phase.get("title").asText()).containsExactlyElementsOf(scope.services().stream().map(Scope.Service::name).toList());
        Map<Long, String> phases = hub.autotask.phases().stream().collect(Collectors.toMap(phase -> phase.get("id").asLong(), phase -> phase.get("title").asText()));
        assertThat(phases.get(AutotaskTree.titled(hub.autotask, "Zone plan").get("phaseID").asLong())).isEqualTo("Rule set design");
        assertThat(AutotaskTree.hours(hub.autotask)).isEqualByComparingTo("33");

        bench.clear();
        hub.push(bench.connect("autotask"), 90001, options("phases", "phases", "tasks", "phases", "governance", false, "status", "In Progress", "projectType", 4));
        assertThat(hub.autotask.tasks()).extracting(task -> task.get("title").asText()).containsExactlyInAnyOrder("Plan", "Design", "Implement", "Services without a phase");
        assertThat(AutotaskTree.hours(AutotaskTree.titled(hub.autotask, "Design"))).isEqualByComparingTo("11");
        assertThat(AutotaskTree.hours(hub.autotask)).isEqualByComparingTo("33");
        assertThat(hub.autotask.projects().get(0).path("status").asInt()).isEqualTo(2);
        assertThat(hub.autotask.projects().get(0).path("projectType").asInt()).isEqualTo(4);
    }

    @Test
    void connectWiseTakesBoardStatusAndCompanyAsTheFormSays() {
        Scope scope = Scope.of(hub.scopeStack, 95001);
        hub.push(bench.connect("connectwise"), 95001, options("board", "cloud projects", "ticketStatus", "In progress", "company", "Contoso Ltd",
            "governance", false, "subservices", false, "billingMethod", "ActualRates"));

        JsonNode project = hub.connectWise.projects().get(0);
        assertThat(project.at("/board/id").asLong()).isEqualTo(52);
        assertThat(project.at("/company/id").asLong()).isEqualTo(251);
        assertThat(project.path("billingMethod").asText()).isEqualTo("ActualRates");
        assertThat(hub.connectWise.phases()).extracting(phase -> phase.get("description").asText()).doesNotContain("Project governance");
        assertThat(hub.connectWise.tasks()).isEmpty();
        assertThat(hub.connectWise.tickets()).extracting(ticket -> ticket.get("summary").asText()).containsExactlyInAnyOrderElementsOf(scope.services().stream().map(Scope.Service::name).toList());
        assertThat(hub.connectWise.tickets()).extracting(ticket -> ticket.at("/status/id").asLong()).containsOnly(52L * 12 + 1);
        assertThat(hub.connectWise.tickets().stream().map(ConnectWiseTree::hours).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("33");
        assertThat(hub.connectWise.tickets()).filteredOn(ticket -> ticket.get("summary").asText().equals("Rule set design")).singleElement()
            .satisfies(ticket -> assertThat(ticket.get("initialDescription").asText()).contains("- Zone plan", "- Rule review"));
    }

    @Test
    void anExistingConnectWiseProjectIsExtended() {
        hub.push(bench.connect("connectwise"), 95010, options("company", "Northwind Traders"));
        long existing = hub.connectWise.projects().get(0).get("id").asLong();
        JsonNode job = hub.push(bench.connect("connectwise"), 95001, options("project", existing));

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(hub.connectWise.projects()).hasSize(1);
        assertThat(hub.connectWise.phases()).extracting(phase -> phase.get("description").asText()).contains("Implement", "Plan", "Design", "Close out", "No phase", "Project governance");
        assertThat(hub.connectWise.phases()).extracting(phase -> phase.get("projectId").asLong()).containsOnly(existing);
        assertThat(hub.connectWise.phases()).extracting(phase -> phase.get("wbsCode").asText()).doesNotHaveDuplicates();
        assertThat(hub.connectWise.ticketsOf(existing).stream().map(ConnectWiseTree::hours).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("56.75");
    }

    @Test
    void resubmittingCreatesNothing() {
        String autotask = bench.connect("autotask");
        String connectWise = bench.connect("connectwise");
        hub.push(autotask, 90001, DATES);
        hub.push(connectWise, 95001, DATES);
        hub.autotask.forgetReceived();
        hub.connectWise.forgetReceived();
        JsonNode first = hub.push(autotask, 90001, DATES);
        JsonNode second = hub.push(connectWise, 95001, DATES);

        assertThat(List.of(first, second)).allSatisfy(job -> {
            assertThat(job.path("state").asText()).isEqualTo("DONE");
            assertThat(job.at("/result/created").asInt(-1)).isZero();
            assertThat(job.at("/result/existing").asInt()).isEqualTo(job.path("total").asInt());
        });
        assertThat(hub.autotask.received()).noneMatch(got -> got.request().method().equals("POST") && !got.request().path().contains("/query"));
        assertThat(hub.connectWise.received()).noneMatch(got -> !got.request().method().equals("GET"));
    }

    @Test
    void resubmittingAddsJustTheNewService() {
        String autotask = bench.connect("autotask");
        String connectWise = bench.connect("connectwise");
        hub.push(autotask, 90010, DATES);
        hub.push(connectWise, 95010, DATES);
        hub.scopeStack.addService(90010, Long.valueOf(Scope.of(hub.scopeStack, 90010).phases().get(0).id()), "Second thought", 2.25);
        hub.scopeStack.addService(95010, null, "Second thought", 2.25);
        JsonNode first = hub.push(autotask, 90010, DATES);
        JsonNode second = hub.push(connectWise, 95010, DATES);

        assertThat(first.at("/result/created").asInt()).isEqualTo(1);
        assertThat(second.at("/result/created").asInt()).as("the phase for services without one, and the ticket").isEqualTo(2);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90010), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95010), true);
    }

    private static Map<String, BigDecimal> ticketHours(String summary) {
        Map<Long, String> phases = hub.connectWise.phases().stream().collect(Collectors.toMap(phase -> phase.get("id").asLong(), phase -> phase.get("description").asText()));
        return hub.connectWise.tickets().stream().filter(ticket -> ticket.get("summary").asText().equals(summary))
            .collect(Collectors.toMap(ticket -> phases.get(ticket.at("/phase/id").asLong()), ticket -> ConnectWiseTree.hours(ticket).stripTrailingZeros()));
    }

    private static Map<String, BigDecimal> hours(Object... phasesAndHours) {
        Map<String, BigDecimal> hours = new HashMap<>();
        for (int i = 0; i < phasesAndHours.length; i += 2) hours.put((String) phasesAndHours[i], new BigDecimal((String) phasesAndHours[i + 1]).stripTrailingZeros());
        return hours;
    }

    private static Map<String, Object> options(Object... namesAndValues) {
        Map<String, Object> options = new HashMap<>(DATES);
        for (int i = 0; i < namesAndValues.length; i += 2) options.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return options;
    }
}
