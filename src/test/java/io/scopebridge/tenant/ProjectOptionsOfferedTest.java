package io.scopebridge.tenant;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The form Create PSA project offers what the tenant has, and a push refuses what it no longer has (features P2, P6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ProjectOptionsOfferedTest {

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start().connected();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
    }

    @BeforeEach
    void nothingAskedYet() {
        List.of(hub.autotask, hub.connectWise).forEach(PracticeServer::forgetReceived);
        hub.connectWise.faults().clear();
    }

    @AfterAll
    void everyRequestWasOneThatTheContractsKnow() {
        try {
            autotaskContract.assertAllValid();
            connectWiseContract.assertAllValid();
        } finally {
            hub.close();
        }
    }

    @Test
    void autotaskOffersItsActivePicklistValuesAndTheModes() {
        JsonNode form = hub.get(of(AUTOTASK, "refresh=true"));

        assertThat(names(field(form, "status"))).containsExactly("New", "In Progress", "Complete", "Inactive");
        assertThat(field(form, "status").path("default").asText()).isEqualTo("New");
        assertThat(names(field(form, "projectType"))).contains("Client", "Internal");
        assertThat(names(field(form, "phases"))).containsExactly("No phases", "From phase names", "From service names");
        assertThat(field(form, "tasks").path("choices")).hasSize(4);
        assertThat(field(form, "governance").path("type").asText()).isEqualTo("boolean");
        assertThat(field(form, "estimatedStart").path("type").asText()).isEqualTo("date");
        assertThat(field(form, "estimatedStart").path("default").asText()).matches("\\d{4}-\\d\\d-\\d\\d");
    }

    @Test
    void whatWasReadIsKeptUntilSomebodyRefreshes() {
        hub.get(of(AUTOTASK, "refresh=true"));
        hub.autotask.addPicklistValue("Projects", "status", "77", "Waiting for parts");
        hub.autotask.forgetReceived();

        assertThat(names(field(hub.get(of(AUTOTASK, "")), "status"))).doesNotContain("Waiting for parts");
        assertThat(hub.autotask.received()).isEmpty();
        assertThat(names(field(hub.get(of(AUTOTASK, "refresh=true")), "status"))).contains("Waiting for parts");
    }

    @Test
    void aPushWithAValueThatIsGoneIsRefusedWithWhatThereIs() {
        hub.autotask.addPicklistValue("Projects", "status", "78", "Short-lived");
        assertThat(names(field(hub.get(of(AUTOTASK, "refresh=true")), "status"))).contains("Short-lived");
        hub.autotask.removePicklistValue("Projects", "status", "78");

        JsonNode job = hub.push(AUTOTASK, 90011, Map.of("status", "Short-lived"));

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.log(AUTOTASK).get(0).toString()).contains("Short-lived", "'New', 'In Progress', 'Complete'");
        assertThat(hub.autotask.projects()).isEmpty();
    }

    @Test
    void aDefaultThatIsGoneIsToldBesideTheField() {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("projects.options", Map.of("projectType", "Bygone"))));

        JsonNode type = field(hub.get(of(AUTOTASK, "")), "projectType");

        assertThat(type.path("problem").asText()).contains("Bygone", "Client");
        hub.put(AUTOTASK, hub.connection("autotask"));
    }

    @Test
    void connectWiseOffersTheStatusesOfTheChosenBoardOnly() {
        JsonNode form = hub.get(of(CONNECTWISE, "refresh=true&board=Cloud%20projects"));

        assertThat(names(field(form, "board"))).containsExactly("Projects", "Cloud projects");
        assertThat(field(form, "board").path("required").asBoolean()).isTrue();
        assertThat(field(form, "board").path("default").asText()).isEqualTo("Projects");
        assertThat(names(field(form, "ticketStatus"))).containsExactly("New*", "In progress", "Waiting on client", "Completed");
        assertThat(field(form, "ticketStatus").at("/choices/0/id").asLong()).isEqualTo(52L * 12);
        assertThat(field(hub.get(of(CONNECTWISE, "board=51")), "ticketStatus").at("/choices/0/id").asLong()).isEqualTo(51L * 12);
        assertThat(names(field(form, "template"))).containsExactly("Standard network project", "Blank");
        assertThat(names(field(form, "billingMethod"))).contains("Fixed fee");
        assertThat(field(form, "ticketStatus").path("none").asText()).isEqualTo("The board's default");
        assertThat(field(form, "board").has("none")).isFalse();
    }

    @Test
    void anUnknownBoardOrCompanyIsRefusedByField() {
        HttpResponse<String> board = hub.send("GET", of(CONNECTWISE, "board=Help%20desk"), null);
        assertThat(board.statusCode()).isEqualTo(400);
        assertThat(board.body()).contains("\"field\":\"board\"", "Projects, Cloud projects");
        HttpResponse<String> company = hub.send("GET", of(CONNECTWISE, "company=999999"), null);
        assertThat(company.statusCode()).isEqualTo(400);
        assertThat(company.body()).contains("\"field\":\"company\"");
        HttpResponse<String> form = hub.send("GET", of(AUTOTASK, "board=Projects"), null);
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(form.body()).contains("\"field\":\"board\"");
    }

    @Test
    void companiesAreFoundByTextFiftyAtATime() {
        for (int i = 0; i < 60; i++) {
            hub.connectWise.records().put("companies", 7_000 + i, JsonNodeFactory.instance.objectNode().put("id", 7_000 + i)
                .put("identifier", "Wingtip" + i).put("name", "Wingtip 100% Toys " + i).put("deletedFlag", false));
        }

        JsonNode some = field(hub.get(of(CONNECTWISE, "refresh=true&search=WINGTIP%20100%25")), "company");
        assertThat(some.path("choices")).hasSize(50);
        assertThat(some.path("more").asBoolean()).isTrue();
        JsonNode one = field(hub.get(of(CONNECTWISE, "search=toys%2059")), "company");
        assertThat(names(one)).containsExactly("Wingtip 100% Toys 59");
        assertThat(one.has("more")).isFalse();
        assertThat(names(field(hub.get(of(CONNECTWISE, "search=%25%25")), "company"))).isEmpty();
    }

    @Test
    void theDailyListOfCompaniesIsUsedWhereThereIsOne() {
        hub.database().sql("insert into directory (connection_id, kind, remote_id, name, content, read_at) values (?, 'company', '250', 'Fabrikam 50%_off', '{}', current_timestamp)")
            .param(CONNECTWISE).update();
        try {
            assertThat(names(field(hub.get(of(CONNECTWISE, "search=50%25_")), "company"))).containsExactly("Fabrikam 50%_off");
            assertThat(names(field(hub.get(of(CONNECTWISE, "search=wingtip")), "company"))).isEmpty();
        } finally {
            hub.database().sql("delete from directory where kind = 'company'").update();
        }
    }

    @Test
    void theOpenProjectsOfTheChosenCompanyCanBeExtended() {
        assertThat(hub.push(CONNECTWISE, 95011, Map.of()).path("state").asText()).isEqualTo("DONE");
        JsonNode project = hub.connectWise.projects().get(0);
        long company = project.at("/company/id").asLong();

        JsonNode form = hub.get(of(CONNECTWISE, "refresh=true&company=" + company));

        assertThat(names(field(form, "project"))).containsExactly("New project", project.path("name").asText());
        assertThat(field(form, "project").at("/choices/1/id").asLong()).isEqualTo(project.path("id").asLong());
        assertThat(names(field(hub.get(of(CONNECTWISE, "")), "project"))).containsExactly("New project");
    }

    @Test
    void anOldConnectWiseWithoutTemplatesOffersNone() {
        hub.connectWise.faults().status("GET", ".*/projectTemplates/?", 404, (Integer) null, 5);

        assertThat(field(hub.get(of(CONNECTWISE, "refresh=true")), "template").path("choices")).isEmpty();
    }

    @Test
    void aTenantThatDoesNotAnswerIsToldAsSuch() {
        hub.connectWise.faults().status("GET", ".*/service/boards", 403, (Integer) null, 5);

        HttpResponse<String> answer = hub.send("GET", of(CONNECTWISE, "refresh=true"), null);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("System > Table Setup", "PERMISSION");
    }

    private static String of(String connection, String query) {
        return "/api/connections/" + connection + "/project-options?" + query;
    }

    private static JsonNode field(JsonNode form, String name) {
        for (JsonNode field : form.path("fields")) if (field.path("name").asText().equals(name)) return field;
        throw new AssertionError(name + " is not in " + form);
    }

    private static List<String> names(JsonNode field) {
        List<String> names = new ArrayList<>();
        field.path("choices").forEach(choice -> names.add(choice.path("name").asText()));
        return names;
    }
}
