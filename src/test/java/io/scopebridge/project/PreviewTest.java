package io.scopebridge.project;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a push would do is shown before anything is written, and what was confirmed is what is done. */
@StartsHub
class PreviewTest extends OnOneHub {

    @BeforeEach
    void nothingAsked() {
        hub.autotask.forgetReceived();
        hub.connectWise.forgetReceived();
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void whatIsShownIsWhatIsCreatedAndNothingIsWrittenBefore(String system, long project) {
        String connection = bench.connect(system);
        JsonNode preview = preview(connection, project, Map.of());

        assertThat(preview.path("state").asText()).as("%s", preview).isEqualTo("READY");
        assertThat(writes(system)).as("written by the preview").isEmpty();
        assertThat(records(system)).isZero();
        int steps = preview.path("steps").size();
        assertThat(preview.at("/totals/CREATE").asInt()).isEqualTo(steps).isGreaterThan(15);
        assertThat(preview.at("/estimate/writes").asInt()).isEqualTo(steps);
        assertThat(preview.at("/source/name").asText()).isEqualTo("Firewall refresh");
        assertThat(preview.path("requestedBy").asText()).isEqualTo("admin");

        psa(system).forgetReceived();
        JsonNode job = confirmed(connection, project, preview);
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertWhole(system, project);
        assertThat(writes(system)).hasSize(steps);
        assertThat(reads(system)).hasSize(preview.at("/estimate/lookUps").asInt()).as("Autotask counts too").hasSize(system.equals("autotask") ? 2 : 1);
        assertThat(records(system)).isEqualTo(steps);
        assertThat(hub.get("/api/jobs/" + job.path("id").asLong()).path("steps")).extracting(step -> step.path("key").asText() + step.path("action").asText())
            .containsExactlyElementsOf(list(preview.path("steps")).stream().map(step -> step.path("key").asText() + "CREATE").toList());
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, phase:, service:, phase:", "connectwise, 95001, phase:, ticket:, phase:"})
    void stepsStandBelowTheirParents(String system, long project, String phase, String work, String parent) {
        JsonNode preview = preview(bench.connect(system), project, Map.of());

        assertThat(step(preview, "project").path("parent").asText("")).isEmpty();
        assertThat(list(preview.path("steps"))).filteredOn(step -> key(step).startsWith(phase)).isNotEmpty()
            .allSatisfy(step -> assertThat(step.path("parent").asText()).isEqualTo("project"));
        assertThat(list(preview.path("steps"))).filteredOn(step -> key(step).startsWith(work)).anySatisfy(step ->
            assertThat(step.path("parent").asText()).startsWith(parent));
        if (system.equals("connectwise")) {
            assertThat(list(preview.path("steps"))).filteredOn(step -> key(step).startsWith("task:")).isNotEmpty()
                .allSatisfy(step -> assertThat(step.path("parent").asText()).startsWith("ticket:"));
        }
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void whatIsDoneIsSkippedAndFoundAgainWithoutTheLedger(String system, long project) {
        String connection = bench.connect(system);
        hub.push(connection, project, null);
        JsonNode done = preview(connection, project, Map.of());
        int steps = done.path("steps").size();
        assertThat(done.at("/totals/SKIP").asInt()).isEqualTo(steps);
        assertThat(done.at("/estimate/calls").asInt(-1)).isZero();

        hub.database().sql("delete from ledger where connection_id = ?").param(connection).update();
        JsonNode found = preview(connection, project, Map.of());
        assertThat(found.at("/totals/REUSE").asInt()).as("%s", found.path("totals")).isEqualTo(steps);
        assertThat(found.path("steps")).allSatisfy(step -> assertThat(step.path("remoteId").asText()).isNotBlank());

        removeOne(system);
        JsonNode gap = preview(connection, project, Map.of());
        int before = records(system);
        assertThat(gap.at("/totals/REUSE").asInt()).isEqualTo(steps - 1);
        assertThat(gap.at("/totals/CREATE").asInt()).isEqualTo(1);
        JsonNode job = confirmed(connection, project, gap);
        assertThat(job.at("/result/existing").asInt()).isEqualTo(steps - 1);
        assertThat(job.at("/result/created").asInt()).isEqualTo(1);
        assertThat(records(system)).isEqualTo(before + 1);
        assertWhole(system, project);
    }

    @Test
    void severalThatFitAreUndecidedAndWhatIsBelowIsBlocked() {
        String connection = bench.connect("autotask");
        hub.push(connection, 90001, null);
        var project = hub.autotask.projects().get(0);
        hub.database().sql("delete from ledger where connection_id = ?").param(connection).update();
        hub.autotask.records().put("Projects", project.get("id").asLong() + 1, project.deepCopy().put("id", project.get("id").asLong() + 1));
        JsonNode preview = preview(connection, 90001, Map.of());

        assertThat(step(preview, "project").path("action").asText()).isEqualTo("UNDECIDED");
        assertThat(step(preview, "project").path("reason").asText()).contains("2 objects match");
        assertThat(preview.at("/totals/BLOCKED").asInt()).isEqualTo(preview.path("steps").size() - 1);
        assertThat(preview.at("/estimate/writes").asInt(-1)).isZero();
    }

    @Test
    void theBudgetOfTheHourAndWarningsAreShown() {
        JsonNode autotask = preview(bench.connect("autotask"), 90004, Map.of());
        int calls = autotask.at("/estimate/calls").asInt();
        assertThat(calls).isEqualTo(autotask.at("/estimate/writes").asInt() + autotask.at("/estimate/lookUps").asInt());
        assertThat(autotask.at("/estimate/percentOfBudget").asDouble()).as("of 6000 an hour").isEqualTo(Math.round(calls / 6.0) / 10.0);
        assertThat(autotask.at("/estimate/callsLeft").asInt()).isBetween(1, 6_000);
        assertThat(autotask.at("/estimate/seconds").asInt()).isPositive();
        assertThat(step(autotask, "project").path("warnings").toString()).contains("The name is truncated to 100 characters");

        JsonNode connectWise = preview(bench.connect("connectwise"), 95002, Map.of());
        assertThat(connectWise.at("/estimate/percentOfBudget").isNumber()).as("ConnectWise has no such limit").isFalse();
        assertThat(connectWise.path("warnings").toString()).contains("Managed service omitted from the project: Managed backup");
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90015, building", "connectwise, 95003, business_approval"})
    void aProjectThatIsNotApprovedIsShownAsSuchAndCannotBeConfirmed(String system, long project, String status) {
        String connection = bench.connect(system);
        JsonNode preview = preview(connection, project, Map.of());

        assertThat(preview.path("state").asText()).isEqualTo("REFUSED");
        assertThat(preview.at("/problems/0/cause").asText()).contains(status, "approved");
        assertThat(preview.at("/problems/0/remedy").asText()).contains("Approve the project in ScopeStack");
        assertThat(refused(connection, project, preview)).contains(status);
        assertThat(bench.log(connection)).as("nothing failed").isEmpty();
    }

    @Test
    void problemsOfThePlanAreShownAndCannotBeConfirmed() {
        String connection = bench.connect("connectwise");
        JsonNode preview = preview(connection, 95001, Map.of("board", "Nowhere", "ticketStatus", "Odd"));

        assertThat(preview.path("state").asText()).isEqualTo("REFUSED");
        assertThat(preview.path("problems")).extracting(problem -> problem.path("field").asText()).contains("board");
        assertThat(preview.has("steps")).isFalse();
        assertThat(refused(connection, 95001, preview)).contains("Nowhere");
    }

    /** Tickets in the project of a stranger are seen by nobody in time: a person confirms what differs. */
    @ParameterizedTest
    @CsvSource({"connectwise, 95001, companies, 250, name", "autotask, 90001, Companies, 174, companyName"})
    void recordsOfAnotherCompanyThanTheClientAreConfirmedByAPerson(String system, long project, String type, long id, String name) {
        String connection = bench.connect(system);
        String company = "Fabrikam Holding";
        ObjectNode before = psa(system).records().find(type, id).orElseThrow().deepCopy();
        psa(system).records().put(type, id, before.deepCopy().put(name, company));
        JsonNode preview;
        try {
            preview = preview(connection, project, Map.of());
        } finally {
            psa(system).records().put(type, id, before);
        }

        assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("READY");
        assertThat(preview.at("/otherCompany/client").asText()).isEqualTo("Northwind Traders");
        assertThat(preview.at("/otherCompany/company").asText()).isEqualTo(company);
        assertThat(preview.at("/warnings/0/text").asText()).contains("Northwind Traders", company);
        assertThat(preview.path("resolved")).extracting(line -> line.path("name").asText()).contains("Company", "Start", "End");
        assertThat(refused(connection, project, preview)).contains("Northwind Traders", company, "confirmOtherCompany");
        assertThat(records(system)).isZero();
        assertThat(hub.push(connection, project, Map.of("preview", preview.path("preview").asLong(), "confirmOtherCompany", true)).path("state").asText()).isEqualTo("DONE");
        assertThat(preview(connection, project, Map.of()).has("otherCompany")).as("of the client again").isFalse();
    }

    @Test
    void aPreviewThatTimeHasOvertakenIsRefused() {
        String connection = bench.connect("autotask");
        JsonNode changed = preview(connection, 90001, Map.of());
        hub.scopeStack.addService(90001, null, "One more", 2);
        assertThat(refused(connection, 90001, changed)).contains("changed in ScopeStack", "another preview");

        JsonNode renamed = preview(connection, 90001, Map.of());
        JsonNode service = hub.scopeStack.all(AUTOTASK_SLUG, "project-services").stream().filter(row -> row.at("/relationships/project/data/id").asLong() == 90001).findFirst().orElseThrow();
        hub.scopeStack.renameService(service.path("id").asLong(), "Renamed after the preview");
        assertThat(refused(connection, 90001, renamed)).as("time, status and totals are as they were").contains("changed in ScopeStack");
        hub.scopeStack.renameService(service.path("id").asLong(), service.at("/attributes/name").asText());

        JsonNode rescoped = preview(connection, 90001, Map.of());
        hub.scopeStack.setStatus(90001, "building");
        hub.scopeStack.approve(90001);
        assertThat(refused(connection, 90001, rescoped)).contains("changed in ScopeStack");

        JsonNode old = preview(connection, 90001, Map.of());
        hub.database().sql("update plan_preview set made_at = made_at - interval '5' hour where id = ?").param(old.path("preview").asLong()).update();
        assertThat(refused(connection, 90001, old)).contains("expired at");

        JsonNode moved = preview(connection, 90001, Map.of());
        Map<String, Object> settings = hub.connection("autotask", Map.of("autotask.username", "another@northwind.example"));
        settings.put("id", connection);
        hub.put(connection, settings);
        assertThat(refused(connection, 90001, moved)).contains("settings were changed");
        assertThat(records("autotask")).isZero();
        assertThat(writes("autotask")).isEmpty();
    }

    /** Its plan may contain, in other steps, the hours that were created since. */
    @ParameterizedTest
    @CsvSource({"autotask, 90001", "connectwise, 95001"})
    void aPreviewFromBeforeAPushIsRefused(String system, long project) {
        String connection = bench.connect(system);
        JsonNode preview = preview(connection, project, Map.of("governance", false));
        hub.push(connection, project, Map.of());
        int before = records(system);

        assertThat(refused(connection, project, preview)).contains("pushed after the preview", "another preview");
        assertThat(records(system)).isEqualTo(before);
        assertThat(confirmed(connection, project, preview(connection, project, Map.of("governance", false))).path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void aPreviewIsCarriedOutOnce() {
        String connection = bench.connect("connectwise");
        JsonNode preview = preview(connection, 95001, Map.of("governance", false));
        JsonNode job = confirmed(connection, 95001, preview);

        assertThat(refused(connection, 95001, preview)).contains("already", "" + job.path("id").asLong());
        JsonNode used = hub.get(url(connection, 95001) + "/preview/" + preview.path("preview").asLong());
        assertThat(used.path("state").asText()).isEqualTo("CONFIRMED");
        assertThat(used.path("usedBy").asLong()).isEqualTo(job.path("id").asLong());
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        psa-project/preview | {"phases":"some"}                   | phases
        psa-project/preview | {"colour":"red"}                    | colour
        psa-project         | {"preview":123456}                  | preview
        psa-project         | {"preview":"new"}                   | preview
        psa-project         | {"preview":1,"governance":true}     | preview
        psa-project         | {"preview":1,"confirmOtherCompany":"yes"} | confirmOtherCompany
        """)
    void badInputIsRefusedNamingTheField(String path, String body, String field) throws JsonProcessingException {
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + bench.connect("autotask") + "/projects/90001/" + path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(new ObjectMapper().readTree(answer.body()).at("/errors/0/field").asText()).isEqualTo(field);
    }

    @Test
    void aSystemThatCannotBeReadIsNamed() {
        String connection = bench.connect("autotask");
        hub.autotask.faults().status("POST", "/Companies/query", 401, (String) null, 100);
        JsonNode preview = preview(connection, 90001, Map.of());

        assertThat(preview.path("state").asText()).isEqualTo("FAILED");
        assertThat(preview.at("/failure/type").asText()).isEqualTo("AUTHENTICATION");
        assertThat(preview.at("/failure/remedy").asText()).isNotBlank();
        assertThat(hub.send("GET", url(connection, 90001) + "/preview/999999", null).statusCode()).isEqualTo(404);
    }

    private static JsonNode preview(String connection, long project, Map<String, Object> form) {
        HttpResponse<String> answer = hub.send("POST", url(connection, project) + "/preview", form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode asked = json(answer);
        hub.ended(asked.path("job").asLong());
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/preview/" + asked.path("preview").asLong());
        return hub.get(answer.headers().firstValue("Location").orElseThrow());
    }

    private static JsonNode confirmed(String connection, long project, JsonNode preview) {
        return hub.push(connection, project, Map.of("preview", preview.path("preview").asLong()));
    }

    /** Why it is refused. */
    private static String refused(String connection, long project, JsonNode preview) {
        HttpResponse<String> answer = hub.send("POST", url(connection, project), Map.of("preview", preview.path("preview").asLong()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        return json(answer).path("detail").asText();
    }

    private static String url(String connection, long project) {
        return "/api/connections/" + connection + "/projects/" + project + "/psa-project";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static String key(JsonNode step) {
        return step.path("key").asText();
    }

    private static JsonNode step(JsonNode preview, String key) {
        return list(preview.path("steps")).stream().filter(step -> key(step).equals(key)).findFirst().orElseThrow();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static PracticeServer psa(String system) {
        return system.equals("autotask") ? hub.autotask : hub.connectWise;
    }

    private static List<Received> writes(String system) {
        return psa(system).received().stream().filter(got -> !got.request().method().equals("GET") && !got.request().path().contains("/query")).toList();
    }

    /** Of what a project is made of. */
    private static List<Received> reads(String system) {
        return psa(system).received().stream().filter(got -> got.request().path().matches(".*/((Projects|Phases|Tasks)/query(/count)?|project/.*)"))
            .filter(got -> got.request().path().contains("/query") || got.request().method().equals("GET")).toList();
    }

    private static int records(String system) {
        return system.equals("autotask") ? hub.autotask.projects().size() + hub.autotask.phases().size() + hub.autotask.tasks().size()
            : hub.connectWise.projects().size() + hub.connectWise.phases().size() + hub.connectWise.tickets().size() + hub.connectWise.tasks().size();
    }

    private static void removeOne(String system) {
        if (system.equals("autotask")) hub.autotask.records().remove("Tasks", hub.autotask.tasks().get(0).get("id").asLong());
        else hub.connectWise.records().remove("tasks", hub.connectWise.tasks().get(0).get("id").asLong());
    }

    private static void assertWhole(String system, long project) {
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
    }
}
