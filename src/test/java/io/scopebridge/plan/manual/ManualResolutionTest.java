package io.scopebridge.plan.manual;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.project.AutotaskTree;
import io.scopebridge.project.ConnectWiseTree;
import io.scopebridge.project.Scope;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a lost answer can be looked up by nobody but a person, the person's word decides, and everything is there once. */
@StartsHub
class ManualResolutionTest extends OnOneHub {

    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void whatAPersonFoundIsTakenOver(String system, long project) {
        String connection = bench.connect(system);
        JsonNode unknown = unknownStep(system, connection, project, Fault.Kind.RESET_AFTER);
        String there = lost(system, connection, project);

        assertThat(settle(connection, project, unknown, Map.of("remoteId", "999999", "reason", "I saw it")).statusCode()).isEqualTo(422);
        String taken = doneStep(connection, project, unknown.path("title").asText().replaceFirst(":.*", ":")).path("remoteId").asText();
        HttpResponse<String> another = settle(connection, project, unknown, Map.of("remoteId", taken, "reason", "I saw it"));
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("already");
        assertThat(settle(connection, project, unknown, Map.of("remoteId", "abc", "reason", "I saw it")).body()).contains("numbers");

        JsonNode job = goesOn(settle(connection, project, unknown, Map.of("remoteId", there, "reason", "It is on the board.")));
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertWhole(system, project);
        JsonNode step = step(connection, project, key(unknown));
        assertThat(step.path("state").asText()).isEqualTo("DONE");
        assertThat(step.path("origin").asText()).isEqualTo("RESOLVED");
        assertThat(step.at("/resolution/by").asText()).isEqualTo("admin");
        assertThat(step.at("/resolution/reason").asText()).isEqualTo("It is on the board.");
        assertThat(bench.log(connection)).extracting(entry -> entry.path("state").asText()).containsOnly("RESOLVED");
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void whatAPersonMissesIsCreated(String system, long project) {
        String connection = bench.connect(system);
        JsonNode unknown = unknownStep(system, connection, project, Fault.Kind.RESET_BEFORE);

        JsonNode job = goesOn(settle(connection, project, unknown, Map.of("create", true, "reason", "It is not there.")));
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertWhole(system, project);
        assertThat(step(connection, project, key(unknown)).path("origin").asText()).isEqualTo("CREATED");
        assertThat(bench.log(connection)).extracting(entry -> entry.path("state").asText()).containsOnly("RESOLVED");
        HttpResponse<String> again = settle(connection, project, unknown, Map.of("create", true, "reason", "Once more"));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("DONE");
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, Projects", "connectwise, 95001, projects"})
    void aProjectThatIsThereTwiceIsChosenByItsId(String system, long project, String type) {
        String first = bench.connect(system);
        hub.push(first, project, null);
        ObjectNode one = psa(system).records().all(type).get(0);
        long twin = one.get("id").asLong() + 1;
        psa(system).records().put(type, twin, one.deepCopy().put("id", twin));
        String connection = bench.connect(system);
        JsonNode job = hub.push(connection, project, null);
        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        JsonNode unknown = step(connection, project, "project");
        assertThat(unknown.path("cause").asText()).contains("2 objects match");

        assertThat(settle(connection, project, unknown, Map.of("remoteId", "999999", "reason", "I saw it")).statusCode()).isEqualTo(422);
        JsonNode done = goesOn(settle(connection, project, unknown, Map.of("remoteId", "" + one.get("id").asLong(), "reason", "The older one.")));
        assertThat(done.path("state").asText()).as("%s", done).isEqualTo("DONE");
        assertThat(done.at("/result/created").asInt()).as("all is there already").isZero();
        psa(system).records().remove(type, twin);
        assertWhole(system, project);
    }

    /** The remedy of a duplicate says that the person who finds the record may name it. */
    @Test
    void whatWasRefusedAsADuplicateIsNamedByAPerson() {
        String connection = bench.connect("connectwise");
        hub.connectWise.faults().statusAfter(2, "POST", "/project/tickets$", 400,
            "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":[{\"code\":\"ObjectExists\",\"message\":\"It exists.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}", 1);
        hub.push(connection, 95001, null);
        JsonNode refused = list(hub.get(url(connection, 95001)).path("steps")).stream().filter(step -> step.path("state").asText().equals("REJECTED")).findFirst().orElseThrow();
        assertThat(bench.log(connection)).singleElement().satisfies(entry -> assertThat(entry.path("class").asText()).isEqualTo("DUPLICATE"));
        ObjectNode twin = hub.connectWise.tickets().get(0).deepCopy();
        long id = hub.connectWise.tickets().stream().mapToLong(ticket -> ticket.path("id").asLong()).max().orElseThrow() + 1;
        hub.connectWise.records().put("tickets", id, twin.put("id", id).put("summary", "Named otherwise"));

        assertThat(settle(connection, 95001, refused, Map.of("create", true, "reason", "so")).statusCode()).isEqualTo(409);
        assertThat(settle(connection, 95001, refused, Map.of("remoteId", "999999", "reason", "so")).statusCode()).isEqualTo(422);
        JsonNode job = goesOn(settle(connection, 95001, refused, Map.of("remoteId", "" + id, "reason", "It is on the board.")));

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(step(connection, 95001, key(refused)).path("remoteId").asText()).isEqualTo("" + id);
        assertThat(bench.log(connection)).extracting(entry -> entry.path("state").asText()).containsOnly("RESOLVED");
    }

    /** It is created at forecast 0 and read without it. */
    @Test
    void aRevenueLineIsNamedByItsId() throws JsonProcessingException {
        String connection = bench.connect("connectwise");
        AtomicBoolean sent = new AtomicBoolean();
        hub.connectWise.faults().kind("POST", "/forecast/\\d+$", Fault.Kind.RESET_AFTER, 1);
        hub.connectWise.onReceived(seen -> {
            boolean line = seen.request().method().equals("POST") && seen.request().path().contains("/forecast/");
            if (line && sent.compareAndSet(false, true)) hub.connectWise.faults().status("GET", "/forecast$", 400, "{\"code\":\"InvalidObject\",\"message\":\"Not now.\",\"errors\":[]}", 1_000);
        });
        String job = hub.send("POST", url(connection, 95001) + "/crm", null).body();
        assertThat(hub.ended(new ObjectMapper().readTree(job).path("job").asLong()).at("/result/failed").asInt()).as(job).isOne();
        hub.connectWise.faults().clear();
        JsonNode unknown = list(hub.get(url(connection, 95001)).at("/related/revenue:95001/steps")).stream().filter(step -> step.path("state").asText().equals("UNKNOWN")).findFirst().orElseThrow();
        List<ObjectNode> ours = hub.connectWise.forecastItems().stream().filter(line -> line.path("forecastDescription").asText().contains("[S-95001]")).toList();
        String there = ours.stream().filter(line -> unknown.path("key").asText().endsWith(":PS") == line.path("forecastType").asText().equals("Service")).findFirst().orElseThrow().path("id").asText();

        assertThat(settle(connection, 95001, unknown, Map.of("remoteId", "999999", "reason", "so")).statusCode()).isEqualTo(422);
        JsonNode done = goesOn(settle(connection, 95001, unknown, Map.of("remoteId", there, "reason", "It is in the forecast.")));

        assertThat(done.path("state").asText()).as("%s", done).isEqualTo("DONE");
        assertThat(hub.connectWise.forecastItems().stream().filter(line -> line.path("forecastDescription").asText().contains("[S-95001]"))).hasSize(ours.size());
    }

    /** A poll's step is on no project's page: its log entry takes the decision. */
    @Test
    void anOpportunityWhoseAnswerWasLostIsNamedAtItsLogEntry() {
        String connection = bench.connect("connectwise");
        hub.sync(connection);
        String opportunity = hub.connectWise.addOpportunity("Lost deal", 201).path("id").asText();
        AtomicBoolean sent = new AtomicBoolean();
        hub.scopeStack.faults().kind("POST", "/crm-opportunities$", Fault.Kind.RESET_AFTER, 1);
        hub.scopeStack.onReceived(seen -> {
            boolean creates = seen.request().method().equals("POST") && seen.request().path().endsWith("/crm-opportunities");
            if (creates && sent.compareAndSet(false, true)) hub.scopeStack.faults().status("GET", "/crm-opportunities$", 400, "{\"errors\":[{\"status\":\"400\",\"title\":\"Not now\"}]}", 1_000);
        });
        hub.sync(connection);
        hub.scopeStack.faults().clear();
        JsonNode entry = bench.log(connection).stream().filter(one -> one.path("step").asText().equals("opportunity:" + opportunity)).findFirst().orElseThrow();
        assertThat(entry.path("class").asText()).isEqualTo("OUTCOME_UNKNOWN");
        List<ObjectNode> published = hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG).stream().filter(row -> row.at("/attributes/opportunity-id").asText().equals(opportunity)).toList();
        assertThat(published).hasSize(1);

        String path = "/api/log/" + entry.path("id").asLong() + "/resolution";
        assertThat(hub.send("POST", path, Map.of("reason", "so")).statusCode()).isEqualTo(400);
        String other = bench.connect("autotask");
        hub.sync(other);
        String theirs = hub.scopeStack.crmOpportunities(AUTOTASK_SLUG).get(0).path("id").asText();
        HttpResponse<String> foreign = hub.send("POST", path, Map.of("remoteId", theirs, "reason", "It is in ScopeStack."));
        assertThat(foreign.statusCode()).as("the record of another connection").isEqualTo(422);
        assertThat(foreign.body()).contains("published by the connection '" + other + "'");
        HttpResponse<String> nowhere = hub.send("POST", path, Map.of("remoteId", "99999999", "reason", "It is in ScopeStack."));
        assertThat(nowhere.statusCode()).as("a record that does not exist").isEqualTo(422);
        assertThat(nowhere.body()).contains("There is no record 99999999");
        JsonNode job = goesOn(hub.send("POST", path, Map.of("remoteId", published.get(0).path("id").asText(), "reason", "It is in ScopeStack.")));

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(hub.get("/api/log/" + entry.path("id").asLong()).path("state").asText()).isEqualTo("RESOLVED");
        hub.sync(connection);
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG).stream().filter(row -> row.at("/attributes/opportunity-id").asText().equals(opportunity))).hasSize(1);
    }

    @Test
    void aDecisionThatDecidesNothingIsRefused() {
        String connection = bench.connect("connectwise");
        JsonNode unknown = unknownStep("connectwise", connection, 95001, Fault.Kind.RESET_AFTER);

        for (Map<String, Object> wish : List.<Map<String, Object>>of(Map.of("create", true), Map.of("reason", "so"), Map.of("remoteId", "", "reason", "so"),
            Map.of("create", true, "remoteId", "1", "reason", "so"), Map.of("create", true, "reason", "so", "colour", "red"))) {
            assertThat(settle(connection, 95001, unknown, wish).statusCode()).as("%s", wish).isEqualTo(400);
        }
        HttpResponse<String> done = settle(connection, 95001, doneStep(connection, 95001, "Phase:"), Map.of("create", true, "reason", "so"));
        assertThat(done.statusCode()).isEqualTo(409);
        assertThat(done.body()).contains("is DONE");
        HttpResponse<String> none = hub.send("POST", "/api/connections/" + connection + "/projects/95001/steps/ticket:1/resolution", Map.of("create", true, "reason", "so"));
        assertThat(none.statusCode()).isEqualTo(404);
        hub.connectWise.faults().status("GET", "/project/tickets$", 401, (String) null, 5);
        assertThat(settle(connection, 95001, unknown, Map.of("remoteId", "424242", "reason", "so")).statusCode()).as("cannot be read").isEqualTo(502);
        assertThat(step(connection, 95001, key(unknown)).path("state").asText()).isEqualTo("UNKNOWN");
    }

    /** A push in which one answer is lost and nothing can be looked up. */
    private static JsonNode unknownStep(String system, String connection, long project, Fault.Kind loss) {
        if (system.equals("autotask")) {
            hub.autotask.faults().kindAfter(2, "POST", "/Projects/\\d+/Tasks$", loss, 1);
            hub.autotask.faults().status("POST", "/Tasks/query$", 500, "{\"errors\":[\"The query was refused.\"]}", 100);
        } else {
            hub.connectWise.faults().kindAfter(2, "POST", "/project/tickets$", loss, 1);
            hub.connectWise.faults().status("GET", "/project/tickets$", 400, "{\"code\":\"InvalidObject\",\"message\":\"The conditions were refused.\",\"errors\":[]}", 100);
        }
        JsonNode job = hub.push(connection, project, null);
        psa(system).faults().clear();
        assertThat(job.at("/result/failed").asInt()).as("%s", job).isEqualTo(1);
        return list(hub.get(url(connection, project)).path("steps")).stream().filter(step -> step.path("state").asText().equals("UNKNOWN")).findFirst().orElseThrow();
    }

    /** What the PSA holds and no step has. */
    private static String lost(String system, String connection, long project) {
        Set<String> held = list(hub.get(url(connection, project)).path("steps")).stream()
            .filter(step -> step.path("title").asText().matches("(Task|Ticket): .*")).map(step -> step.path("remoteId").asText()).collect(Collectors.toSet());
        List<ObjectNode> rows = system.equals("autotask") ? hub.autotask.tasks() : hub.connectWise.tickets();
        List<String> left = rows.stream().map(row -> row.path("id").asText()).filter(id -> !held.contains(id)).toList();
        assertThat(left).hasSize(1);
        return left.get(0);
    }

    private static JsonNode doneStep(String connection, long project, String titled) {
        return list(hub.get(url(connection, project)).path("steps")).stream()
            .filter(step -> step.path("state").asText().equals("DONE") && step.path("title").asText().startsWith(titled)).findFirst().orElseThrow();
    }

    private static HttpResponse<String> settle(String connection, long project, JsonNode step, Map<String, Object> wish) {
        return hub.send("POST", url(connection, project) + "/steps/" + key(step) + "/resolution", wish);
    }

    private static JsonNode goesOn(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        try {
            return hub.ended(new ObjectMapper().readTree(answer.body()).path("job").asLong());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode step(String connection, long project, String key) {
        return list(hub.get(url(connection, project)).path("steps")).stream().filter(step -> key(step).equals(key)).findFirst().orElseThrow();
    }

    private static String url(String connection, long project) {
        return "/api/connections/" + connection + "/projects/" + project;
    }

    private static String key(JsonNode step) {
        return step.path("key").asText();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static PracticeServer psa(String system) {
        return system.equals("autotask") ? hub.autotask : hub.connectWise;
    }

    private static void assertWhole(String system, long project) {
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
    }
}
