package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.Right;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a PSA refuses, loses or garbles ends as one entry of the log that a person can act on, or mends itself; nothing comes twice. */
@StartsHub
class PushFailureTest extends OnOneHub {

    private static final String TICKETS = "/project/tickets$";
    private static final String TASKS = "/Projects/\\d+/Tasks$";

    @Test
    void aRefusedTicketStopsItsTasksAndNothingElse() {
        String connection = bench.connect("connectwise");
        hub.connectWise.faults().status("POST", TICKETS, 400,
            "{\"code\":\"InvalidObject\",\"message\":\"ticket object is invalid\",\"errors\":[{\"code\":\"InvalidField\",\"message\":\"The ticket was refused.\",\"resource\":\"ticket\",\"field\":\"summary\"}]}", 1);
        JsonNode job = hub.push(connection, 95001, null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(job.at("/result/failed").asInt()).isEqualTo(1);
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("step").asText()).matches("(ticket|governance):.*");
        assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
        assertThat(entry.path("cause").asText()).contains("The ticket was refused.");
        assertThat(entry.path("field").asText()).isEqualTo("summary");
        assertThat(entry.path("remedy").asText()).isNotBlank();
        assertThat(entry.path("request").asText()).startsWith("POST /project/tickets\n")
            .contains("summary", "\nAccept: application/vnd.connectwise.com+json; version=", "\nAuthorization: [removed]\n");
        assertThat(entry.path("response").asText()).startsWith("HTTP 400\n").contains("\ncontent-type: application/json");
        assertThat(entry.path("response").asText()).contains("400").contains("InvalidObject");
        assertThat(entry.path("subject").asText()).isEqualTo("project:95001");
        theRawSideIs(entry, "connectwise/project-plan");
        theStepOfTheJobIsShownFromTheSourceToTheAnswer(job.path("id").asLong(), entry);
        Scope scope = Scope.of(hub.scopeStack, 95001);
        assertThat(hub.connectWise.tasks()).hasSize(scope.parts().size() - job.at("/result/blocked").asInt());
        assertThat(hub.connectWise.tickets()).hasSize(job.path("total").asInt() - 1 - hub.connectWise.phases().size() - scope.parts().size() - 1);

        retried(entry, job);
        ConnectWiseTree.assertWhole(hub.connectWise, scope, true);
    }

    /** The same as in the entry, without needing one. */
    private static void theStepOfTheJobIsShownFromTheSourceToTheAnswer(long job, JsonNode entry) {
        String step = "?step=" + entry.path("step").asText();
        JsonNode failed = hub.get("/api/jobs/" + job + "/step" + step);
        assertThat(failed.path("mapped")).isEqualTo(entry.path("mapped"));
        assertThat(failed.path("status").asInt()).isEqualTo(400);
        assertThat(failed.path("request").asText()).startsWith("POST /project/tickets").contains("summary").doesNotContain("Basic ");
        assertThat(failed.path("response").asText()).contains("The ticket was refused.");
        assertThat(hub.get("/api/jobs/" + job + "/source" + step).path("records")).isEqualTo(hub.get("/api/log/" + entry.path("id").asLong() + "/source").path("records"));
        JsonNode project = hub.get("/api/jobs/" + job + "/step?step=project");
        assertThat(project.path("status").asInt()).isEqualTo(201);
        assertThat(project.path("response").asText()).contains("\"id\"");
        assertThat(hub.get("/api/jobs/" + job + "/step?step=nothing").size()).as("job and step only").isEqualTo(2);
        assertThat(hub.send("GET", "/api/jobs/" + job + "/step", null).body()).contains("\"field\":\"step\"");
        assertThat(hub.send("GET", "/api/jobs/999999/step?step=project", null).statusCode()).isEqualTo(404);
    }

    /** The record of the step as ScopeStack has it, and nothing else. */
    private static void theRawSideIs(JsonNode entry, String mapping) {
        JsonNode source = hub.get("/api/log/" + entry.path("id").asLong() + "/source");
        assertThat(source.path("mapping").asText()).as("%s", source).isEqualTo(mapping);
        assertThat(source.path("ofThisJob").asBoolean()).isTrue();
        assertThat(source.path("records")).isNotEmpty().allSatisfy(record -> {
            assertThat(record.path("pointer").asText()).startsWith("/bundle/");
            assertThat(entry.path("step").asText()).contains(record.at("/value/id").asText());
        });
        assertThat(source.toString()).doesNotContain("practice-connectwise-secret", "privateKey");
    }

    @Test
    void aRefusedTaskStopsNothingElseInAutotask() {
        String connection = bench.connect("autotask");
        hub.autotask.faults().status("POST", TASKS, 500, "{\"errors\":[\"The task was refused.\"]}", 1);
        JsonNode job = hub.push(connection, 90001, null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("step").asText()).matches("(service|subservice|governance):.*");
        assertThat(entry.path("cause").asText()).contains("The task was refused.");
        assertThat(entry.path("request").asText()).contains("/Tasks").doesNotContain("practice-secret");
        assertThat(hub.autotask.tasks()).hasSize(job.path("total").asInt() - 1 - hub.autotask.phases().size() - 1);

        retried(entry, job);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
    }

    @Test
    void aPicklistValueThatIsGoneIsNamed() {
        String connection = bench.connect("autotask");
        hub.autotask.removePicklistValue("Projects", "projectType", "5");
        try {
            JsonNode job = hub.push(connection, 90001, null);

            assertThat(job.path("state").asText()).isEqualTo("FAILED");
            JsonNode entry = theOnlyEntry(connection);
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("cause").asText()).contains("project type").contains("'Client'");
            assertThat(entry.path("remedy").asText()).contains("'Proposal'");
            assertThat(entry.path("field").asText()).isEqualTo("projectType");
            assertThat(hub.autotask.projects()).isEmpty();
        } finally {
            hub.autotask.addPicklistValue("Projects", "projectType", "5", "Client");
        }
    }

    @Test
    void aPicklistValueThatGoesAfterItWasReadIsNamed() {
        String connection = bench.connect("autotask");
        hub.send("POST", "/api/connections/" + connection + "/projects/90001/psa-project/preview", null);
        hub.ended(hub.jobs(connection, "preview-project").get(0).path("id").asLong());
        long preview = hub.database().sql("select max(id) from plan_preview").query(Long.class).single();
        hub.autotask.removePicklistValue("Projects", "projectType", "5");
        JsonNode job;
        try {
            job = hub.push(connection, 90001, Map.of("preview", preview));
            assertThat(job.path("state").asText()).isEqualTo("FAILED");
            JsonNode entry = theOnlyEntry(connection);
            assertThat(entry.path("step").asText()).isEqualTo("project");
            assertThat(entry.path("class").asText()).isEqualTo("MISSING_REFERENCE");
            assertThat(entry.path("cause").asText()).contains("projectType");
        } finally {
            hub.autotask.addPicklistValue("Projects", "projectType", "5", "Client");
        }
        retried(theOnlyEntry(connection), job);
        assertThat(hub.autotask.projects()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Fault.Kind.class, names = {"HTML", "GATEWAY", "RESET_AFTER", "RESET_BEFORE", "HALF_BODY"})
    void aLostOrGarbledAnswerLeavesOneOfEverything(Fault.Kind kind) {
        for (String create : List.of("/Projects$", "/Phases$", TASKS)) {
            hub.autotask.faults().kindAfter(create.equals("/Projects$") ? 0 : 1, "POST", create, kind, create.equals("/Projects$") ? 1 : 2);
        }
        for (String create : List.of("/project/projects$", "/phases$", TICKETS, "/tickets/\\d+/tasks$")) {
            hub.connectWise.faults().kindAfter(create.endsWith("projects$") ? 0 : 1, "POST", create, kind, create.endsWith("projects$") ? 1 : 2);
        }
        String autotask = bench.connect("autotask");
        String connectWise = bench.connect("connectwise");
        long first = hub.request(autotask, 90001, null);
        long second = hub.request(connectWise, 95001, null);

        assertThat(hub.ended(first).path("state").asText()).as("%s", bench.log(autotask)).isEqualTo("DONE");
        assertThat(hub.ended(second).path("state").asText()).as("%s", bench.log(connectWise)).isEqualTo("DONE");
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        assertThat(bench.log(autotask)).noneMatch(entry -> entry.path("state").asText().equals("OPEN"));
        assertThat(bench.log(connectWise)).noneMatch(entry -> entry.path("state").asText().equals("OPEN"));
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Companies/query", "connectwise, 95001, /service/boards$"})
    void aPsaThatAnswersNothingButHtmlIsOneEntry(String system, long project, String read) {
        String connection = bench.connect(system);
        psa(system).faults().kind("*", read, Fault.Kind.HTML, 1_000);
        JsonNode job = hub.push(connection, project, null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("cause").asText()).contains("web page");
        assertThat(entry.path("remedy").asText()).isNotBlank();
        assertThat(entry.path("response").asText()).contains("Maintenance");

        psa(system).faults().clear();
        retried(entry, job);
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Tasks$", "connectwise, 95001, /project/tickets$"})
    void aPsaThatAsksToWaitIsGivenTheTime(String system, long project, String create) {
        String connection = bench.connect(system);
        psa(system).faults().status("POST", create, 429, 2, 1);
        Instant begin = Instant.now();
        JsonNode job = hub.push(connection, project, null);

        assertThat(job.path("state").asText()).as("%s", bench.log(connection)).isEqualTo("DONE");
        assertThat(Duration.between(begin, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(bench.log(connection)).isEmpty();
        assertWhole(system);
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Tasks$", "connectwise, 95001, /project/tickets$"})
    void credentialsThatEndInTheMiddleAreOneEntry(String system, long project, String create) {
        String connection = bench.connect(system);
        psa(system).faults().status("POST", create, 401, (String) null, 1_000);
        JsonNode job = hub.push(connection, project, null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("class").asText()).isEqualTo("AUTHENTICATION");
        assertThat(entry.path("remedy").asText()).contains("connection");
        assertThat(entry.path("request").asText()).contains("POST").doesNotContain("practice-secret", "practicePrivate");

        psa(system).faults().clear();
        retried(entry, job);
        assertWhole(system);
    }

    @Test
    void aMissingRightOfConnectWiseIsOneEntryWithTheWayToIt() {
        String connection = bench.connect("connectwise");
        hub.connectWise.deny("Project", "Project Tickets", "add");
        JsonNode job;
        try {
            job = hub.push(connection, 95005, null);
        } finally {
            hub.connectWise.allow("Project", "Project Tickets", "add");
        }

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("class").asText()).isEqualTo("PERMISSION");
        assertThat(entry.path("cause").asText()).contains("Project > Project Tickets");
        assertThat(entry.path("remedy").asText()).contains("System > Security Roles", "Project > Project Tickets", "Add");
        assertThat(entry.path("request").asText()).contains("POST /project/tickets");
        assertThat(hub.connectWise.received().stream().filter(got -> got.status() == 403)).as("not asked 200 times").hasSizeLessThanOrEqualTo(8);

        retried(entry, job);
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95005), true);
    }

    @Test
    void aMissingRightOfAutotaskIsOneEntryWithTheWayToIt() {
        String connection = bench.connect("autotask");
        hub.autotask.deny("Tasks", Right.CREATE);
        JsonNode job;
        try {
            job = hub.push(connection, 90001, null);
        } finally {
            hub.autotask.allow("Tasks", Right.CREATE);
        }

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        JsonNode entry = theOnlyEntry(connection);
        assertThat(entry.path("class").asText()).isEqualTo("PERMISSION");
        assertThat(entry.path("cause").asText()).contains("permission");
        assertThat(entry.path("remedy").asText()).contains("Tasks", "Security Levels");

        retried(entry, job);
        AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
    }

    @Test
    void aTenantInTroubleDoesNotHoldUpAnother() {
        String broken = bench.connect("autotask");
        String sound = bench.connect("connectwise");
        hub.autotask.faults().kind("*", ".*", Fault.Kind.RESET_BEFORE, 100_000);
        long first = hub.request(broken, 90001, null);
        JsonNode second = hub.push(sound, 95001, null);

        assertThat(second.path("state").asText()).isEqualTo("DONE");
        ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
        assertThat(hub.ended(first).path("state").asText()).isEqualTo("FAILED");
        assertThat(theOnlyEntry(broken).path("class").asText()).isEqualTo("TRANSIENT");
    }

    /** Retries the entry as a person would: its job comes to its end, and the entry is resolved. */
    private static void retried(JsonNode entry, JsonNode job) {
        int status = hub.send("POST", "/api/log/" + entry.path("id").asLong() + "/retry", Map.of("reason", "It was mended.")).statusCode();
        assertThat(status).isEqualTo(202);
        JsonNode again = hub.ended(job.path("id").asLong());
        assertThat(again.path("state").asText()).as("%s", again).isEqualTo("DONE");
        assertThat(again.path("done").asInt()).isEqualTo(again.path("total").asInt());
        assertThat(hub.get("/api/log/" + entry.path("id").asLong()).path("state").asText()).isEqualTo("RESOLVED");
    }

    private static JsonNode theOnlyEntry(String connection) {
        List<JsonNode> entries = bench.log(connection);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0).path("state").asText()).isEqualTo("OPEN");
        return hub.get("/api/log/" + entries.get(0).path("id").asLong());
    }

    private static PracticeServer psa(String system) {
        return system.equals("autotask") ? hub.autotask : hub.connectWise;
    }

    private static void assertWhole(String system) {
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, 90001), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, 95001), true);
    }
}
