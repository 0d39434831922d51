package io.scopebridge.opportunity;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One odd row costs itself the odd field, is named in the log, and costs the other rows nothing (docs/opportunities.md). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class OddRowsTest {

    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void oddRowsOfAutotask() {
        autotask(5531, row -> row.put("lastActivity", "2099-01-01T00:00:00Z"));
        autotask(5532, row -> row.put("lastActivity", "2026-01-05T10:00:00"));
        autotask(5533, row -> row.put("lastActivity", ""));
        autotask(5534, row -> row.put("title", 12345).put("status", 1));
        autotask(5535, row -> row.putNull("title"));
        autotask(5536, row -> row.put("amount", "1,250.00"));
        autotask(5537, row -> row.put("title", "Fire\0wall"));
        connect("odd-autotask", "autotask", Map.of());

        TestHub.Synced first = hub.sync("odd-autotask");

        assertThat(first.opportunities().path("state").asText()).as(hub.log("odd-autotask").toString()).isEqualTo("DONE");
        long active = hub.autotask.opportunities().stream().filter(row -> row.path("status").asInt() == 1).count();
        assertThat(hub.scopeStack.crmOpportunities(AUTOTASK_SLUG)).hasSize((int) active);
        assertThat(causes("odd-autotask")).anyMatch(cause -> cause.contains("5531") && cause.contains("future"));
        assertThat(causes("odd-autotask")).anyMatch(cause -> cause.contains("5536") && cause.contains("amount"));
        assertThat(causes("odd-autotask")).noneMatch(cause -> cause.contains("5532") || cause.contains("5533"));
        assertThat(names(AUTOTASK_SLUG)).contains("12345", "Opportunity 5535").noneMatch(name -> name.contains("null"));

        // The practice server cannot filter by these; the one of 2099 stays.
        autotask(5532, row -> row.put("lastActivity", "2026-01-05T10:00:00Z"));
        autotask(5533, row -> row.put("lastActivity", "2026-01-05T10:00:00Z"));
        hub.autotask.changeOpportunity(5540, "status", 1);
        hub.autotask.changeOpportunity(5540, "title", "Renamed after the odd one");
        TestHub.Synced second = hub.sync("odd-autotask");
        assertThat(second.opportunities().path("state").asText()).as(hub.log("odd-autotask").toString()).isEqualTo("DONE");
        assertThat(names(AUTOTASK_SLUG)).as("a date in the future hides no change").contains("Renamed after the odd one");

        autotask(5536, row -> row.put("amount", 1250));
        hub.fullSync("odd-autotask", false);
        assertThat(causes("odd-autotask")).as("what was corrected is over").noneMatch(cause -> cause.contains("5536"));
    }

    @Test
    void oddRowsOfConnectWise() {
        connectWise(1001, row -> ((ObjectNode) row.path("_info")).put("lastUpdated", "2099-01-01T00:00:00Z"));
        connectWise(1002, row -> ((ObjectNode) row.path("_info")).put("lastUpdated", "2026-01-05T10:00:00"));
        connectWise(1003, row -> row.putNull("_info"));
        connectWise(1004, row -> row.put("name", 12345));
        connectWise(1005, row -> ((ObjectNode) row.path("company")).putNull("name"));
        connectWise(1006, row -> row.putNull("company"));
        connectWise(1007, row -> ((ObjectNode) row.path("company")).set("name", row.objectNode().put("text", "odd")));
        connectWise(1008, row -> ((ObjectNode) row.path("primarySalesRep")).set("id", row.arrayNode().add("odd")));
        connect("odd-connectwise", "connectwise", Map.of("opportunities.status", "Open, Quoted"));

        TestHub.Synced first = hub.sync("odd-connectwise");

        assertThat(first.opportunities().path("state").asText()).as(hub.log("odd-connectwise").toString()).isEqualTo("DONE");
        assertThat(causes("odd-connectwise")).anyMatch(cause -> cause.contains("1001") && cause.contains("future"));
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).extracting(row -> row.at("/attributes/display-name").asText()).isNotEmpty().noneMatch(name -> name.contains("null") || name.contains("odd"));
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).extracting(row -> row.at("/attributes/owner-id").asText()).noneMatch(id -> id.contains("odd"));
        assertThat(causes("odd-connectwise")).anyMatch(cause -> cause.contains("1007: companyName is no text")).anyMatch(cause -> cause.contains("1008: ownerId is no text"));

        // The practice server cannot filter by it; the one of 2099 stays.
        connectWise(1002, row -> ((ObjectNode) row.path("_info")).put("lastUpdated", "2026-01-05T10:00:00Z"));
        hub.connectWise.changeOpportunity(1011, "name", "Renamed after the odd one");
        TestHub.Synced second = hub.sync("odd-connectwise");
        assertThat(names(CONNECTWISE_SLUG)).as(second.opportunities() + " " + hub.log("odd-connectwise")).contains("Renamed after the odd one");
    }

    @Test
    void oddProjectsOfScopeStack() {
        connect("odd-projects", "autotask", Map.of("projects.watch", true));
        hub.sync("odd-projects");
        project(90005, row -> row.putNull("project-name"));
        project(90006, row -> row.put("project-name", 12345).put("updated-at", "yesterday"));
        project(90007, row -> row.putNull("status"));
        project(90008, row -> row.put("updated-at", "2099-01-01T00:00:00Z"));
        project(90009, row -> row.put("project-name", "Fire\0wall").put("approved-at", "2026-01-05T10:00:00"));
        project(90010, row -> row.set("project-name", row.objectNode().put("text", "x")));
        project(90011, row -> row.put("updated-at", "").put("client-name", 7));
        project(90001, row -> row.put("project-name", "Renamed beside the odd ones"));

        TestHub.Synced look = hub.sync("odd-projects");

        assertThat(look.projects().path("state").asText()).as(hub.log("odd-projects").toString()).isEqualTo("DONE");
        assertThat(projectName(90001)).isEqualTo("Renamed beside the odd ones");
        assertThat(projectName(90006)).isEqualTo("12345");
        assertThat(projectName(90010)).isEqualTo("Project 90010");
        assertThat(causes("odd-projects")).anyMatch(cause -> cause.contains("90007") && cause.contains("status"));
        assertThat(causes("odd-projects")).anyMatch(cause -> cause.contains("90008") && cause.contains("future"));
        assertThat(causes("odd-projects")).anyMatch(cause -> cause.contains("90006") && cause.contains("no date"));
        assertThat(causes("odd-projects")).anyMatch(cause -> cause.contains("90009") && cause.contains("NUL"));
        assertThat(causes("odd-projects")).anyMatch(cause -> cause.contains("90010") && cause.contains("name"));
        assertThat(hub.log("odd-projects")).allMatch(entry -> entry.path("class").asText().equals("VALIDATION"));
    }

    @Test
    void oddCompanies() {
        company("autotask", "Companies", 175, row -> row.putNull("companyName"));
        company("autotask", "Companies", 101, row -> row.set("companyName", row.objectNode()));
        company("autotask", "Companies", 102, row -> row.put("companyName", 12345).put("city", "Spring\0field"));
        company("connectwise", "companies", 251, row -> row.putNull("name").put("status", "Active").putNull("country"));
        for (String system : List.of("autotask", "connectwise")) {
            String connection = "odd-companies-" + system;
            connect(connection, system, Map.of());
            JsonNode job = hub.ended(Long.parseLong(hub.send("POST", "/api/connections/" + connection + "/companies/sync", null).body().replaceAll("\\D", "")));

            assertThat(job.path("state").asText()).as(hub.log(connection).toString()).isEqualTo("DONE");
            List<String> names = hub.get("/api/connections/" + connection + "/companies?limit=500").path("companies").findValuesAsText("name");
            if (system.equals("autotask")) assertThat(names).contains("Company 175", "Company 101", "12345");
            else assertThat(names).contains("Company 251");
            assertThat(names).hasSizeGreaterThan(4).noneMatch(name -> name.equals("null") || name.isBlank());
        }
        assertThat(causes("odd-companies-autotask")).anyMatch(cause -> cause.contains("Company 101") && cause.contains("no text"));
        assertThat(causes("odd-companies-autotask")).anyMatch(cause -> cause.contains("Company 102") && cause.contains("city"));
    }

    private void project(long id, Consumer<ObjectNode> change) {
        ObjectNode row = hub.scopeStack.records().find("projects", id).orElseThrow().deepCopy();
        change.accept((ObjectNode) row.get("attributes"));
        hub.scopeStack.records().put("projects", id, row);
    }

    private String projectName(long id) {
        return hub.database().sql("select name from project where connection_id = 'odd-projects' and project_id = ?").param("" + id).query(String.class).single();
    }

    private void company(String system, String type, long id, Consumer<ObjectNode> change) {
        var records = system.equals("autotask") ? hub.autotask.records() : hub.connectWise.records();
        ObjectNode row = records.find(type, id).orElseThrow().deepCopy();
        change.accept(row);
        records.put(type, id, row);
    }

    private void connect(String id, String system, Map<String, Object> settings) {
        Map<String, Object> connection = new LinkedHashMap<>(hub.connection(system, settings));
        connection.put("id", id);
        hub.put(id, connection);
    }

    private void autotask(long id, Consumer<ObjectNode> change) {
        ObjectNode row = hub.autotask.opportunity(id).deepCopy();
        change.accept(row);
        hub.autotask.records().put("Opportunities", id, row);
    }

    private void connectWise(long id, Consumer<ObjectNode> change) {
        ObjectNode row = hub.connectWise.opportunities().stream().filter(one -> one.path("id").asLong() == id).findFirst().orElseThrow().deepCopy();
        change.accept(row);
        hub.connectWise.records().put("opportunities", id, row);
    }

    private List<String> causes(String connection) {
        return hub.log(connection).stream().filter(entry -> entry.path("state").asText().equals("OPEN")).map((JsonNode entry) -> entry.path("cause").asText()).toList();
    }

    private List<String> names(String slug) {
        return hub.scopeStack.crmOpportunities(slug).stream().map(row -> row.at("/attributes/name").asText()).toList();
    }
}
