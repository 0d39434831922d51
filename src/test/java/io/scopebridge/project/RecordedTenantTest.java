package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tenants whose rows nobody of this project wrote (src/test/resources/recorded) go through everything that the hub does, and nothing is lost, doubled or a bug. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class RecordedTenantTest {

    private static final Path RECORDED = Path.of("src/test/resources/recorded");
    private static final ObjectMapper JSON = new ObjectMapper();

    private RevenueBench bench;
    private TestHub hub;

    @BeforeAll
    void tenants() throws IOException {
        hub = TestHub.shared().start();
        bench = new RevenueBench(hub);
        put(hub.connectWise, "companies", "connectwise/companies", row -> { });
        put(hub.connectWise, "opportunityStatuses", "connectwise/opportunity-statuses", row -> { });
        put(hub.connectWise, "stages", "connectwise/sales-stages", row -> { });
        // Those that the recorded opportunity names, and whose own answers are of no interest here.
        for (String named : List.of("members 176", "contacts 2", "sites 7")) {
            String type = named.split(" ")[0];
            hub.connectWise.records().put(type, Long.parseLong(named.split(" ")[1]), hub.connectWise.records().all(type).stream().findFirst().orElseGet(JSON::createObjectNode).put("id", Long.parseLong(named.split(" ")[1])));
        }
        put(hub.connectWise, "opportunities", "connectwise/opportunities", row -> { });
        // The recorded board is one of service tickets.
        put(hub.connectWise, "boards", "connectwise/boards", row -> row.put("projectFlag", true));
        ObjectNode phaseStatus = hub.connectWise.records().find("phaseStatuses", 1).orElseThrow().deepCopy();
        phaseStatus.withArray("boardAssociationIds").add(1);
        hub.connectWise.records().put("phaseStatuses", 1, phaseStatus);
        put(hub.connectWise, "boardStatuses", "connectwise/board-statuses", row -> { });
        // Recorded before projects had the flag, which the server can be asked for.
        put(hub.connectWise, "projects", "connectwise/projects", row -> row.put("closedFlag", false));
        put(hub.connectWise, "phases", "connectwise/project-phases", row -> { });
        put(hub.connectWise, "tickets", "connectwise/project-tickets", row -> { });
        put(hub.autotask, "Companies", "autotask/companies", row -> { });
        put(hub.autotask, "Resources", "autotask/resources", row -> { });
        put(hub.autotask, "Projects", "autotask/projects", row -> { });
        put(hub.autotask, "Phases", "autotask/phases", row -> { });
        put(hub.autotask, "Tasks", "autotask/tasks", row -> { });
        hub.autotask.changeOpportunity(5531, "companyID", 174);
        hub.autotask.changeOpportunity(5531, "ownerResourceID", 10);
        hub.autotask.changeOpportunity(5531, "status", 1);
        hub.autotask.faults().status("GET", "/Projects/entityInformation/fields$", 200, Files.readString(RECORDED.resolve("autotask/project-fields.json")), 10_000);
    }

    @AfterAll
    void everyRequestWasAllowed() {
        bench.close();
    }

    @Test
    void connectWise() {
        String connection = bench.connect("connectwise", Map.of());
        JsonNode shown = published(PracticeScopeStack.CONNECTWISE_SLUG, "2");
        assertThat(shown.path("name").asText()).isEqualTo("Develop Executive Reporting System");
        assertThat(shown.path("account-name").asText()).isEqualTo("TestCompany");
        assertThat(shown.path("stage").asText()).isEqualTo("3.Quote");
        assertThat(shown.path("is-closed").asBoolean()).isFalse();
        assertThat(companies(connection)).contains("TestCompany");
        JsonNode options = hub.get("/api/connections/" + connection + "/project-options?board=Service%20A&company=2");
        assertThat(options.toString()).contains("Service A", "In Progress", "Financial System Implementation");

        hub.scopeStack.link(95001, "2");
        Scope scope = Scope.of(hub.scopeStack, 95001);
        Map<String, Object> choice = Map.of("board", "Service A", "ticketStatus", "New", "governance", true);
        int tickets = hub.connectWise.tickets().size();
        pushedTwice(connection, 95001, choice);
        List<ObjectNode> made = hub.connectWise.projects().stream().filter(row -> row.path("name").asText().equals(scope.name())).toList();
        assertThat(made).singleElement().satisfies(project -> {
            assertThat(project.at("/company/id").asLong()).isEqualTo(2);
            assertThat(project.at("/opportunity/id").asLong()).isEqualTo(2);
            assertThat(sum(hub.connectWise.ticketsOf(project.path("id").asLong()), "budgetHours")).isEqualByComparingTo(scope.serviceHours().add(scope.governanceHours()));
        });
        assertThat(hub.connectWise.tickets().size()).isEqualTo(tickets + hub.connectWise.ticketsOf(made.get(0).path("id").asLong()).size());

        for (int i = 0; i < 2; i++) assertThat(bench.updateCrm(connection, 95001).path("state").asText()).as(bench.log(connection).toString()).isEqualTo("DONE");
        assertThat(bench.revenues(2)).hasSize(1);
        for (int i = 0; i < 2; i++) assertThat(bench.asked(connection, 95001, "sales-order").path("state").asText()).as(bench.log(connection).toString()).isEqualTo("DONE");
        assertThat(hub.connectWise.orders()).filteredOn(order -> order.at("/opportunity/id").asLong() == 2).hasSize(1);
        assertThat(bench.log(connection)).isEmpty();
    }

    @Test
    void autotask() {
        String connection = bench.connect("autotask", Map.of());
        JsonNode company = hub.autotask.records().find("Companies", 174L).orElseThrow();
        JsonNode shown = published(PracticeScopeStack.AUTOTASK_SLUG, "5531");
        assertThat(shown.path("account-name").asText()).isEqualTo(company.path("companyName").asText());
        assertThat(shown.path("owner-name").asText()).isEqualTo("Autotask Administrator");
        assertThat(shown.path("postal-code").asText()).isEqualTo(company.path("postalCode").asText());
        assertThat(companies(connection)).contains(company.path("companyName").asText());
        assertThat(hub.get("/api/connections/" + connection + "/project-options").toString()).contains("\"New\"", "\"Client\"", "\"Inactive\"");

        hub.scopeStack.link(90001, "5531");
        Scope scope = Scope.of(hub.scopeStack, 90001);
        pushedTwice(connection, 90001, Map.of("projectType", "Client", "status", "New", "governance", true));
        assertThat(hub.autotask.projects()).filteredOn(row -> row.path("projectName").asText().equals(scope.name())).singleElement().satisfies(project -> {
            assertThat(project.path("companyID").asLong()).isEqualTo(174);
            assertThat(sum(hub.autotask.tasksOf(project.path("id").asLong()), "estimatedHours")).isEqualByComparingTo(scope.serviceHours().add(scope.governanceHours()));
        });

        for (int i = 0; i < 2; i++) assertThat(bench.updateCrm(connection, 90001).path("state").asText()).as(bench.log(connection).toString()).isEqualTo("DONE");
        assertThat(hub.autotask.opportunity(5531).path("amount").asDouble()).isPositive();
        assertThat(bench.log(connection)).isEmpty();
    }

    /** As a person does it: preview, confirm; then once more, which makes nothing. */
    private void pushedTwice(String connection, long project, Map<String, Object> options) {
        hub.scopeStack.approve(project);
        String path = "/api/connections/" + connection + "/projects/" + project + "/psa-project/preview";
        HttpResponse<String> asked = hub.send("POST", path, options);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        JsonNode given = read(asked.body());
        hub.ended(given.path("job").asLong());
        JsonNode preview = hub.get(path + "/" + given.path("preview").asLong());
        assertThat(preview.path("state").asText()).as("%s", preview).isEqualTo("READY");
        JsonNode first = hub.push(connection, project, Map.of("preview", given.path("preview").asLong(), "confirmOtherCompany", true));
        assertThat(first.path("state").asText()).as("%s %s", first, bench.log(connection)).isEqualTo("DONE");
        JsonNode second = hub.push(connection, project, options);
        assertThat(second.at("/result/created").asInt()).as("%s", second).isZero();
    }

    private JsonNode published(String slug, String opportunity) {
        return hub.scopeStack.crmOpportunities(slug).stream().map(row -> row.path("attributes")).filter(row -> row.path("opportunity-id").asText().equals(opportunity)).findFirst().orElseThrow();
    }

    private List<String> companies(String connection) {
        HttpResponse<String> asked = hub.send("POST", "/api/connections/" + connection + "/companies/sync", null);
        assertThat(hub.ended(Long.parseLong(asked.body().replaceAll("\\D", ""))).path("state").asText()).as(bench.log(connection).toString()).isEqualTo("DONE");
        return hub.get("/api/connections/" + connection + "/companies?limit=500").path("companies").findValuesAsText("name");
    }

    private static BigDecimal sum(List<ObjectNode> rows, String field) {
        return rows.stream().map(row -> row.path(field).decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void put(PracticeServer server, String type, String file, Consumer<ObjectNode> change) throws IOException {
        JsonNode answer = JSON.readTree(RECORDED.resolve(file + ".json").toFile());
        for (JsonNode row : answer.isArray() ? answer : answer.path("items")) {
            change.accept((ObjectNode) row);
            server.records().put(type, row.path("id").asLong(), (ObjectNode) row);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
