package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.PracticeServer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A project is submitted a second time after something has changed: nothing twice, nothing updated, what is new is added. */
@StartsHub
class ResubmissionTest extends OnOneHub {

    private static final Map<String, Object> DATES = Map.of("estimatedStart", "2026-03-01", "estimatedEnd", "2026-04-15");

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aServiceAddedSinceIsAddedAndNothingElseIsTouched(String system) {
        Pushed first = push(system);
        hub.scopeStack.addService(first.project, phase(first, "Design"), "Second thought", 2.25);
        JsonNode second = first.again();

        assertReport(second, 1, first.total, 0);
        assertThat(first.added()).singleElement().satisfies(made -> assertThat(name(made)).isEqualTo("Second thought"));
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aServiceRenamedSinceKeepsItsNameInThePsa(String system) {
        Pushed first = push(system);
        hub.scopeStack.renameService(Long.parseLong(first.scope().service("Cut-over").id()), "Cut-over at night");
        JsonNode second = first.again();
        hub.scopeStack.renameService(Long.parseLong(first.scope().service("Cut-over at night").id()), "Cut-over");

        assertReport(second, 0, first.total, 0);
        assertThat(first.added()).isEmpty();
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aServiceDeletedSinceStaysInThePsa(String system) {
        long project = project(system);
        hub.scopeStack.addService(project, null, "Short-lived", 1);
        Pushed first = push(system);
        hub.scopeStack.removeService(Long.parseLong(first.scope().service("Short-lived").id()));
        JsonNode second = first.again();

        assertReport(second, 0, first.total - 1, 0);
        assertThat(first.added()).isEmpty();
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aPhaseRenamedInThePsaTakesNewServicesUnderItsNewName(String system) {
        Pushed first = push(system);
        JsonNode renamed = first.rename(first.phases, "Design", "Design (revised)");
        hub.scopeStack.addService(first.project, phase(first, "Design"), "Third thought", 1.5);
        JsonNode second = first.again();

        assertReport(second, 1, first.total, 0);
        assertThat(first.added()).singleElement().satisfies(made ->
            assertThat(made.path("phaseID").asLong(made.at("/phase/id").asLong())).isEqualTo(renamed.get("id").asLong()));
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void nothingIsAddedToAProjectThatWasClosedInThePsaUntilItIsReopened(String system) {
        Pushed first = push(system);
        close(system, true);
        hub.scopeStack.addService(first.project, phase(first, "Design"), "Late thought", 1);
        JsonNode second = first.again();

        assertThat(second.path("state").asText()).isEqualTo("FAILED");
        assertThat(first.added()).isEmpty();
        assertThat(bench.log(first.connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
            assertThat(entry.path("cause").asText()).contains(system.equals("autotask") ? "complete" : "closed");
        });

        close(system, false);
        assertReport(first.again(), 1, first.total, 0);
    }

    private void close(String system, boolean closed) {
        boolean autotask = system.equals("autotask");
        PracticeServer server = autotask ? hub.autotask : hub.connectWise;
        JsonNode project = autotask ? hub.autotask.projects().get(0) : hub.connectWise.projects().get(0);
        ObjectNode changed = ((ObjectNode) project).deepCopy();
        if (autotask) changed.put("status", closed ? 5 : 1);
        else changed.put("closedFlag", closed);
        server.records().put(autotask ? "Projects" : "projects", project.path("id").asLong(), changed);
    }

    /** Other steps would contain the same hours. */
    @ParameterizedTest
    @CsvSource({"autotask, governanceSplit, true, false", "autotask, governanceSplit, false, true", "autotask, tasks, services, services-and-subservices",
        "autotask, tasks, services-and-subservices, services", "autotask, tasks, phases, subservices", "autotask, tasks, subservices, phases",
        "autotask, phases, phases, none", "autotask, phases, none, services", "connectwise, subservices, true, false", "connectwise, subservices, false, true"})
    void anotherChoiceCreatesNoHoursTwice(String system, String option, String first, String second) {
        Map<String, Object> form = new LinkedHashMap<>(DATES);
        form.put(option, first.matches("true|false") ? Boolean.valueOf(first) : first);
        Pushed pushed = new Pushed(system, project(system), form);
        BigDecimal hours = pushed.hours();
        form.put(option, second.matches("true|false") ? Boolean.valueOf(second) : second);

        assertThat(pushed.again().path("state").asText()).isEqualTo("DONE");
        assertThat(pushed.hours()).isEqualByComparingTo(hours);
        hub.scopeStack.addService(pushed.project, phase(pushed, "Design"), "Fifth thought", 2.5);
        assertThat(pushed.again().path("state").asText()).isEqualTo("DONE");
        hub.scopeStack.removeService(Long.parseLong(pushed.scope().service("Fifth thought").id()));
        assertThat(pushed.hours()).isEqualByComparingTo(hours.add(new BigDecimal("2.5")));
        pushed.assertUntouched();
    }

    /** As an earlier version left its ledger. */
    @Test
    void governanceThatAnEarlierVersionSplitStaysSplit() {
        Map<String, Object> form = new LinkedHashMap<>(DATES);
        form.put("governanceSplit", true);
        Pushed pushed = new Pushed("autotask", 90001, form);
        BigDecimal hours = pushed.hours();
        hub.database().sql("update ledger set covers = null where connection_id = ?").param(pushed.connection).update();
        form.remove("governanceSplit");

        assertReport(pushed.again(), 0, pushed.total, 0);
        assertThat(pushed.hours()).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aProjectThatWasDeletedInThePsaIsNamed(String system) {
        Pushed first = push(system);
        first.remove(first.projects, project -> true);
        JsonNode second = first.again();

        assertThat(second.path("state").asText()).isEqualTo("FAILED");
        assertThat(first.added()).isEmpty();
        assertThat(bench.log(first.connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("cause").asText()).contains("no longer exists");
            assertThat(entry.path("remedy").asText()).contains("copy of the ScopeStack project");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aTaskDeletedInThePsaIsNotMadeAgain(String system) {
        Pushed first = push(system);
        first.remove(first.tasks, task -> first.text(task).equals("Rule review"));
        JsonNode second = first.again();

        assertReport(second, 0, first.total, 0);
        assertThat(first.added()).isEmpty();
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void whatGoesIntoAPhaseThatIsGoneFailsWithTheReasonAndTheRestGoesOn(String system) {
        Pushed first = push(system);
        first.remove(first.phases, phase -> name(phase).equals("Plan"));
        hub.scopeStack.addService(first.project, phase(first, "Plan"), "Lost thought", 1);
        hub.scopeStack.addService(first.project, phase(first, "Design"), "Kept thought", 1);
        JsonNode second = first.again();
        hub.scopeStack.removeService(Long.parseLong(first.scope().service("Lost thought").id()));

        assertThat(second.path("state").asText()).isEqualTo("FAILED");
        assertReport(second, 1, first.total, 1);
        assertThat(second.at("/result/failures/0/title").asText()).endsWith("Lost thought");
        assertThat(second.at("/result/failures/0/failure/cause").asText()).contains(system.equals("autotask") ? "phaseID" : "phase");
        assertThat(bench.log(first.connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("remedy").asText()).isNotBlank();
        });
        assertThat(first.added()).singleElement().satisfies(made -> assertThat(name(made)).isEqualTo("Kept thought"));
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void withTheLedgerLostEverythingIsFoundAgain(String system) {
        Pushed first = push(system);
        first.loseTheLedger();
        JsonNode second = first.again();

        assertReport(second, 0, first.total, 0);
        assertThat(first.added()).isEmpty();
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void withTheLedgerLostProjectAndPhasesAreFoundWhateverTheyAreCalledNow(String system) {
        Pushed first = push(system);
        first.rename(first.projects, "Firewall refresh", "Firewalls 2026");
        first.rename(first.phases, "Design", "Design (revised)");
        first.rename(first.phases, "Implement", "Design");
        if (system.equals("autotask")) first.rename(first.tasks, "Cut-over", "Cut-over at night");
        first.loseTheLedger();
        hub.scopeStack.addService(first.project, phase(first, "Implement"), "Fourth thought", 1);
        JsonNode second = first.again();

        assertReport(second, 1, first.total, 0);
        assertThat(first.added()).singleElement().satisfies(made -> assertThat(name(made)).isEqualTo("Fourth thought"));
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void withTheLedgerLostWhatIsGoneFromThePsaIsMadeAgain(String system) {
        Pushed first = push(system);
        first.remove(first.tasks, task -> first.text(task).equals("Rule review"));
        first.loseTheLedger();
        JsonNode second = first.again();

        assertReport(second, 1, first.total - 1, 0);
        assertThat(first.added()).singleElement().satisfies(made -> assertThat(first.text(made)).isEqualTo("Rule review"));
        first.assertUntouched();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void tasksStandInTheOrderOfTheScope(String system) {
        Pushed first = push(system);

        List<String> scoped = first.scope().services().stream().filter(service -> ("" + phase(first, "Design")).equals(service.phase())).map(Scope.Service::name).toList();
        long design = first.held(first.phases).filter(phase -> name(phase).equals("Design")).findFirst().orElseThrow().get("id").asLong();
        List<ObjectNode> there = first.held(system.equals("autotask") ? "Tasks" : "tickets")
            .filter(task -> task.path("phaseID").asLong(task.at("/phase/id").asLong()) == design && scoped.contains(name(task)))
            .sorted((a, b) -> Long.compare(place(a), place(b))).toList();
        assertThat(scoped).hasSizeGreaterThanOrEqualTo(2);
        assertThat(there).extracting(ResubmissionTest::name).containsExactlyElementsOf(scoped);
    }

    /** Autotask orders by priority, ConnectWise as tickets came. */
    private static long place(JsonNode task) {
        return task.has("priority") && task.get("priority").isNumber() ? task.get("priority").asLong() : task.get("id").asLong();
    }

    private static void assertReport(JsonNode job, int created, int existing, int failed) {
        assertThat(List.of(job.at("/result/created").asInt(-1), job.at("/result/existing").asInt(-1), job.at("/result/failed").asInt(-1), job.at("/result/updated").asInt(-1)))
            .as("created, existing, failed and updated of %s", job).isEqualTo(List.of(created, existing, failed, 0));
    }

    private static long project(String system) {
        return system.equals("autotask") ? 90001 : 95001;
    }

    private static Long phase(Pushed pushed, String name) {
        return pushed.scope().phases().stream().filter(phase -> phase.name().equals(name)).map(phase -> Long.valueOf(phase.id())).findFirst().orElseThrow();
    }

    private static String name(JsonNode record) {
        for (String field : List.of("title", "projectName", "summary", "name", "description")) if (record.hasNonNull(field)) return record.get(field).asText();
        throw new AssertionError(record.toString());
    }

    private static Pushed push(String system) {
        return new Pushed(system, project(system), DATES);
    }

    /** A project that was pushed once, and all that the PSA held then. */
    private static final class Pushed {

        final String connection;
        final long project;
        final int total;
        final String projects;
        final String phases;
        final String tasks;
        private final PracticeServer psa;
        private final Map<String, Object> options;
        private final Map<String, Map<Long, ObjectNode>> before = new LinkedHashMap<>();

        Pushed(String system, long project, Map<String, Object> options) {
            boolean autotask = system.equals("autotask");
            this.connection = bench.connect(system);
            this.project = project;
            this.options = options;
            this.psa = autotask ? hub.autotask : hub.connectWise;
            this.projects = autotask ? "Projects" : "projects";
            this.phases = autotask ? "Phases" : "phases";
            this.tasks = autotask ? "Tasks" : "tasks";
            JsonNode job = hub.push(connection, project, options);
            assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
            this.total = job.path("total").asInt();
            for (String type : autotask ? List.of("Projects", "Phases", "Tasks") : List.of("projects", "phases", "tickets", "tasks")) remember(type);
        }

        JsonNode again() {
            return hub.push(connection, project, options);
        }

        BigDecimal hours() {
            return held(tasks.equals("Tasks") ? "Tasks" : "tickets").map(task -> task.path(tasks.equals("Tasks") ? "estimatedHours" : "budgetHours").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Scope scope() {
            return Scope.of(hub.scopeStack, project);
        }

        Stream<ObjectNode> held(String type) {
            return psa.records().all(type).stream();
        }

        List<ObjectNode> added() {
            List<ObjectNode> added = new ArrayList<>();
            before.forEach((type, records) -> held(type).filter(record -> !records.containsKey(record.get("id").asLong())).forEach(added::add));
            return added;
        }

        void assertUntouched() {
            before.forEach((type, records) -> records.forEach((id, record) ->
                assertThat(psa.records().find(type, id)).as("%s %s", type, id).contains(record)));
        }

        JsonNode rename(String type, String from, String to) {
            ObjectNode record = held(type).filter(one -> name(one).equals(from)).findFirst().orElseThrow();
            String field = record.has("projectName") ? "projectName" : record.has("title") ? "title" : type.equals("projects") ? "name" : "description";
            psa.records().put(type, record.get("id").asLong(), record.put(field, to));
            remember(type);
            return record;
        }

        void remove(String type, Predicate<JsonNode> which) {
            long id = held(type).filter(which).findFirst().orElseThrow().get("id").asLong();
            psa.records().remove(type, id);
            before.get(type).remove(id);
        }

        String text(JsonNode task) {
            return task.path("notes").asText(name(task));
        }

        void loseTheLedger() {
            assertThat(hub.database().sql("delete from ledger where connection_id = ?").param(connection).update()).isEqualTo(total);
        }

        private void remember(String type) {
            Map<Long, ObjectNode> records = new LinkedHashMap<>();
            held(type).forEach(record -> records.put(record.get("id").asLong(), record));
            before.put(type, records);
        }
    }
}
