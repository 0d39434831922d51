package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only ConnectWise has: projects that exist, namesakes, templates. */
@StartsHub
class ConnectWiseResubmissionTest {

    private static Bench bench;
    private static TestHub hub;
    private String connection;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
        hub.scopeStack.approve(95001);
    }

    @AfterAll
    static void everyRequestWasAllowed() {
        bench.close();
    }

    @BeforeEach
    void emptyConnectWise() {
        bench.clear();
        hub.connectWise.forgetReceived();
        connection = bench.connect("connectwise");
    }

    @Test
    void anOlderProjectOfTheSameNameIsNotTakenForOurs() {
        JsonNode namesake = push(95001).project();
        bench.clear();
        // A person's own, for the same company and opportunity, under the same name.
        hub.connectWise.records().put("projects", 7200, ((ObjectNode) namesake.deepCopy()).put("id", 7200).put("description", "Done last year"));
        // One of another ScopeStack project whose number begins like ours.
        hub.connectWise.records().put("projects", 7201, ((ObjectNode) namesake.deepCopy()).put("id", 7201).put("description",
            namesake.path("description").asText() + "7"));
        connection = bench.connect("connectwise");
        Report report = push(95001);

        assertThat(report.created()).isEqualTo(report.total());
        assertThat(hub.connectWise.projects()).hasSize(3);
        assertThat(hub.connectWise.phases()).extracting(phase -> phase.get("projectId").asLong()).doesNotContain(7200L, 7201L);
        assertThat(hub.connectWise.tickets()).extracting(ticket -> ticket.at("/project/id").asLong()).doesNotContain(7200L, 7201L);
    }

    @Test
    void aTemplateIsAppliedOnceAlsoWhenTheLedgerIsLost() {
        Report first = push(95001, "template", 71);
        List<String> phases = phases();
        hub.database().sql("delete from ledger where connection_id = ?").param(connection).update();
        Report second = push(95001, "template", 71);

        assertThat(first.created()).isEqualTo(first.total());
        assertThat(second.created()).isZero();
        assertThat(second.existing()).isEqualTo(second.total());
        assertThat(phases()).isEqualTo(phases).doesNotHaveDuplicates().contains("Design", "Project governance");
        assertThat(hub.connectWise.received()).filteredOn(got -> got.request().path().contains("/applyTemplate/")).hasSize(1);
    }

    @Test
    void aTemplateWhoseAnswerIsLostIsLookedUp() {
        hub.connectWise.faults().kind("POST", "/applyTemplate/71", Fault.Kind.RESET_AFTER, 1);
        Report report = push(95001, "template", 71);

        assertThat(report.created()).as("%s", report.job()).isEqualTo(report.total());
        assertThat(phases()).doesNotHaveDuplicates();
        assertThat(hub.connectWise.received()).filteredOn(got -> got.request().path().contains("/applyTemplate/")).hasSize(1);
    }

    @Test
    void anUnknownTemplateIsFoundBeforeAnythingIsWritten() {
        JsonNode job = push(95001, "template", 7999).job();

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.connectWise.projects()).isEmpty();
        assertThat(bench.log(connection)).singleElement().satisfies(entry -> assertThat(entry.path("cause").asText()).contains("project template '7999' does not exist"));
    }

    @Test
    void anExistingProjectIsExtendedWithoutTouchingWhatIsThere() {
        long existing = somebodysProject();
        Map<Long, ObjectNode> before = everything();
        Report first = push(95001, "project", existing);
        Report second = push(95001, "project", existing);

        assertThat(first.existing()).as("the project and its phase Design").isEqualTo(2);
        assertThat(second.created()).isZero();
        assertThat(hub.connectWise.projects()).hasSize(1);
        assertThat(phases()).containsOnlyOnce("Design").contains("Plan", "Implement");
        before.forEach((id, record) -> assertThat(everything()).containsEntry(id, record));
        assertThat(hub.connectWise.received()).noneMatch(got -> List.of("PUT", "PATCH", "DELETE").contains(got.request().method()));
    }

    @Test
    void whatWentIntoAnExistingProjectGoesOnThereWhenItIsNotChosenAgain() {
        long existing = somebodysProject();
        Report first = push(95001, "project", existing);
        long service = hub.scopeStack.addService(95001, null, "Afterthought", 1);
        Report second = push(95001);
        hub.scopeStack.removeService(service);

        assertThat(second.created()).as("%s", second.job()).isEqualTo(1);
        assertThat(second.existing()).isEqualTo(first.total());
        assertThat(hub.connectWise.projects()).hasSize(1);
    }

    @Test
    void whatWentIntoOneProjectDoesNotGoIntoAnother() {
        push(95001);
        long other = somebodysProject();
        JsonNode job = push(95001, "project", other).job();

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(bench.log(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("field").asText()).isEqualTo("project");
            assertThat(entry.path("cause").asText()).contains("cannot be pushed to " + other);
        });
        assertThat(hub.connectWise.ticketsOf(other)).hasSize(1);
    }

    @Test
    void withTheLedgerLostAnExistingProjectIsFoundInside() {
        long existing = somebodysProject();
        Report first = push(95001, "project", existing);
        hub.database().sql("delete from ledger where connection_id = ?").param(connection).update();
        Report second = push(95001, "project", existing);

        assertThat(second.created()).isZero();
        assertThat(second.existing()).isEqualTo(first.total());
    }

    /** A project with the phase Design and one ticket, as a person made it. */
    private long somebodysProject() {
        Report made = push(95010, "company", "Northwind Traders");
        ObjectNode project = (ObjectNode) made.project();
        hub.connectWise.records().put("projects", project.get("id").asLong(), project.put("name", "Somebody's own").put("description", ""));
        ObjectNode phase = hub.connectWise.phases().stream().filter(one -> one.get("projectId").equals(project.get("id"))).findFirst().orElseThrow();
        hub.connectWise.records().put("phases", phase.get("id").asLong(), phase.put("description", "Design").put("notes", "Mine"));
        return project.get("id").asLong();
    }

    private static Map<Long, ObjectNode> everything() {
        Map<Long, ObjectNode> all = new HashMap<>();
        Stream.of(hub.connectWise.projects(), hub.connectWise.phases(), hub.connectWise.tickets(), hub.connectWise.tasks()).flatMap(List::stream)
            .forEach(record -> all.put(record.get("id").asLong(), record));
        return all;
    }

    private static List<String> phases() {
        return hub.connectWise.phases().stream().map(phase -> phase.get("description").asText()).toList();
    }

    private Report push(long project, Object... options) {
        Map<String, Object> form = new HashMap<>(Map.of("estimatedStart", "2026-03-01", "estimatedEnd", "2026-04-15"));
        for (int i = 0; i < options.length; i += 2) form.put((String) options[i], options[i + 1]);
        return new Report(hub.push(connection, project, form));
    }

    private record Report(JsonNode job) {

        int created() {
            return job.at("/result/created").asInt(-1);
        }

        int existing() {
            return job.at("/result/existing").asInt(-1);
        }

        int total() {
            return job.path("total").asInt();
        }

        JsonNode project() {
            List<ObjectNode> projects = hub.connectWise.projects();
            return projects.get(projects.size() - 1);
        }
    }
}
