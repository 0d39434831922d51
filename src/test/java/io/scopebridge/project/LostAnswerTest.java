package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.OnOneHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Records;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers are lost, or writes refused while reads work: each object is there once, and nobody is asked. */
@StartsHub
class LostAnswerTest extends OnOneHub {

    @AfterEach
    void plainReadings() {
        for (PracticeServer server : List.of(hub.autotask, hub.connectWise)) {
            server.records().searchLag(Duration.ZERO);
            server.records().storeTexts(UnaryOperator.identity());
        }
        hub.autotask.cutTo(null);
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, /Projects$", "autotask, 90001, /Projects/\\d+/Tasks$", "connectwise, 95001, /project/projects$", "connectwise, 95001, /project/tickets$"})
    void aSearchThatLagsDoesNotMakeTwo(String system, long project, String path) {
        psa(system).records().searchLag(Duration.ofMillis(180));
        psa(system).faults().kind("POST", path, Fault.Kind.RESET_AFTER, 1);

        assertOnce(system, project, hub.push(bench.connect(system), project, null));
    }

    @Test
    void textsThatAreStoredAlteredAreFound() {
        hub.scopeStack.approve(95004);
        String connection = bench.connect("connectwise");
        hub.connectWise.records().storeTexts(Records::inOldDatabase);
        hub.connectWise.faults().kind("POST", "/project/tickets$", Fault.Kind.RESET_AFTER, 100);

        JsonNode job = hub.push(connection, 95004, null);

        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        assertThat(hub.connectWise.tickets()).isNotEmpty().hasSize(steps(job, "Ticket: "));
        assertThat(bench.log(connection)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90001, 500, /Projects$", "autotask, 90001, 502, /Projects/\\d+/Tasks$", "autotask, 90001, 0, /Projects$",
        "connectwise, 95001, 500, /project/tickets$", "connectwise, 95001, 503, /project/projects$", "connectwise, 95001, 0, /project/tickets$"})
    void writesThatAreRefusedForAWhileAreMadeByTheJobItself(String system, long project, int status, String path) {
        String connection = bench.connect(system);
        if (status == 0) psa(system).faults().kind("POST", path, Fault.Kind.HTML, 5);
        else psa(system).faults().status("POST", path, status, "<html><body>Bad gateway</body></html>", 5);

        JsonNode job = hub.push(connection, project, null);

        assertOnce(system, project, job);
        assertThat(bench.log(connection)).as("nothing is asked of a person").allSatisfy(entry -> {
            assertThat(entry.path("step").asText("")).isEmpty();
            assertThat(entry.path("state").asText()).isEqualTo("RESOLVED");
        });
    }

    /** Autotask answers with fewer tasks than there are, and says that there are no more. */
    @Test
    void aListThatIsShortWithoutAnySignMakesNoSecondTask() {
        String connection = bench.connect("autotask");
        hub.autotask.cutTo(2);
        hub.autotask.faults().kind("POST", "/Projects/\\d+/Tasks$", Fault.Kind.RESET_AFTER, 100);

        JsonNode cut = hub.push(connection, 90001, null);
        assertThat(cut.path("state").asText()).isNotEqualTo("DONE");
        assertThat(hub.autotask.tasks()).extracting(task -> task.path("externalID").asText()).doesNotHaveDuplicates();
        hub.autotask.cutTo(null);
        hub.autotask.faults().clear();

        assertOnce("autotask", 90001, hub.push(connection, 90001, null));
    }

    @Test
    void tokensThatAreRevokedSeveralTimesDoNotEndTheJob() {
        AtomicInteger left = new AtomicInteger(3);
        String connection = bench.connect("connectwise");
        hub.scopeStack.onReceived(seen -> {
            if (seen.request().path().contains("token") && left.getAndDecrement() > 0) hub.scopeStack.revokeTokens();
        });
        hub.scopeStack.revokeTokens();

        assertOnce("connectwise", 95001, hub.push(connection, 95001, null));
        assertThat(left.get()).as("tokens that were revoked").isNotPositive();
    }

    private static int steps(JsonNode job, String title) {
        int count = 0;
        for (JsonNode step : hub.get("/api/jobs/" + job.path("id").asLong()).path("steps")) count += step.path("title").asText().startsWith(title) ? 1 : 0;
        return count;
    }

    private static void assertOnce(String system, long project, JsonNode job) {
        assertThat(job.path("state").asText()).as("%s", job).isEqualTo("DONE");
        if (system.equals("autotask")) AutotaskTree.assertWhole(hub.autotask, Scope.of(hub.scopeStack, project), true);
        else ConnectWiseTree.assertWhole(hub.connectWise, Scope.of(hub.scopeStack, project), true);
    }

    private static PracticeServer psa(String system) {
        return system.equals("autotask") ? hub.autotask : hub.connectWise;
    }
}
