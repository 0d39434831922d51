package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Received;
import io.scopebridge.practice.autotask.PracticeAutotask;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything about one project in one answer, and all projects in one list. */
@StartsHub
class ProjectPagesTest {

    private static final Map<String, List<Received>> SENT = new HashMap<>();
    private static TestHub hub;

    @BeforeAll
    static void bothSystemsWithTheirProjects() {
        hub = TestHub.shared().start();
        hub.withFewOpportunities().connected();
        hub.scopeStack.approve(90001);
        hub.scopeStack.approve(95001);
        hub.sync(TestHub.AUTOTASK);
        hub.sync(TestHub.CONNECTWISE);
        hub.autotask.forgetReceived();
        hub.connectWise.forgetReceived();
        hub.push(TestHub.AUTOTASK, 90001, null);
        hub.push(TestHub.CONNECTWISE, 95001, null);
        SENT.put(TestHub.AUTOTASK, hub.autotask.received());
        SENT.put(TestHub.CONNECTWISE, hub.connectWise.received());
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({"northwind-autotask, 90001", "northwind-connectwise, 95001"})
    void aProjectIsShownWhole(String connection, long project) {
        JsonNode whole = hub.get(url(connection, project));

        assertThat(whole.path("name").asText()).isEqualTo("Firewall refresh");
        assertThat(whole.path("client").asText()).isEqualTo("Northwind Traders");
        assertThat(whole.path("status").asText()).isEqualTo("approved");
        assertThat(whole.path("state").asText()).isEqualTo("DONE");
        assertThat(whole.path("opportunity").asText()).isNotBlank();
        assertThat(whole.path("jobs")).extracting(job -> job.path("flow").asText()).contains("push-project");
        assertThat(whole.path("steps")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("state").asText()).isEqualTo("DONE");
            assertThat(step.path("origin").asText()).isEqualTo("CREATED");
            assertThat(step.path("inPlan").asBoolean()).isTrue();
        });
        assertThat(whole.at("/counts/DONE").asInt()).isEqualTo(whole.path("steps").size());
        assertThat(step(whole, "project").path("remoteId").asText()).isEqualTo(projects(connection).get(0).path("id").asText());
        assertThat(whole.path("executedAt").asText()).isNotBlank();
        assertThat(whole.path("scopeStackLink").asText()).matches("https?://.+/practice-(autotask|connectwise)/projects/" + project);
    }

    @ParameterizedTest
    @CsvSource({"northwind-autotask, 90001, service:, Site survey", "northwind-connectwise, 95001, ticket:, Site survey"})
    void linksLeadToTheRecordsInThePsa(String connection, long project, String kind, String ignored) {
        JsonNode whole = hub.get(url(connection, project));
        JsonNode work = list(whole.path("steps")).stream().filter(step -> step.path("key").asText().startsWith(kind)).findFirst().orElseThrow();

        assertThat(page(whole.path("link").asText())).contains("<h1>Firewall refresh</h1>");
        assertThat(page(step(whole, "project").path("link").asText())).contains("<h1>Firewall refresh</h1>");
        assertThat(page(work.path("link").asText())).contains("<h1>" + work.path("title").asText().replaceFirst("^\\w+: ", "") + "</h1>");
        assertThat(whole.path("steps")).allSatisfy(step -> assertThat(page(step.path("link").asText())).contains("<h1>"));
        long job = list(whole.path("jobs")).stream().filter(one -> one.path("flow").asText().equals("push-project")).findFirst().orElseThrow().path("id").asLong();
        assertThat(hub.get("/api/jobs/" + job).at("/result/link").asText()).isEqualTo(whole.path("link").asText());
        assertThat(hub.get("/api/jobs/" + job).path("steps")).allSatisfy(step -> {
            assertThat(step.path("action").asText()).isEqualTo("CREATE");
            assertThat(step.path("link").asText()).startsWith("http");
        });
    }

    @Test
    void listsAreFilesForSpreadsheets() {
        String base = "/api/connections/" + TestHub.CONNECTWISE;
        hub.database().sql("update opportunity set name = '=HYPERLINK(\"http://evil.example\")', owner_name = '@owner' where connection_id = ? and opportunity_id = '1003'").param(TestHub.CONNECTWISE).update();
        List<String> opportunities = hub.send("GET", base + "/opportunities/export?sort=id", null).body().lines().toList();
        assertThat(opportunities.get(0)).startsWith("\uFEFFid,name,companyId,");
        assertThat(opportunities).hasSize(51).filteredOn(line -> line.startsWith("1003,")).singleElement().asString().contains("\"'=HYPERLINK(\"\"http", ",'@owner,");
        assertThat(hub.send("GET", base + "/opportunities/export?search=evil", null).body().lines()).as("filtered").hasSize(2);
        assertThat(hub.send("GET", base + "/opportunities/export?state=OFFRED", null).statusCode()).isEqualTo(400);
        assertThat(hub.send("GET", base + "/opportunities/export?limit=2", null).statusCode()).isEqualTo(400);

        hub.database().sql("update project set client_name = '+49 Northwind' where connection_id = ? and project_id = '95001'").param(TestHub.CONNECTWISE).update();
        int all = hub.database().sql("select count(*) from project where connection_id = ?").param(TestHub.CONNECTWISE).query(Integer.class).single();
        List<String> projects = hub.send("GET", base + "/projects/export", null).body().lines().toList();
        assertThat(projects).hasSize(all + 1).anySatisfy(line -> assertThat(line).startsWith("95001,Firewall refresh,'+49 Northwind,approved,DONE,"));
        assertThat(hub.send("GET", base + "/projects/export?state=DONE&search=firewall", null).body().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",DONE,"));
        assertThat(hub.send("GET", "/api/connections/nowhere/projects/export", null).statusCode()).isEqualTo(404);
        listsOfAllConnectionsAreFilesToo();
    }

    private void listsOfAllConnectionsAreFilesToo() {
        List<String> opportunities = hub.send("GET", "/api/opportunities/export", null).body().lines().toList();
        assertThat(opportunities.get(0)).startsWith("\uFEFFconnection,id,name,companyId,");
        assertThat(opportunities).hasSize(1 + hub.database().sql("select count(*) from opportunity").query(Integer.class).single())
            .filteredOn(line -> line.startsWith(TestHub.CONNECTWISE + ",1003,")).singleElement().asString().contains("\"'=HYPERLINK(\"\"http", ",'@owner,");
        assertThat(opportunities).as("both connections").anyMatch(line -> line.startsWith("northwind-autotask,"));
        assertThat(hub.send("GET", "/api/opportunities/export?search=evil", null).body().lines()).hasSize(2);
        assertThat(hub.send("GET", "/api/opportunities/export?state=OFFRED", null).statusCode()).isEqualTo(400);
        assertThat(hub.send("GET", "/api/opportunities/export?sort=id", null).statusCode()).as("the order is by connection").isEqualTo(400);
        List<String> projects = hub.send("GET", "/api/projects/export", null).body().lines().toList();
        assertThat(projects.get(0)).startsWith("\uFEFFconnection,id,name,");
        assertThat(projects).hasSize(1 + hub.database().sql("select count(*) from project").query(Integer.class).single())
            .anySatisfy(line -> assertThat(line).startsWith(TestHub.CONNECTWISE + ",95001,Firewall refresh,'+49 Northwind,approved,DONE,"));
        assertThat(hub.send("GET", "/api/projects/export?state=DONE&search=firewall", null).body().lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",DONE,"));
        assertThat(hub.send("GET", "/api/projects/export?limit=2", null).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"northwind-autotask, 90001", "northwind-connectwise, 95001"})
    void everyCallIsKeptWithRequestAndAnswer(String connection, long project) {
        List<JsonNode> kept = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get(url(connection, project) + "/calls?limit=20" + after);
            list(page.path("calls")).stream().filter(call -> call.path("subject").asText().startsWith("project:")).forEach(kept::add);
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asLong() : null;
        } while (after != null);

        List<Received> sent = SENT.get(connection).stream().filter(got -> got.request().path().matches(".*/(Projects(/\\d+/\\w+|/query(/count)?)?|project/.*)")).toList();
        assertThat(kept.size()).isEqualTo(sent.size());
        assertThat(kept).extracting(call -> call.path("id").asLong()).isSorted().doesNotHaveDuplicates();
        int lookUps = connection.endsWith("autotask") ? 2 : 1;
        assertThat(kept).filteredOn(call -> call.path("kind").asText().equals("LOOK_UP")).as("Autotask counts too").hasSize(lookUps);
        assertThat(kept).filteredOn(call -> call.path("kind").asText().equals("WRITE")).hasSize(sent.size() - lookUps).allSatisfy(call -> {
            assertThat(call.path("status").asInt()).isIn(200, 201);
            assertThat(call.path("request").asText()).startsWith("POST /");
            assertThat(call.path("response").asText()).startsWith("HTTP 20");
            assertThat(call.path("request").asText()).contains(": [removed]\n");
            assertThat(call.path("response").asText()).doesNotContain("[removed]");
            assertThat(call.toString()).doesNotContain("practice-secret", "practicePrivate", "Basic ", PracticeAutotask.INTEGRATION_CODE);
        });
        JsonNode one = hub.get(url(connection, project) + "/calls?step=project");
        assertThat(one.path("calls")).extracting(call -> call.path("kind").asText()).hasSize(lookUps + 1).startsWith("LOOK_UP").endsWith("WRITE").containsOnlyOnce("WRITE");
        assertThat(one.at("/calls/" + lookUps + "/request").asText()).contains("Firewall refresh");
    }

    @Test
    void theListIsPagedByIdAndFiltered() {
        List<String> ids = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get("/api/connections/" + TestHub.AUTOTASK + "/projects?limit=4" + after);
            page.path("projects").forEach(project -> ids.add(project.path("id").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        assertThat(ids).hasSizeGreaterThan(8).doesNotHaveDuplicates().contains("90001").isSortedAccordingTo((a, b) -> Long.compare(Long.parseLong(b), Long.parseLong(a)));

        assertThat(listed("state=DONE")).containsExactly("90001");
        assertThat(listed("state=NONE&limit=200")).hasSize(ids.size() - 1);
        assertThat(listed("search=firewall&status=APPROVED")).contains("90001");
        assertThat(listed("search=100%25")).isEmpty();
        assertThat(listed("search=nobody's")).isEmpty();
        for (String wrong : List.of("state=GONE", "limit=0", "limit=501", "after=abc", "colour=red")) {
            assertThat(hub.send("GET", "/api/connections/" + TestHub.AUTOTASK + "/projects?" + wrong, null).statusCode()).as(wrong).isEqualTo(400);
        }
        assertThat(hub.send("GET", "/api/connections/nobody/projects", null).statusCode()).isEqualTo(404);
        assertThat(hub.send("GET", url(TestHub.AUTOTASK, 12345), null).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"northwind-autotask, 90001, OpportunityID", "northwind-connectwise, 95001, OpportunityFV"})
    void whatElseWasDoneForTheProjectStandsBesideIt(String connection, long project, String link) {
        HttpResponse<String> asked = hub.send("POST", url(connection, project) + "/crm", null);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        hub.ended(hub.jobs(connection, "sync-revenue").get(0).path("id").asLong());
        JsonNode revenue = hub.get(url(connection, project)).path("related").path("revenue:" + project);

        assertThat(revenue.path("flow").asText()).isEqualTo("sync-revenue");
        assertThat(revenue.path("steps")).isNotEmpty().allSatisfy(step -> {
            assertThat(step.path("state").asText()).isEqualTo("DONE");
            assertThat(step.path("link").asText()).contains(link);
            assertThat(page(step.path("link").asText())).contains("<h1>");
        });
        assertThat(hub.get(url(connection, project) + "/calls?limit=200").path("calls")).extracting(call -> call.path("subject").asText())
            .contains("project:" + project, "revenue:" + project);
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind-autotask", "northwind-connectwise"})
    void anOpportunityLeadsToItsPageInThePsa(String connection) {
        JsonNode newest = hub.get("/api/connections/" + connection + "/opportunities?limit=1").at("/opportunities/0");
        assertThat(page(newest.path("link").asText())).contains("<h1>" + newest.path("name").asText().replace("&", "&amp;") + "</h1>");
    }

    @Test
    void aProjectThatIsScopedAnewIsStaleUntilItIsPushedAgain() {
        hub.push(TestHub.CONNECTWISE, 95010, Map.of("company", "Northwind Traders"));
        hub.scopeStack.setStatus(95010, "building");
        hub.sync(TestHub.CONNECTWISE);
        assertThat(hub.get(url(TestHub.CONNECTWISE, 95010)).path("state").asText()).isEqualTo("STALE");

        hub.push(TestHub.CONNECTWISE, 95010, null);
        assertThat(hub.get(url(TestHub.CONNECTWISE, 95010)).path("state").asText()).as("not approved").isEqualTo("FAILED");
        hub.scopeStack.approve(95010);
        hub.push(TestHub.CONNECTWISE, 95010, Map.of("company", "Northwind Traders"));
        assertThat(hub.get(url(TestHub.CONNECTWISE, 95010)).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aChangedLinkStandsInTheHistoryOfItsProject() {
        hub.send("PUT", url(TestHub.AUTOTASK, 90010) + "/opportunity", Collections.singletonMap("opportunity", null));

        assertThat(hub.get(url(TestHub.AUTOTASK, 90010)).path("jobs")).extracting(job -> job.path("flow").asText()).contains("link-opportunity");
        assertThat(hub.get(url(TestHub.AUTOTASK, 90001)).path("jobs")).extracting(job -> job.path("flow").asText()).doesNotContain("link-opportunity");
    }

    @Test
    void acrossAllConnectionsFailuresAreListedAndAnythingIsFound() {
        hub.scopeStack.approve(90012);
        hub.autotask.faults().status("POST", "/Projects$", 500, "{\"errors\":[\"Refused.\"]}", 1);
        hub.push(TestHub.AUTOTASK, 90012, null);

        assertThat(ofAll("")).contains(TestHub.AUTOTASK + " 90012").doesNotContain(TestHub.AUTOTASK + " 90001", TestHub.CONNECTWISE + " 95001");
        assertThat(ofAll("?state=FAILED")).contains(TestHub.AUTOTASK + " 90012");
        assertThat(ofAll("?state=RUNNING")).doesNotContain(TestHub.AUTOTASK + " 90012");
        assertThat(ofAll("?search=firewall%20REFRESH&limit=500")).contains(TestHub.AUTOTASK + " 90001", TestHub.CONNECTWISE + " 95001");
        assertThat(ofAll("?search=95001")).containsExactly(TestHub.CONNECTWISE + " 95001");
        assertThat(hub.get("/api/projects?search=a%25").path("projects")).isEmpty();
        assertThat(hub.get("/api/projects?search=firewall&limit=1").path("more").asBoolean()).isTrue();
        for (String wrong : List.of("search=a", "limit=0", "sort=name")) {
            assertThat(hub.send("GET", "/api/projects?" + wrong, null).body()).as(wrong).contains("\"field\":\"" + wrong.replaceAll("=.*", "") + "\"");
        }
    }

    private static List<String> ofAll(String query) {
        return list(hub.get("/api/projects" + query).path("projects")).stream().map(row -> row.path("connection").asText() + " " + row.path("id").asText()).toList();
    }

    @Test
    void aRefusedStepAndWhatItBlocksAreShownWithTheReason() {
        hub.connectWise.faults().status("POST", "/project/tickets$", 400,
            "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":[{\"code\":\"InvalidField\",\"message\":\"The ticket was refused.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}", 100);
        JsonNode job = hub.push(TestHub.CONNECTWISE, 95005, null);
        hub.connectWise.faults().clear();

        assertThat(job.path("steps")).filteredOn(step -> step.path("action").asText().equals("REFUSED")).isNotEmpty()
            .allSatisfy(step -> assertThat(step.path("reason").asText()).contains("The ticket was refused."));
        assertThat(job.path("steps")).filteredOn(step -> step.path("action").asText().equals("BLOCKED"))
            .allSatisfy(step -> assertThat(step.path("reason").asText()).startsWith("Waits for 'Ticket: "));
        JsonNode whole = hub.get(url(TestHub.CONNECTWISE, 95005));
        assertThat(whole.path("state").asText()).isEqualTo("FAILED");
        assertThat(whole.path("steps")).filteredOn(step -> step.path("state").asText().equals("REJECTED")).isNotEmpty()
            .allSatisfy(step -> assertThat(step.path("cause").asText()).contains("The ticket was refused."));
        assertThat(whole.at("/counts/REJECTED").asInt()).isEqualTo(job.at("/result/failed").asInt());
    }

    @Test
    void aRunningPushTellsItsRateAndTheTimeThatIsLeft() {
        hub.connectWise.answerAfter(Duration.ofMillis(500));
        long job = hub.request(TestHub.CONNECTWISE, 95002, null);
        AtomicReference<JsonNode> running = new AtomicReference<>();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100)).until(() -> {
            running.set(hub.get("/api/jobs/" + job));
            return running.get().hasNonNull("rate") || running.get().hasNonNull("finishedAt");
        });
        JsonNode state = hub.get(url(TestHub.CONNECTWISE, 95002));
        JsonNode allRunning = hub.get("/api/jobs?state=RUNNING");
        hub.connectWise.answerAfter(Duration.ZERO);

        assertThat(running.get().path("rate").asDouble()).as("%s", running.get()).isPositive().isLessThan(100);
        assertThat(running.get().path("secondsLeft").asLong(-1)).isNotNegative();
        assertThat(running.get().path("total").asInt()).isGreaterThan(running.get().path("done").asInt());
        assertThat(state.path("state").asText()).isEqualTo("RUNNING");
        assertThat(allRunning).extracting(one -> one.path("id").asLong()).containsOnly(job);
        assertThat(hub.send("GET", "/api/jobs?state=SLEEPING", null).statusCode()).isEqualTo(400);
        JsonNode done = hub.ended(job);
        assertThat(done.has("rate")).isFalse();
        assertThat(done.at("/result/link").asText()).contains("ProjectHeaderFV");
    }

    private static List<String> listed(String query) {
        return list(hub.get("/api/connections/" + TestHub.AUTOTASK + "/projects?" + query).path("projects")).stream().map(row -> row.path("id").asText()).toList();
    }

    private static List<? extends JsonNode> projects(String connection) {
        return connection.equals(TestHub.AUTOTASK) ? hub.autotask.projects() : hub.connectWise.projects();
    }

    /** The page as somebody's browser shows it who is logged in there. */
    private static String page(String address) {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode step(JsonNode whole, String key) {
        return list(whole.path("steps")).stream().filter(step -> step.path("key").asText().equals(key)).findFirst().orElseThrow();
    }

    private static String url(String connection, long project) {
        return "/api/connections/" + connection + "/projects/" + project;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
