package io.scopebridge.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one step of a plan sends can be corrected by hand and sent by a replay: that record is made, once, and nothing else is touched. */
@StartsHub
class EditedStepTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TICKETS = "/project/tickets$";
    private static final String PHASES = "/phases$";
    private static final String CORRECTED = "Corrected by hand";
    private static final String REFUSED = "{\"code\":\"InvalidObject\",\"message\":\"object is invalid\",\"errors\":[{\"code\":\"InvalidField\",\"message\":\"It was refused.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}";
    private static final long PROJECT = 95002;
    private static Bench bench;
    private static TestHub hub;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
        hub.scopeStack.approve(PROJECT);
    }

    @AfterAll
    static void everyRequestWasAllowed() {
        bench.close();
    }

    @BeforeEach
    void emptyPsas() {
        bench.clear();
    }

    @Test
    void aRefusedTicketIsSentAsCorrectedWithWhatWaitsForItAndNothingElse() {
        String connection = bench.connect("connectwise");
        refused(connection, TICKETS, 1_000);
        JsonNode entry = open(connection).stream().map(row -> hub.get("/api/log/" + row.path("id").asLong()))
            .filter(row -> row.at("/mapped/title").asText().equals("Ticket: Workplace roll-out")).findFirst().orElseThrow();
        assertThat(hub.connectWise.tickets()).isEmpty();
        hub.connectWise.forgetReceived();

        JsonNode replay = until(begun(edit(entry, body -> body.put("summary", CORRECTED))), "DONE");

        assertThat(replay.at("/progress/succeeded").asInt()).as("%s", replay).isEqualTo(1);
        assertThat(replay.at("/body/summary").asText()).isEqualTo(CORRECTED);
        assertThat(replay.at("/formerBody/summary").asText()).isEqualTo("Workplace roll-out");
        assertThat(hub.get("/api/log/" + entry.path("id").asLong()).path("state").asText()).isEqualTo("RESOLVED");
        JsonNode audited = hub.get("/api/audit?subject=replays:" + replay.path("id").asLong()).at("/entries/0");
        assertThat(audited.at("/details/fields").toString()).contains("\"body\"");
        assertThat(audited.toString()).doesNotContain(CORRECTED);
        assertThat(hub.connectWise.tickets()).singleElement().satisfies(ticket -> assertThat(ticket.path("summary").asText()).isEqualTo(CORRECTED));
        assertThat(hub.connectWise.tasks()).hasSize(2).extracting(task -> task.path("ticketId").asLong()).containsOnly(corrected().get(0).path("id").asLong());
        assertThat(writes()).hasSize(3);

        assertThat(hub.push(connection, PROJECT, null).path("state").asText()).as("what else was refused").isEqualTo("DONE");
        hub.connectWise.forgetReceived();
        assertThat(hub.push(connection, PROJECT, null).path("state").asText()).isEqualTo("DONE");
        assertThat(writes()).as("another ordinary push").isEmpty();
        assertThat(corrected()).hasSize(1);
        assertThat(hub.connectWise.tickets()).hasSizeGreaterThan(3).extracting(ticket -> ticket.path("summary").asText()).doesNotContain("Workplace roll-out");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"RESET_AFTER", "GATEWAY", "RESET_BEFORE"})
    void anAnswerThatIsLostAfterTheEditLeavesOneTicket(Fault.Kind kind) {
        String connection = bench.connect("connectwise");
        JsonNode entry = refused(connection, TICKETS, 1);
        int others = hub.connectWise.tickets().size();
        hub.connectWise.faults().kind("POST", TICKETS, kind, 1);

        JsonNode replay = until(begun(edit(entry, body -> body.put("summary", CORRECTED))), "DONE");

        assertThat(replay.at("/progress/succeeded").asInt()).as("%s", replay).isEqualTo(1);
        assertThat(hub.connectWise.tickets()).hasSize(others + 1);
        assertThat(corrected()).hasSize(1);
    }

    /** The replay cannot tell what became of its call; the push that follows knows nothing of the edit. */
    @Test
    void anOrdinaryPushFindsWhatALostEditMade() {
        String connection = bench.connect("connectwise");
        JsonNode entry = refused(connection, TICKETS, 1);
        int others = hub.connectWise.tickets().size();
        hub.connectWise.faults().kind("POST", TICKETS, Fault.Kind.RESET_AFTER, 1);
        // The look-up before reads a page and the empty one after it.
        hub.connectWise.faults().statusAfter(2, "GET", TICKETS, 400, REFUSED, 1_000);
        JsonNode replay = until(begun(edit(entry, body -> body.put("summary", CORRECTED))), "DONE");
        assertThat(replay.at("/progress/failed").asInt()).as("%s", replay).isEqualTo(1);
        assertThat(state(connection, entry)).isEqualTo("UNKNOWN");
        hub.connectWise.faults().clear();

        JsonNode job = hub.push(connection, PROJECT, null);

        assertThat(job.path("state").asText()).as("%s", bench.log(connection)).isEqualTo("DONE");
        assertThat(hub.connectWise.tickets()).hasSize(others + 1);
        assertThat(corrected()).hasSize(1);
    }

    @Test
    void whatIsRefusedAgainIsKeptAsEdited() {
        String connection = bench.connect("connectwise");
        JsonNode entry = refused(connection, TICKETS, 1);
        hub.connectWise.faults().status("POST", TICKETS, 400, REFUSED, 1);
        until(begun(edit(entry, body -> body.put("summary", CORRECTED))), "DONE");

        JsonNode again = hub.get("/api/log/" + entry.path("id").asLong());
        assertThat(again.path("state").asText()).isEqualTo("OPEN");
        assertThat(again.at("/mapped/call/body/summary").asText()).isEqualTo(CORRECTED);
        assertThat(again.path("request").asText()).contains(CORRECTED);
        assertThat(corrected()).isEmpty();

        until(begun(edit(again, body -> body.put("budgetHours", 77))), "DONE");
        assertThat(corrected()).singleElement().satisfies(ticket -> assertThat(ticket.path("budgetHours").asInt()).isEqualTo(77));
    }

    @Test
    void whatIsDoneIsNotSentAgainWhateverIsEdited() {
        String connection = bench.connect("connectwise");
        JsonNode entry = refused(connection, TICKETS, 2);
        List<JsonNode> open = open(connection);
        assertThat(open).hasSize(2);
        JsonNode other = open.get(0).path("id").equals(entry.path("id")) ? open.get(1) : open.get(0);
        until(begun(Map.of("entries", List.of(entry.path("id").asLong()), "reason", "it is mended", "from", "failed-step")), "DONE");
        int tickets = hub.connectWise.tickets().size();
        hub.database().sql("update log_entry set state = 'OPEN' where id = ?").param(entry.path("id").asLong()).update();
        hub.connectWise.forgetReceived();

        until(begun(edit(entry, body -> body.put("summary", CORRECTED))), "DONE");

        assertThat(writes()).isEmpty();
        assertThat(hub.connectWise.tickets()).hasSize(tickets);
        until(begun(edit(hub.get("/api/log/" + other.path("id").asLong()), body -> body.put("summary", "Another text"))), "DONE");
        assertThat(hub.connectWise.tickets()).hasSize(tickets + 1);
        assertThat(corrected()).isEmpty();
    }

    @Test
    void anEditThatCouldNotBeFoundAgainIsRefusedAndChangesNothing() {
        String connection = bench.connect("connectwise");
        JsonNode entry = refused(connection, TICKETS, 1);
        String phases = bench.connect("connectwise");
        bench.clear();
        JsonNode phase = refused(phases, PHASES, 1);
        String none = bench.connect("connectwise");
        hub.push(none, PROJECT, Map.of("board", "No such board"));
        JsonNode whole = open(none).get(0);
        String before = held();

        refused(edit(entry, body -> body.remove("phase")), "body.phase.id");
        refused(edit(entry, body -> body.putObject("project").put("id", 1)), "body.project.id");
        refused(edit(entry, body -> body.put("summary", "${project}")), "body.summary");
        refused(edit(entry, body -> body.put("summary", "two\nlines")), "body.summary");
        refused(edit(entry, body -> body.remove("summary")), "body.summary");
        refused(edit(phase, body -> body.put("notes", "Ours no more")), "body.notes");
        refused(with(edit(entry, body -> { }), "body", "text"), "body");
        refused(with(edit(entry, body -> { }), "body", List.of(1)), "body");
        refused(with(edit(entry, body -> { }), "mapping", "current"), "body");
        refused(with(edit(entry, body -> { }), "mapping", null), "body");
        refused(with(edit(entry, body -> { }), "payload", Map.of()), "body");
        refused(with(edit(entry, body -> { }), "entries", List.of(entry.path("id").asLong(), phase.path("id").asLong())), "body");
        refused(with(with(edit(entry, body -> { }), "entries", null), "search", Map.of("connection", connection)), "body");
        refused(with(edit(entry, body -> { }), "entries", List.of(whole.path("id").asLong())), "body");

        assertThat(held()).isEqualTo(before);
    }

    /** Pushes the project while the PSA refuses some of it; the first entry of the log that came of it. */
    private static JsonNode refused(String connection, String create, int times) {
        hub.connectWise.faults().status("POST", create, 400, REFUSED, times);
        JsonNode job = hub.push(connection, PROJECT, null);
        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        hub.connectWise.faults().clear();
        return hub.get("/api/log/" + open(connection).stream().mapToLong(entry -> entry.path("id").asLong()).min().orElseThrow());
    }

    private static List<JsonNode> open(String connection) {
        return bench.log(connection).stream().filter(entry -> entry.path("state").asText().equals("OPEN")).toList();
    }

    private static Map<String, Object> edit(JsonNode entry, Consumer<ObjectNode> change) {
        ObjectNode body = entry.at("/mapped/call/body").deepCopy();
        change.accept(body);
        return new LinkedHashMap<>(Map.of("entries", List.of(entry.path("id").asLong()), "reason", "the text was wrong", "from", "failed-step", "mapping", "original",
            "body", JSON.convertValue(body, Map.class)));
    }

    private static Map<String, Object> with(Map<String, Object> replay, String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(replay);
        changed.put(name, value);
        return changed;
    }

    private static void refused(Map<String, Object> replay, String field) {
        for (String path : List.of("/api/replays", "/api/replays/preview")) {
            JsonNode problem = posted(path, replay, 400);
            assertThat(problem.path("errors")).as("%s", problem).extracting(error -> error.path("field").asText()).contains(field);
        }
    }

    private static long begun(Map<String, Object> replay) {
        assertThat(posted("/api/replays/preview", replay, 200).path("jobs").asInt()).isEqualTo(1);
        return posted("/api/replays", replay, 202).path("id").asLong();
    }

    private static JsonNode until(long replay, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(50)).until(() -> hub.get("/api/replays/" + replay).path("state").asText(), state::equals);
        return hub.get("/api/replays/" + replay);
    }

    private static JsonNode posted(String path, Object body, int status) {
        HttpResponse<String> answer = hub.send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (Exception e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static List<? extends JsonNode> corrected() {
        return hub.connectWise.tickets().stream().filter(ticket -> ticket.path("summary").asText().equals(CORRECTED)).toList();
    }

    private static List<String> writes() {
        return hub.connectWise.received().stream().filter(got -> !got.request().method().equals("GET")).map(got -> got.request().path()).toList();
    }

    private static String state(String connection, JsonNode entry) {
        return hub.database().sql("select state from ledger where connection_id = ? and step_key = ?").params(connection, entry.path("step").asText()).query(String.class).single();
    }

    /** Replays, jobs, plans and ledger as they are. */
    private static String held() {
        List<Object> rows = new ArrayList<>();
        for (String table : List.of("replay", "replay_item", "job where flow = 'push-project'", "plan", "ledger", "log_entry")) {
            rows.add(hub.database().sql("select * from " + table + " order by 1").query().listOfRows());
        }
        return rows.toString();
    }
}
