package io.scopebridge.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.project.ConnectWiseTree;
import io.scopebridge.project.Scope;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What failed is done again on somebody's word: counted first, one alone first, at a pace, stopped at will, and nothing twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplayContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final String TICKETS = "/project/tickets$";
    private static final String REFUSED = "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":[{\"code\":\"InvalidField\",\"message\":\"The ticket was refused.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}";

    TestHub hub;
    Bench bench;
    private int project = 95014;

    abstract TestHub hub(Path home) throws Exception;

    @BeforeAll
    void aHub(@TempDir Path home) throws Exception {
        hub = hub(home).start();
        bench = new Bench(hub);
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @BeforeEach
    void emptyPsas() {
        bench.clear();
    }

    @Test
    void allOfASearchIsReplayedAfterTheFirstHasSucceededAndNothingIsTwice() {
        String connection = bench.connect("connectwise");
        List<Long> jobs = refused(connection, 4);
        Map<String, Object> search = Map.of("search", Map.of("connection", connection, "class", "VALIDATION", "text", "ticket was REFUSED"));

        JsonNode preview = posted("/api/replays/preview", search, 200);
        assertThat(preview.path("entries").asInt()).isEqualTo(4);
        assertThat(preview.path("jobs").asInt()).isEqualTo(4);
        assertThat(posted("/api/replays", with(search, "dryRun", true), 200)).isEqualTo(preview);

        long early = begun(with(search, "reason", "perhaps it is mended"));
        JsonNode paused = until(early, "PAUSED");
        assertThat(paused.path("stateReason").asText()).contains("The canary failed").contains("The ticket was refused.");
        assertThat(paused.at("/progress/waiting").asInt()).isEqualTo(3);
        assertThat(states(connection)).containsOnly("OPEN");
        assertThat(hub.connectWise.tickets()).isEmpty();
        posted("/api/replays/" + early + "/cancel", Map.of("reason", "not yet"), 200);

        hub.connectWise.faults().clear();
        JsonNode done = until(begun(with(search, "reason", "the board takes it now")), "DONE");
        assertThat(done.at("/progress/succeeded").asInt()).as("%s", done).isEqualTo(4);
        assertThat(states(connection)).containsOnly("RESOLVED");
        assertThat(jobs).allSatisfy(job -> assertThat(hub.get("/api/jobs/" + job).path("state").asText()).isEqualTo("DONE"));
        assertOncePerProject(4);
        JsonNode entry = hub.get("/api/log/" + bench.log(connection).get(0).path("id").asLong());
        assertThat(entry.path("replays")).hasSize(2);
        assertThat(entry.at("/replays/0/state").asText()).isEqualTo("SUCCEEDED");
        assertThat(entry.at("/replays/0/reason").asText()).isEqualTo("the board takes it now");
        assertThat(entry.path("raw").asText()).contains("options");

        List<Long> replays = paged("/api/replays?limit=1", "replays");
        assertThat(replays).startsWith(done.path("id").asLong(), early).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.reverseOrder());
        List<Long> items = paged("/api/replays/" + early + "/items?limit=3", "items");
        assertThat(items).hasSize(4).doesNotHaveDuplicates().isSorted();
        assertThat(paged("/api/replays/" + early + "/items?limit=3&state=FAILED", "items")).isEqualTo(items.subList(0, 1));

        assertThat(posted("/api/replays", with(search, "reason", "again"), 409).path("detail").asText()).contains("has succeeded since");
    }

    @Test
    void fromTheFailedStepOnlyThatStepIsDoneAndSeveralEntriesOfAJobAreOneReplay() {
        String connection = bench.connect("connectwise");
        hub.scopeStack.approve(95001);
        hub.connectWise.faults().status("POST", TICKETS, 400, REFUSED, 2);
        JsonNode job = hub.push(connection, 95001, null);
        List<Long> entries = openEntries(connection);
        assertThat(entries).hasSize(2);
        int before = hub.connectWise.tickets().size();
        assertThat(posted("/api/replays/preview", Map.of("entries", entries), 200).path("jobs").asInt()).isEqualTo(1);

        JsonNode step = hub.get("/api/log/" + entries.get(0));
        assertThat(step.at("/mapped/key").asText()).isEqualTo(step.path("step").asText());
        JsonNode done = until(begun(Map.of("entries", List.of(entries.get(0)), "reason", "this one is mended", "from", "failed-step")), "DONE");
        assertThat(done.at("/progress/succeeded").asInt()).as("%s", done).isEqualTo(1);
        assertThat(hub.connectWise.tickets()).hasSize(before + 1);
        assertThat(openEntries(connection)).containsExactly(entries.get(1));
        assertThat(hub.get("/api/jobs/" + job.path("id").asLong()).path("state").asText()).isEqualTo("FAILED");

        until(begun(Map.of("entries", List.of(entries.get(1)), "reason", "and this one", "from", "start")), "DONE");
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        assertThat(openEntries(connection)).isEmpty();
    }

    @Test
    void anEditedPayloadIsCheckedAndNoted() {
        String connection = bench.connect("connectwise");
        hub.scopeStack.approve(++project);
        hub.push(connection, project, Map.of("board", "No such board"));
        long entry = openEntries(connection).get(0);
        Map<String, Object> replay = Map.of("entries", List.of(entry), "reason", "the board was wrong");

        assertThat(posted("/api/replays", with(replay, "payload", Map.of("project", "90001", "options", Map.of())), 400).at("/errors/0/field").asText()).isEqualTo("payload.project");
        assertThat(posted("/api/replays", with(replay, "payload", Map.of("project", "" + project, "options", Map.of("colour", "red"))), 400).at("/errors/0/field").asText()).startsWith("payload.options");
        assertThat(posted("/api/replays", with(replay, "payload", Map.of("project", "" + project, "options", Map.of(), "more", 1)), 400).at("/errors/0/field").asText()).isEqualTo("payload.more");
        assertThat(posted("/api/replays", with(replay, "mapping", "original"), 409).path("detail").asText()).contains("original plan is no longer stored");

        JsonNode done = until(begun(with(replay, "payload", Map.of("project", "" + project, "options", Map.of("board", "Projects")))), "DONE");
        assertThat(done.at("/progress/succeeded").asInt()).as("%s", done).isEqualTo(1);
        assertThat(done.at("/formerPayload/options/board").asText()).isEqualTo("No such board");
        assertOncePerProject(1);
    }

    @Test
    void thePlanOfThenIsCarriedOutWhateverTheMappingWouldMakeNow() {
        String connection = bench.connect("connectwise");
        refused(connection, 1);
        hub.connectWise.faults().clear();
        hub.scopeStack.setStatus(project, "building");
        Map<String, Object> replay = Map.of("search", Map.of("connection", connection, "class", "VALIDATION"), "reason", "as it was approved");
        until(begun(with(replay, "mapping", "current")), "DONE");
        assertThat(hub.connectWise.tickets()).as("today it is not approved").isEmpty();

        JsonNode done = until(begun(with(replay, "mapping", "original")), "DONE");
        assertThat(done.at("/progress/succeeded").asInt()).as("%s", done).isEqualTo(1);
        assertOncePerProject(1);
    }

    /** Another push has created the hours of its sub-services since, in the tasks of their services. */
    @Test
    void anOriginalPlanIsRefusedIfAnotherPushContainsAPartOfIt() {
        String connection = bench.connect("autotask");
        Map<String, Object> dates = Map.of("estimatedStart", "2026-03-01", "estimatedEnd", "2026-04-15");
        hub.scopeStack.approve(90001);
        hub.autotask.faults().status("POST", "/Tasks$", 500, "{\"errors\":[\"The task was refused.\"]}", 10_000);
        hub.push(connection, 90001, with(dates, "tasks", "services-and-subservices"));
        hub.autotask.faults().clear();
        JsonNode second = hub.push(connection, 90001, with(dates, "tasks", "services"));
        assertThat(second.path("state").asText()).as("%s", second).isEqualTo("DONE");
        List<ObjectNode> tasks = hub.autotask.records().all("Tasks").stream().toList();

        JsonNode done = until(begun(Map.of("search", Map.of("connection", connection, "state", "OPEN"), "reason", "as it was", "mapping", "original")), "DONE");

        assertThat(done.at("/progress/failed").asInt()).as("%s", done).isEqualTo(1);
        assertThat(hub.autotask.records().all("Tasks").stream().toList()).isNotEmpty().containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(bench.log(connection)).anySatisfy(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
            assertThat(entry.path("cause").asText()).contains("'subservice:", "'service:");
            assertThat(entry.path("remedy").asText()).startsWith("Replay with the current mapping");
        });
    }

    @Test
    void whoReplayedAndWhyIsInTheTrailWhichTheDatabaseKeeps() {
        String connection = bench.connect("connectwise");
        refused(connection, 1);
        hub.connectWise.faults().clear();
        long replay = begun(Map.of("search", Map.of("connection", connection), "reason", "the board takes it now"));
        until(replay, "DONE");

        JsonNode entry = hub.get("/api/audit?subject=replays:" + replay).at("/entries/0");
        assertThat(entry.path("action").asText()).isEqualTo("replays.create");
        assertThat(entry.path("who").asText()).isEqualTo("admin");
        assertThat(entry.path("reason").asText()).isEqualTo("the board takes it now");
        assertThatThrownBy(() -> hub.database().sql("update audit_entry set reason = 'none'").update()).hasStackTraceContaining("only added to");
        assertThatThrownBy(() -> hub.database().sql("delete from audit_entry").update()).hasStackTraceContaining("only added to");
    }

    /** Pushes projects of which every ticket is refused from now on; their jobs. */
    List<Long> refused(String connection, int projects) {
        hub.connectWise.faults().clear();
        hub.connectWise.faults().status("POST", TICKETS, 400, REFUSED, 10_000);
        Long[] jobs = new Long[projects];
        for (int i = 0; i < projects; i++) {
            hub.scopeStack.approve(++project);
            jobs[i] = hub.request(connection, project, null);
        }
        for (long job : jobs) assertThat(hub.ended(job).path("state").asText()).isEqualTo("FAILED");
        return Arrays.asList(jobs);
    }

    /** The ids of all rows, one page after the other. */
    private List<Long> paged(String address, String name) {
        List<Long> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get(address + after);
            page.path(name).forEach(row -> ids.add(row.path("id").asLong()));
            after = page.has("next") ? "&after=" + page.path("next").asLong() : null;
        } while (after != null);
        return ids;
    }

    void assertOncePerProject(int projects) {
        assertOnce(projects, projects);
    }

    void assertOnce(int projects, int tickets) {
        assertThat(hub.connectWise.projects()).extracting(found -> found.path("name").asText()).hasSize(projects).doesNotHaveDuplicates();
        assertThat(hub.connectWise.tickets()).extracting(found -> found.at("/project/id").asLong()).hasSize(tickets).doesNotHaveDuplicates();
        assertThat(hub.connectWise.tasks()).extracting(found -> found.path("ticketId").asLong()).hasSize(tickets).doesNotHaveDuplicates();
    }

    List<String> states(String connection) {
        return bench.log(connection).stream().map(entry -> entry.path("state").asText()).toList();
    }

    List<Long> openEntries(String connection) {
        return StreamSupport.stream(hub.get("/api/log?state=OPEN&connection=" + connection).path("entries").spliterator(), false).map(entry -> entry.path("id").asLong()).toList();
    }

    long begun(Map<String, Object> replay) {
        return posted("/api/replays", replay, 202).path("id").asLong();
    }

    JsonNode until(long replay, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(50)).until(
            () -> hub.database().sql("select state from replay where id = ?").param(replay).query(String.class).single(), state::equals);
        return hub.get("/api/replays/" + replay);
    }

    JsonNode posted(String path, Object body, int status) {
        HttpResponse<String> answer = hub.send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static Map<String, Object> with(Map<String, Object> replay, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(replay);
        all.put(name, value);
        return all;
    }
}
