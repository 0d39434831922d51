package io.scopebridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people change in a PSA is reported next to what was made, by listing; nothing is invented, and nothing is changed without a decision (feature F7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class DriftTest {

    private static final Map<String, Object> WITH_TASKS = Map.of("subservices", true, "governance", true);

    private Bench bench;
    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        bench = new Bench(hub);
        Stream.of(90001, 90020, 90021, 95001, 95020, 95021).forEach(hub.scopeStack::approve);
    }

    @AfterEach
    void emptyPsas() {
        hub.autotask.cutTo(null);
        bench.clear();
        for (JsonNode line : hub.connectWise.forecastItems()) if (line.path("forecastDescription").asText().contains("[S-")) hub.connectWise.records().remove("forecastItems", line.path("id").asLong());
        Stream.of(hub.autotask, hub.connectWise, hub.scopeStack).forEach(PracticeServer::forgetReceived);
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void twelveChangesInConnectWiseAreFoundAndNoneIsInvented() {
        String connection = connectWise();
        assertThat(check(connection).path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
        assertThat(found(connection)).as("on a clean tenant").isEmpty();
        assertThat(report(connection).path("checked").asInt()).isGreaterThanOrEqualTo(3);

        long project = idOf("projects", "name", "Firewall refresh");
        long other = idOf("projects", "description", "/95020");
        long plan = idOf("phases", "description", "Plan");
        long closeOut = idOf("phases", "description", "Close out");
        edit("projects", project, row -> row.put("name", "Firewall refresh 2027"));
        edit("projects", project, row -> row.putObject("board").put("id", 52).put("name", "Other projects"));
        edit("projects", other, row -> row.putObject("company").put("id", 204).put("name", "Somebody else"));
        edit("phases", plan, row -> row.put("description", "Planning"));
        hub.connectWise.records().remove("phases", closeOut);
        edit("tickets", idOf("tickets", "summary", "Rule set design"), row -> row.put("summary", "Rules"));
        edit("tickets", idOf("tickets", "summary", "High availability design"), row -> row.put("budgetHours", 99.5));
        edit("tickets", idOf("tickets", "summary", "Inventory of rules"), row -> row.putObject("phase").put("id", idOf("phases", "description", "Implement")).put("name", "Implement"));
        hub.connectWise.records().remove("tickets", idOf("tickets", "summary", "Kick-off and planning"));
        edit("tickets", idOf("tickets", "summary", "Project management"), row -> row.putObject("project").put("id", other));
        edit("forecastItems", idOf("forecastItems", "forecastDescription", "[S-95020]"), row -> row.put("revenue", 1));
        ObjectNode twin = hub.connectWise.records().find("projects", project).orElseThrow();
        hub.connectWise.records().put("projects", 7999, twin.put("id", 7999).put("name", "Copy of it"));

        assertThat(check(connection).path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
        assertThat(found(connection)).containsExactlyInAnyOrder(
            "renamed name: Firewall refresh -> Firewall refresh 2027", "moved board: Projects (51) -> Other projects (52)", "moved company: Southridge Video (216) -> Somebody else (204)",
            "renamed description: Plan -> Planning", "phase-gone : Phase: Close out -> ", "renamed summary: Rule set design -> Rules", "hours budgetHours: 3 -> 99.5",
            "moved phase: Planning (" + plan + ") -> Implement (" + idOf("phases", "description", "Implement") + ")", "deleted : Ticket: Kick-off and planning -> ",
            "moved project: Firewall refresh 2027 (" + project + ") -> Assessment 20 (" + other + ")", "revenue revenue: 825 -> 1", "twin : Project: Firewall refresh -> Copy of it");
        assertThat(report(connection).path("open").asInt()).isEqualTo(12);
    }

    @Test
    void twelveChangesInAutotaskAreFoundAndNoneIsInvented() {
        String connection = autotask();
        done(check(connection));
        assertThat(found(connection)).as("on a clean tenant").isEmpty();

        long project = idOf("Projects", "projectName", "Firewall refresh");
        long other = idOf("Projects", "projectName", "Assessment 20");
        long plan = idOf("Phases", "title", "Plan");
        long design = idOf("Phases", "title", "Design");
        edit("Projects", project, row -> row.put("projectName", "Firewall refresh 2027"));
        edit("Projects", other, row -> row.put("companyID", 176));
        edit("Phases", plan, row -> row.put("title", "Planning"));
        hub.autotask.records().remove("Phases", idOf("Phases", "title", "Close out"));
        edit("Tasks", idOf("Tasks", "title", "Rule set design"), row -> row.put("title", "Rules"));
        edit("Tasks", idOf("Tasks", "title", "High availability design"), row -> row.put("estimatedHours", 99.5));
        edit("Tasks", idOf("Tasks", "title", "Inventory of rules"), row -> row.put("phaseID", design));
        hub.autotask.records().remove("Tasks", idOf("Tasks", "title", "Kick-off and planning"));
        edit("Tasks", idOf("Tasks", "title", "Project management"), row -> row.put("projectID", other));
        edit("Opportunities", 5531, row -> row.put("amount", 1));
        ObjectNode task = hub.autotask.records().find("Tasks", idOf("Tasks", "title", "Rules")).orElseThrow();
        hub.autotask.records().put("Tasks", 99999, task.put("id", 99999).put("title", "Copy of it"));
        ObjectNode twin = hub.autotask.records().find("Projects", project).orElseThrow();
        hub.autotask.records().put("Projects", 99998, twin.put("id", 99998).put("projectName", "Copy of all"));
        hub.autotask.forgetReceived();

        done(check(connection));
        assertThat(found(connection)).containsExactlyInAnyOrder(
            "renamed projectName: Firewall refresh -> Firewall refresh 2027", "moved companyID: Woodgrove Bank (121) -> 176", "renamed title: Plan -> Planning", "phase-gone : Phase: Close out -> ",
            "renamed title: Rule set design -> Rules", "hours estimatedHours: 3 -> 99.5", "moved phaseID: Planning (" + plan + ") -> Design (" + design + ")",
            "deleted : Task: Kick-off and planning -> ", "moved projectID: Firewall refresh 2027 (" + project + ") -> Assessment 20 (" + other + ")", "revenue amount: 825 -> 1",
            "twin : Task: Rule set design -> Copy of it", "twin : Project: Firewall refresh -> Copy of all");
        assertThat(Asked.calls(hub.autotask)).noneMatch(call -> call.matches("GET .*/(Projects|Phases|Tasks|Companies|Opportunities)/\\d+"));
        assertThat(hub.autotask.ignoredOperators()).isEmpty();
    }

    @Test
    void aValueThatCanNoLongerBeChosenIsNamedWhereItIsUsed() {
        String connection = connectWise();
        long status = hub.connectWise.tickets().get(0).at("/status/id").asLong();
        edit("boardStatuses", status, row -> row.put("inactive", true));
        try {
            done(check(connection));
        } finally {
            edit("boardStatuses", status, row -> row.put("inactive", false));
        }
        assertThat(found(connection)).as("one per project").hasSize(3).allMatch(one -> one.matches("inactive-value status: .* \\(" + status + "\\) -> inactive"));
    }

    @Test
    void anAmountIsWrittenAgainAndADeletedLineIsCreatedAgain() {
        String connection = connectWise();
        edit("forecastItems", idOf("forecastItems", "forecastDescription", "[S-95020]"), row -> row.put("revenue", 1));
        done(check(connection));
        assertThat(found(connection)).containsExactly("revenue revenue: 825 -> 1");
        String drift = "/api/connections/" + connection + "/drift/";
        done(asked("POST", drift + id(findings(connection).get(0)) + "/make-again", Map.of("reason", "typed by mistake")));
        done(check(connection));
        assertThat(findings(connection)).isEmpty();

        hub.connectWise.records().remove("forecastItems", idOf("forecastItems", "forecastDescription", "[S-95020]"));
        done(check(connection));
        assertThat(found(connection)).singleElement().asString().startsWith("deleted : Professional services");
        done(asked("POST", drift + id(findings(connection).get(0)) + "/make-again", Map.of("reason", "deleted by mistake")));
        assertThat(hub.connectWise.records().find("forecastItems", idOf("forecastItems", "forecastDescription", "[S-95020]")).orElseThrow().path("revenue").asDouble()).isEqualTo(825);
        done(check(connection));
        assertThat(findings(connection)).isEmpty();
    }

    /** The plan of a changed scope is not what was made. */
    @Test
    void aServiceThatIsPlannedInAnotherPhaseHasNotMoved() {
        String connection = bench.connect("autotask");
        done(hub.push(connection, 90001, Map.of("phases", "none")));
        done(hub.push(connection, 90001, Map.of("phases", "phases")));
        done(check(connection));
        assertThat(found(connection)).isEmpty();
    }

    @Test
    void oneRightThatOnlyACheckNeedsHidesOneProjectOnly() {
        String connection = connectWise();
        edit("projects", idOf("projects", "name", "Firewall refresh"), row -> row.put("name", "Renamed"));
        hub.connectWise.faults().status("GET", "/sales/opportunities/1005/forecast", 403, (Integer) null, 100);
        assertThat(check(connection).path("state").asText()).isEqualTo("FAILED");
        assertThat(found(connection)).containsExactly("renamed name: Firewall refresh -> Renamed");
        assertThat(hub.get("/api/connections/" + connection + "/status").path("status").asText()).isNotEqualTo("NEEDS_ATTENTION");
    }

    @Test
    void aPublishedOpportunityThatWasDeletedInScopeStackIsNamed() {
        String connection = connectWise();
        long published = hub.database().sql("select remote_id from ledger where connection_id = ? and step_key = 'opportunity:1007'").param(connection).query(Long.class).single();
        ObjectNode row = hub.scopeStack.records().find("crm-opportunities", published).orElseThrow();
        hub.scopeStack.forgetReceived();
        done(check(connection));
        assertThat(found(connection)).isEmpty();
        assertThat(Asked.of(hub.scopeStack, "GET", ".*/crm-opportunities")).as("open and closed").hasSizeBetween(2, 4);

        hub.scopeStack.records().remove("crm-opportunities", published);
        done(check(connection));
        hub.scopeStack.records().put("crm-opportunities", published, row);
        assertThat(findings(connection)).singleElement().satisfies(one -> assertThat(one.path("scope").asText() + one.path("kind").asText() + one.path("remoteId").asText())
            .isEqualTo("opportunitiesdeleted" + published));
    }

    @Test
    void listsAreReadAndNoRecordAlone() {
        String connection = connectWise();
        hub.connectWise.forgetReceived();
        done(check(connection));

        List<String> calls = Asked.calls(hub.connectWise);
        assertThat(calls).noneMatch(call -> call.matches(".*/(projects|tickets|companies|boards|phases|tasks)/\\d+")).noneMatch(call -> call.contains("/tasks"));
        assertThat(calls).as("two per list, because an empty page proves its end: projects twice, tickets, boards, companies; phases of three projects, statuses of a board").hasSizeLessThanOrEqualTo(22);
        assertThat(calls).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void whatADeletedProjectContainedIsOneDifferenceAndIsMadeAgainOnce() {
        String connection = connectWise();
        int tickets = hub.connectWise.tickets().size();
        long gone = idOf("projects", "name", "Firewall refresh");
        hub.connectWise.ticketsOf(gone).forEach(ticket -> hub.connectWise.records().remove("tickets", id(ticket)));
        hub.connectWise.phases().stream().filter(phase -> phase.path("projectId").asLong() == gone).forEach(phase -> hub.connectWise.records().remove("phases", id(phase)));
        hub.connectWise.records().remove("projects", gone);
        done(check(connection));

        JsonNode finding = findings(connection).get(0);
        assertThat(found(connection)).containsExactly("deleted : Project: Firewall refresh -> ");
        assertThat(finding.path("covers").size()).isGreaterThan(10);
        String decide = "/api/connections/" + connection + "/drift/" + id(finding);
        assertThat(hub.send("POST", decide + "/make-again", null).statusCode()).as("without a reason").isEqualTo(400);
        assertThat(hub.send("POST", decide + "/take-over", Map.of("reason", "x")).statusCode()).isEqualTo(422);
        done(asked("POST", decide + "/make-again", Map.of("reason", "deleted by mistake")));
        assertThat(hub.send("POST", decide + "/make-again", Map.of("reason", "again")).statusCode()).as("once").isEqualTo(409);

        assertThat(hub.connectWise.projects()).hasSize(3);
        assertThat(hub.connectWise.tickets()).hasSize(tickets);
        JsonNode audit = hub.get("/api/audit?connection=" + connection + "&action=connections.drift.make-again");
        assertThat(audit.path("entries").findValuesAsText("reason")).contains("deleted by mistake");
        done(check(connection));
        assertThat(findings(connection)).isEmpty();
    }

    @Test
    void aRecordThatExistsAgainIsUsedAndNotCreated() {
        String connection = connectWise();
        long phase = idOf("phases", "description", "Close out");
        ObjectNode removed = hub.connectWise.records().find("phases", phase).orElseThrow();
        hub.connectWise.records().remove("phases", phase);
        done(check(connection));
        hub.connectWise.records().put("phases", 29999, removed.put("id", 29999));
        int phases = hub.connectWise.phases().size();

        done(asked("POST", "/api/connections/" + connection + "/drift/" + id(findings(connection).get(0)) + "/make-again", Map.of("reason", "it is needed")));
        assertThat(hub.connectWise.phases()).hasSize(phases);
        done(check(connection));
        assertThat(findings(connection)).isEmpty();
    }

    @Test
    void aDecisionLastsUntilSomethingElseIsFound() {
        String connection = autotask();
        long task = idOf("Tasks", "title", "Rule set design");
        edit("Tasks", task, row -> row.put("estimatedHours", 12));
        hub.autotask.records().remove("Tasks", idOf("Tasks", "title", "Kick-off and planning"));
        done(check(connection));
        int written = writes();
        for (JsonNode finding : findings(connection)) {
            String action = finding.path("kind").asText().equals("deleted") ? "forget" : "take-over";
            assertThat(hub.send("POST", "/api/connections/" + connection + "/drift/" + id(finding) + "/" + action, Map.of("reason", "agreed with the customer")).statusCode()).isEqualTo(200);
        }
        done(check(connection));
        assertThat(found(connection)).isEmpty();
        assertThat(findings(connection)).extracting(one -> one.path("state").asText() + " " + one.path("reason").asText())
            .containsExactlyInAnyOrder("FORGOTTEN agreed with the customer", "TAKEN_OVER agreed with the customer");

        edit("Tasks", task, row -> row.put("estimatedHours", 13));
        done(check(connection));
        assertThat(found(connection)).containsExactly("hours estimatedHours: 5 -> 13");
        assertThat(writes()).as("nothing is written").isEqualTo(written);
    }

    @Test
    void aListThatIsCutClaimsNothing() {
        String connection = autotask();
        done(check(connection));
        hub.autotask.cutTo(3);
        JsonNode job = check(connection);
        hub.autotask.cutTo(null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(found(connection)).isEmpty();
        assertThat(report(connection).path("incomplete").asInt()).isPositive();
        assertThat(hub.log(connection)).anyMatch(entry -> entry.path("flow").asText().equals("check-drift") && entry.path("cause").asText().contains("was read incompletely"));
        done(check(connection));
        assertThat(report(connection).path("incomplete").asInt()).isZero();
    }

    @Test
    void oneListThatCannotBeReadDoesNotHideTheOtherProjects() {
        String connection = connectWise();
        long project = idOf("projects", "description", "/95020");
        edit("projects", idOf("projects", "name", "Firewall refresh"), row -> row.put("name", "Renamed"));
        hub.connectWise.faults().kind("GET", "/projects/" + project + "/phases", Fault.Kind.HTML, 100);
        JsonNode job = check(connection);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(found(connection)).containsExactly("renamed name: Firewall refresh -> Renamed");
        JsonNode report = hub.get("/api/connections/" + connection + "/drift?project=95020").path("reports").get(0);
        assertThat(report.path("complete").asBoolean()).isFalse();
        assertThat(report.path("cause").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"GET, ?limit=0, 400", "GET, ?colour=red, 400", "GET, ?project=a%2Fb, 400", "POST, '', 404", "POST, /1/forget, 404", "POST, /x/forget, 400", "POST, /1/sell, 404"})
    void aWrongRequestIsRefused(String method, String path, int status) {
        String connection = bench.connect("autotask");
        HttpResponse<String> answer = hub.send(method, "/api/connections/" + connection + "/drift" + path, method.equals("GET") ? null : path.isEmpty() ? Map.of("project", "4711") : Map.of("reason", "x"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void somethingNewIsOneEntryOfTheLogUntilNothingIsLeftToDecide() {
        String connection = autotask();
        done(check(connection));
        assertThat(entries(connection)).isEmpty();
        long task = idOf("Tasks", "title", "Rule set design");
        edit("Tasks", task, row -> row.put("estimatedHours", 12));
        done(check(connection));
        done(check(connection));
        assertThat(entries(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("state").asText()).isEqualTo("OPEN");
            assertThat(entry.path("occurrences").asInt()).as("it is not new a second time").isOne();
            assertThat(entry.path("remedy").asText()).contains("Drift");
        });

        edit("Tasks", task, row -> row.put("estimatedHours", 5));
        done(check(connection));
        assertThat(entries(connection)).extracting(entry -> entry.path("state").asText()).as("the comparison is clean").containsExactly("RESOLVED");

        edit("Tasks", task, row -> row.put("estimatedHours", 12));
        done(check(connection));
        assertThat(hub.send("POST", "/api/connections/" + connection + "/drift/" + id(findings(connection).get(0)) + "/take-over", Map.of("reason", "agreed")).statusCode()).isEqualTo(200);
        assertThat(entries(connection)).extracting(entry -> entry.path("state").asText()).as("decided").containsOnly("RESOLVED");
    }

    @Test
    void aReportListsTwoHundredDifferencesAndSaysHowManyMoreThereAre() {
        String connection = autotask();
        edit("Tasks", idOf("Tasks", "title", "Rule set design"), row -> row.put("estimatedHours", 12));
        done(check(connection));
        for (int copy = 0; copy < 250; copy++) {
            hub.database().sql("""
                    insert into drift_finding (connection_id, scope, subject, step_key, kind, field, title, made, found, covers, actions, state, found_at, seen_at)
                    select connection_id, scope, subject, 'copy:' || ?, kind, field, title, made, found, covers, actions, ?, found_at, seen_at from drift_finding
                    where connection_id = ? and field = 'estimatedHours' and step_key not like 'copy:%'""").param(copy).param(copy < 60 ? "TAKEN_OVER" : "OPEN").param(connection).update();
        }
        JsonNode report = report(connection).path("reports").get(0);

        assertThat(report.path("findings")).hasSize(200);
        assertThat(report.path("more").asInt()).isEqualTo(51);
        assertThat(report.path("findings").findValuesAsText("state").stream().filter("OPEN"::equals)).as("what is left to decide comes first").hasSize(191);
    }

    @Test
    void viewersReadAndOperatorsDecide() throws Exception {
        String connection = bench.connect("autotask");
        assertThat(as("vera", "GET", connection, "")).isEqualTo(200);
        for (String action : List.of("", "/1/forget", "/1/take-over", "/1/make-again")) assertThat(as("vera", "POST", connection, action)).isEqualTo(403);
        assertThat(as("olga", "POST", connection, "")).isEqualTo(202);
        assertThat(as("olga", "POST", connection, "/1/forget")).isEqualTo(404);
    }

    private List<JsonNode> entries(String connection) {
        return hub.log(connection).stream().filter(entry -> entry.path("flow").asText().equals("check-drift")).toList();
    }

    private int writes() {
        return Asked.of(hub.autotask, "POST|PATCH|PUT|DELETE", ".*/(Projects|Opportunities|Projects/\\d+/(Phases|Tasks))").size();
    }

    private int as(String user, String method, String connection, String path) throws Exception {
        WebClient client = new WebClient(Integer.parseInt(hub.url().replaceAll(".*:", "")));
        String address = "/api/connections/" + connection + "/drift" + path;
        return (method.equals("GET") ? client.get(address, WebClient.basic(user, TestHub.PASSWORD)) : client.send(method, address, path.isEmpty() ? "{}" : "{\"reason\":\"x\"}", WebClient.basic(user, TestHub.PASSWORD))).statusCode();
    }

    private String autotask() {
        String connection = bench.connect("autotask");
        hub.sync(connection);
        edit("Opportunities", 5531, row -> row.put("status", 1).put("useQuoteTotals", false));
        hub.scopeStack.link(90020, "5531");
        for (long project : List.of(90001L, 90020L, 90021L)) done(hub.push(connection, project, Map.of("phases", "phases", "governance", true)));
        done(asked("POST", "/api/connections/" + connection + "/projects/90020/crm", null));
        return connection;
    }

    private String connectWise() {
        String connection = bench.connect("connectwise");
        hub.sync(connection);
        hub.scopeStack.link(95020, "1005");
        for (long project : List.of(95001L, 95020L, 95021L)) done(hub.push(connection, project, WITH_TASKS));
        done(asked("POST", "/api/connections/" + connection + "/projects/95020/crm", null));
        return connection;
    }

    /** Checks and waits for the end of the job. */
    private JsonNode check(String connection) {
        return asked("POST", "/api/connections/" + connection + "/drift", null);
    }

    private JsonNode asked(String method, String path, Object body) {
        HttpResponse<String> answer = hub.send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return hub.ended(Long.parseLong(answer.body().replaceAll("\\D", "")));
    }

    private static void done(JsonNode job) {
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
    }

    private JsonNode report(String connection) {
        return hub.get("/api/connections/" + connection + "/drift");
    }

    /** Open findings: kind, field, made and found. */
    private List<String> found(String connection) {
        return findings(connection).stream().filter(one -> one.path("state").asText().equals("OPEN"))
            .map(one -> one.path("kind").asText() + " " + one.path("field").asText() + ": " + one.path("made").asText() + " -> " + one.path("found").asText()).toList();
    }

    private List<JsonNode> findings(String connection) {
        List<JsonNode> findings = new ArrayList<>();
        report(connection).path("reports").forEach(report -> report.path("findings").forEach(findings::add));
        return findings;
    }

    private long idOf(String type, String field, String part) {
        return server(type).records().all(type).stream().filter(row -> row.path(field).asText().contains(part)).findFirst().orElseThrow().path("id").asLong();
    }

    private void edit(String type, long id, Consumer<ObjectNode> change) {
        ObjectNode row = server(type).records().find(type, id).orElseThrow();
        change.accept(row);
        server(type).records().put(type, id, row);
    }

    /** Types of Autotask begin with a capital letter. */
    private PracticeServer server(String type) {
        return Character.isUpperCase(type.charAt(0)) ? hub.autotask : hub.connectWise;
    }

    private static long id(JsonNode row) {
        return row.path("id").asLong();
    }
}
