package io.scopebridge.draft;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.mapping.VersionHash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour rule is changed over HTTP, as by an operator and an admin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class MappingsApiTest {

    private static final String TICKETS = "connectwise:plan:tickets.libsonnet";
    private static final String FILE = "connectwise/plan/tickets.libsonnet";
    private static final String PLAN = "connectwise/project-plan";
    private static final String RULE = "budgetHours: all.hours.exact(budget),";
    private static final String RAISED = "budgetHours: all.hours.exact(if budget > 6 then budget + 1 else budget),";
    private static final ObjectMapper JSON = new ObjectMapper();

    private TestHub hub;
    private String text;

    @BeforeAll
    void start() {
        hub = TestHub.shared().start().connected();
        text = one().path("text").asText();
        assertThat(text).contains(RULE);
    }

    /** Other classes use the same mappings. */
    @AfterEach
    void theFileIsInUseAgain() {
        while (one().at("/mapping/origin").asText().equals("DATABASE")) post("roll-back", "admin", Map.of());
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void aChangedHourRuleOverTwoHundredKeptInputsShowsExactlyTheTicketsThatChange() throws IOException {
        seed();

        JsonNode found = preview(text.replace(RULE, RAISED), Map.of("last", 200, "connection", CONNECTWISE));

        assertThat(found.path("errors")).isEmpty();
        assertThat(found.path("mappings").toString()).isEqualTo("[\"connectwise/project-plan\"]");
        assertThat(found.path("inputs").asInt()).as("%s", found).isEqualTo(200);
        assertThat(found.path("changed").asInt()).isEqualTo(4);
        assertThat(found.path("failed").asInt() + found.path("added").asInt() + found.path("removed").asInt() + found.path("notRun").asInt()).isZero();
        assertThat(found.path("same").asInt()).isGreaterThan(1000);
        assertThat(found.path("fields").toString()).isEqualTo("[{\"field\":\"budgetHours\",\"items\":4}]");
        List<JsonNode> changed = StreamSupport.stream(found.path("results").spliterator(), false).filter(result -> result.path("changed").asInt() > 0).toList();
        assertThat(changed).extracting(result -> result.at("/input/subject").asText()).containsExactlyInAnyOrder("project:50", "project:100", "project:150", "project:200");
        assertThat(changed).allSatisfy(result -> {
            assertThat(result.at("/items/0/item").asText()).isEqualTo("steps/ticket:720001");
            assertThat(result.at("/items/0/differences/0/current").asDouble()).isEqualTo(8);
            assertThat(result.at("/items/0/differences/0/draft").asDouble()).isEqualTo(9);
        });
        assertThat(preview(text.replace(RULE, RAISED), Map.of("project", "50")).path("changed").asInt()).isEqualTo(1);
    }

    /** As many as the retention permits; each has one service of few hours, every fiftieth of many. */
    private void seed() throws IOException {
        ObjectNode example = (ObjectNode) JSON.readTree(Files.readString(Path.of("mappings/connectwise/examples/project-plan.json")));
        for (JsonNode service : example.at("/bundle/services")) ((ObjectNode) service).put("hours", 2).put("totalHours", 2);
        hub.database().sql("delete from mapping_input where mapping = ?").param(PLAN).update();
        for (int n = 1; n <= 200; n++) {
            int hours = n % 50 == 0 ? 8 : 2;
            ((ObjectNode) example.at("/bundle/services/0")).put("hours", hours).put("totalHours", hours);
            ((ObjectNode) example.at("/bundle/project")).put("name", "Project " + n);
            String input = example.toString();
            hub.database().sql("insert into mapping_input (connection_id, mapping, flow, subject, taken_at, hash, length, input) values (?, ?, 'push-project', ?, current_timestamp, ?, ?, ?)")
                .param(CONNECTWISE).param(PLAN).param("project:" + n).param(VersionHash.of(input)).param(input.length()).param(input).update();
        }
    }

    @Test
    void aPromotedVersionMakesTheNextPlanAndIsRolledBack() {
        String raised = text.replace(RULE, "budgetHours: all.hours.exact(77),");

        var promoted = post("promote", "admin", Map.of("text", raised, "version", VersionHash.of(text), "reason", "An hour of travel"));

        assertThat(promoted.statusCode()).as(promoted.body()).isEqualTo(200);
        assertThat(json(promoted).at("/mapping/version").asText()).isEqualTo(VersionHash.of(raised));
        assertThat(one().at("/mapping/origin").asText()).isEqualTo("DATABASE");
        assertThat(one().at("/mapping/by").asText()).isEqualTo("admin");
        JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());
        assertThat(hub.get("/api/jobs/" + job.path("id").asLong()).path("mappings").path(FILE).asText()).as("%s", job).isEqualTo(VersionHash.of(raised));
        assertThat(hub.connectWise.tickets()).isNotEmpty().allSatisfy(ticket -> assertThat(ticket.path("budgetHours").asDouble()).isEqualTo(77));
        int made = hub.connectWise.tickets().size();
        assertThat(kept(95010)).isPositive();

        assertThat(post("roll-back", "admin", Map.of("version", VersionHash.of(raised))).statusCode()).isEqualTo(200);
        assertThat(one().at("/mapping/origin").asText()).isEqualTo("FILE");
        JsonNode later = hub.push(CONNECTWISE, 95011, Map.of());
        assertThat(hub.get("/api/jobs/" + later.path("id").asLong()).path("mappings").path(FILE).asText()).as("%s", later).isEqualTo(VersionHash.of(text));
        assertThat(hub.connectWise.tickets()).hasSizeGreaterThan(made).filteredOn(ticket -> ticket.path("budgetHours").asDouble() == 77).hasSize(made);
        JsonNode history = hub.get("/api/mappings/" + TICKETS + "/history");
        assertThat(history.get(0).path("kind").asText()).isEqualTo("ROLLED_BACK");
        assertThat(history.get(1).path("reason").asText()).isEqualTo("An hour of travel");
        assertThat(hub.get("/api/mappings/" + TICKETS + "/versions/" + VersionHash.of(raised)).path("text").asText()).isEqualTo(raised);
        JsonNode audit = hub.get("/api/audit?action=mappings.promote&limit=1").at("/entries/0");
        assertThat(audit.path("reason").asText()).isEqualTo("An hour of travel");
        assertThat(audit.path("subject").asText()).isEqualTo("mappings:" + TICKETS);
        assertThat(List.of(audit.at("/details/before").asText(), audit.at("/details/after").asText())).containsExactly(VersionHash.of(text), VersionHash.of(raised));
        assertThat(hub.get("/api/audit?action=mappings.roll-back&limit=1").at("/entries/0/details/after").asText()).isEqualTo(VersionHash.of(text));
    }

    private int kept(long project) {
        return hub.get("/api/mappings/" + TICKETS + "/inputs?connection=" + CONNECTWISE + "&subject=project:" + project).size();
    }

    @Test
    void whatDoesNotCompileIsRefusedWithItsPlace() {
        String broken = text.replace(RULE, RULE + " +* 2");
        int line = (int) text.substring(0, text.indexOf(RULE)).lines().count();

        JsonNode error = preview(broken, null).at("/errors/0");
        assertThat(error.path("file").asText()).isEqualTo(FILE);
        assertThat(error.path("line").asInt()).isEqualTo(line);
        var refused = post("promote", "admin", Map.of("text", broken, "version", VersionHash.of(text), "reason", "Try"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"text\"", "line " + line);
        assertThat(one().at("/mapping/version").asText()).isEqualTo(VersionHash.of(text));
    }

    @Test
    void anEndlessDraftIsStoppedAndSaysSo() {
        var stopped = send("POST", "/api/mappings/hub:opportunity-filter.ds/preview", "admin", Map.of("over", Map.of("last", 1),
            "text", "std.foldl(function(a, b) a + std.length(std.range(1, 1000)), std.range(1, 100000000), 0)"));
        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(400);
        hub.database().sql("insert into mapping_input (connection_id, mapping, subject, taken_at, hash, length, input) values (?, 'hub/opportunity-filter', 'opportunities', current_timestamp, 'x', 2, '{}')")
            .param(CONNECTWISE).update();

        stopped = send("POST", "/api/mappings/hub:opportunity-filter.ds/preview", "admin", Map.of("over", Map.of("last", 1),
            "text", "std.foldl(function(a, b) a + std.length(std.range(1, 1000)), std.range(1, 100000000), 0)"));

        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(422);
        assertThat(stopped.body()).contains("it may loop endlessly", "\"field\":\"text\"");
    }

    @ParameterizedTest
    @CsvSource({"vera, GET, /api/mappings, 200", "vera, GET, /api/mappings/lib:hours.libsonnet, 200", "vera, GET, /api/mappings/lib:hours.libsonnet/history, 200",
        "vera, GET, /api/mappings/lib:hours.libsonnet/inputs, 403", "vera, POST, /api/mappings/lib:hours.libsonnet/preview, 403", "olga, GET, /api/mappings/lib:hours.libsonnet/inputs, 200",
        "olga, POST, /api/mappings/lib:hours.libsonnet/preview, 403", "admin, POST, /api/mappings/lib:hours.libsonnet/preview, 400", "olga, POST, /api/mappings/lib:hours.libsonnet/promote, 403", "olga, POST, /api/mappings/lib:hours.libsonnet/roll-back, 403",
        "admin, POST, /api/mappings/lib:hours.libsonnet/promote, 400", "admin, POST, /api/mappings/lib:hours.libsonnet/roll-back, 400", "admin, GET, /api/mappings/lib:nothing.libsonnet, 404",
        "admin, GET, /api/mappings/..:..:pom.xml, 404", "admin, GET, /api/mappings/lib:hours.libsonnet/versions/0, 404", "admin, GET, /api/mappings/lib:hours.libsonnet/inputs?limit=0, 400"})
    void whoMayWhat(String user, String method, String path, int status) {
        assertThat(send(method, path, user, method.equals("GET") ? null : Map.of()).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"text":"1","over":{}}                                | over
        {"text":"1","over":{"last":1,"example":true}}         | over
        {"text":"1","over":{"last":0}}                        | over.last
        {"text":"1","over":{"last":501}}                      | over.last
        {"text":" "}                                          | text
        {"text":"payload","over":{"project":"nobody"}}        | over.project
        """)
    void aWrongRequestNamesItsField(String body, String field) {
        var refused = hub.send("POST", "/api/mappings/connectwise:links.ds/preview", body);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        var refused = hub.send("POST", "/api/mappings/connectwise:links.ds/preview", Map.of("text", "// " + "x".repeat(256 * 1024) + "\n1"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("256 KB");
    }

    @Test
    void theListNamesEveryFileWithWhatItUses() {
        JsonNode all = hub.get("/api/mappings");
        assertThat(all).hasSizeGreaterThan(50);
        JsonNode hours = StreamSupport.stream(all.spliterator(), false).filter(one -> one.path("file").asText().equals("lib/hours.libsonnet")).findFirst().orElseThrow();
        assertThat(hours.path("kind").asText()).isEqualTo("LIBRARY");
        assertThat(hours.path("usedBy").toString()).contains("\"autotask/project-plan\"", "\"connectwise/project-plan\"");
    }

    private JsonNode one() {
        return hub.get("/api/mappings/" + TICKETS);
    }

    private JsonNode preview(String draft, Map<String, Object> over) {
        var answer = post("preview", "admin", over == null ? Map.of("text", draft) : Map.of("text", draft, "over", over));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private HttpResponse<String> post(String action, String user, Object body) {
        return send("POST", "/api/mappings/" + TICKETS + "/" + action, user, body);
    }

    private HttpResponse<String> send(String method, String path, String user, Object body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.url() + path)).header("Content-Type", "application/json")
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + TestHub.PASSWORD).getBytes()))
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
