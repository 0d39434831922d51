package io.scopebridge.project;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.opportunity.OpportunityPages;
import io.scopebridge.practice.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Projects and opportunities are brought together from either side (feature O8), and fields of the tenant come along (feature O7). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class OpportunityLinkTest {

    private static final String NO_FIELDS = "customAttributes(row):: [],";

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;
    private Path mappings;

    @BeforeAll
    void aHubWithMappingsOfItsOwn(@TempDir Path home) throws IOException {
        mappings = home.resolve("mappings");
        try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
            for (Path file : files.toList()) Files.copy(file, mappings.resolve(Path.of("mappings").relativize(file).toString()));
        }
        hub = new TestHub(home).withFewOpportunities().with("scopebridge.mappings", "file:" + mappings).start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.connected();
        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);
    }

    @BeforeEach
    void nothingAskedYet() {
        hub.scopeStack.forgetReceived();
        hub.scopeStack.faults().clear();
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
    void aProjectIsLinkedMovedAndUnlinked() {
        assertThat(link(AUTOTASK, 90006, "\"5531\"")).isEqualTo("DONE");
        assertThat(linked(AUTOTASK_SLUG, 90006)).isEqualTo("5531");
        assertThat(seen(AUTOTASK, 90006).path("opportunity").asText()).isEqualTo("5531");
        assertThat(Asked.of(hub.scopeStack, "PATCH", ".*")).hasSize(1);

        assertThat(link(AUTOTASK, 90006, "\"5531\"")).isEqualTo("DONE");
        assertThat(Asked.of(hub.scopeStack, "PATCH", ".*")).as("it is so already").hasSize(1);

        assertThat(link(AUTOTASK, 90006, "\"5533\"")).isEqualTo("DONE");
        assertThat(linked(AUTOTASK_SLUG, 90006)).isEqualTo("5533");
        assertThat(link(AUTOTASK, 90006, "null")).isEqualTo("DONE");
        assertThat(linked(AUTOTASK_SLUG, 90006)).isNull();
        assertThat(seen(AUTOTASK, 90006).path("opportunity").isNull()).isTrue();
        assertThat(link(AUTOTASK, 90006, "\"5531\"")).as("once more the first").isEqualTo("DONE");
        assertThat(linked(AUTOTASK_SLUG, 90006)).isEqualTo("5531");
    }

    @Test
    void whereScopeStackDoesNotTakeItOnTheProjectItIsSetOnTheOpportunityBesideTheOthers() {
        link(CONNECTWISE, 95006, "\"1003\"");
        hub.scopeStack.faults().status("PATCH", "/projects/", 400, "{\"errors\":[{\"title\":\"Param not allowed\",\"detail\":\"crm-opportunity is not allowed.\",\"code\":\"105\",\"status\":\"400\"}]}", 100);

        assertThat(link(CONNECTWISE, 95010, "\"1003\"")).isEqualTo("DONE");

        assertThat(List.of(linked(CONNECTWISE_SLUG, 95006), linked(CONNECTWISE_SLUG, 95010))).containsOnly("1003");
        assertThat(hub.log(CONNECTWISE)).filteredOn(entry -> entry.path("subject").asText().equals("link:95010") && entry.path("state").asText().equals("OPEN")).isEmpty();
        assertThat(link(CONNECTWISE, 95010, "null")).isEqualTo("DONE");
        assertThat(linked(CONNECTWISE_SLUG, 95010)).isNull();
        assertThat(linked(CONNECTWISE_SLUG, 95006)).isEqualTo("1003");
    }

    @Test
    void anOpportunityTellsTheProjectsThatAreLinkedWithIt() {
        link(AUTOTASK, 90006, "\"5537\"");
        link(AUTOTASK, 90007, "\"5537\"");
        JsonNode row = OpportunityPages.all(hub, AUTOTASK, "search=5537").get(0);

        assertThat(row.path("projects")).extracting(project -> project.path("id").asText()).containsExactly("90006", "90007");
        assertThat(row.path("projects")).allSatisfy(project -> assertThat(project.path("name").asText())
            .isEqualTo(hub.scopeStack.records().find("projects", project.path("id").asLong()).orElseThrow().at("/attributes/project-name").asText()));
        link(AUTOTASK, 90007, "null");
        assertThat(OpportunityPages.all(hub, AUTOTASK, "search=5537").get(0).path("projects")).hasSize(1);
    }

    @Test
    void opportunitiesAreSortedWhicheverWayAndEachPageGoesOnWhereTheLastOneEnded() {
        OpportunityPages.assertEveryOrder(hub, AUTOTASK);
        OpportunityPages.assertEveryOrder(hub, CONNECTWISE);
        String url = "/api/connections/" + AUTOTASK + "/opportunities?";
        for (String wrong : List.of("sort=colour", "sort=--name", "sort=name&after=5531", "sort=amount&after=5531:much", "sort=changed&after=5531:now", "after=5531:x", "limit=0", "order=name")) {
            HttpResponse<String> answer = hub.send("GET", url + wrong, null);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"" + (wrong.contains("after") ? "after" : wrong.replaceAll("=.*", "")) + "\"");
        }
    }

    @Test
    void anOpportunityIsFoundWhicheverConnectionHasIt() {
        JsonNode found = hub.get("/api/opportunities?search=5537");
        assertThat(found.path("opportunities")).singleElement().satisfies(row -> {
            assertThat(row.path("connection").asText()).isEqualTo(AUTOTASK);
            assertThat(row.path("id").asText()).isEqualTo("5537");
            assertThat(row.path("link").asText()).startsWith("http");
        });
        JsonNode both = hub.get("/api/opportunities?search=FIREWALL%20refresh&limit=500");
        assertThat(both.path("opportunities").findValuesAsText("connection")).contains(AUTOTASK, CONNECTWISE);
        assertThat(both.path("more").asBoolean()).isFalse();
        assertThat(hub.get("/api/opportunities?search=firewall&state=CLOSED").path("opportunities")).allSatisfy(row -> assertThat(row.path("state").asText()).isEqualTo("CLOSED"));
        for (String wrong : List.of("search=a", "search=ab&limit=0", "search=ab&order=name", "search=ab&state=ODD")) {
            assertThat(hub.send("GET", "/api/opportunities?" + wrong, null).body()).as(wrong).contains("\"field\":\"" + wrong.replaceAll(".*[?&]|^", "").replaceAll("=.*", "") + "\"");
        }
    }

    @Test
    void whatASearchFindsIsCountedByState() {
        List<JsonNode> found = OpportunityPages.all(hub, AUTOTASK, "search=a");
        JsonNode counts = hub.get("/api/connections/" + AUTOTASK + "/opportunities/counts?search=a");

        assertThat(found).isNotEmpty();
        Map.of("offered", "OFFERED", "closed", "CLOSED", "filteredOut", "FILTERED_OUT").forEach((name, state) ->
            assertThat(counts.path(name).asInt(-1)).as(name).isEqualTo((int) found.stream().filter(row -> row.path("state").asText().equals(state)).count()));
        assertThat(hub.get("/api/connections/" + AUTOTASK + "/opportunities/counts").path("filteredOut").asInt()).isPositive();
        assertThat(hub.send("GET", "/api/connections/" + AUTOTASK + "/opportunities/counts?state=OFFERED", null).body()).contains("\"field\":\"state\"");
    }

    @Test
    void aProjectIsLinkedWithTheOpportunityOfAnotherCompanyOnlyWhenThatIsConfirmed() {
        String company = hub.get("/api/connections/" + AUTOTASK + "/opportunities?search=5539").at("/opportunities/0/companyName").asText();
        link(AUTOTASK, 90008, "null");
        String client = seen(AUTOTASK, 90008).path("client").asText();
        assertThat(client).isNotEqualTo(company).isNotBlank();
        hub.scopeStack.forgetReceived();

        HttpResponse<String> refused = put(AUTOTASK, "90008", "{\"opportunity\":\"5539\"}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("The client of project 90008 is '" + client + "', the company of opportunity 5539 is '" + company, "\"field\":\"opportunity\"");
        assertThat(linked(AUTOTASK_SLUG, 90008)).isNull();
        assertThat(put(AUTOTASK, "90008", "{\"opportunity\":\"5539\",\"confirmOtherCompany\":1}").body()).contains("\"field\":\"confirmOtherCompany\"");
        assertThat(link(AUTOTASK, 90008, "\"5539\"")).isEqualTo("DONE");
        assertThat(seen(AUTOTASK, 90008).path("sameCompany").asBoolean(true)).isFalse();
        assertThat(seen(AUTOTASK, 90008).path("company").asText()).isEqualTo(company);
    }

    @Test
    void aProjectThatWasNotReadYetIsComparedWhenItIs() {
        hub.database().sql("delete from project where connection_id = ? and project_id = '90009'").param(AUTOTASK).update();
        HttpResponse<String> answer = put(AUTOTASK, "90009", "{\"opportunity\":\"5539\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(hub.ended(Long.parseLong(answer.body().replaceAll("\\D", ""))).path("state").asText()).isEqualTo("FAILED");
        assertThat(hub.log(AUTOTASK)).filteredOn(entry -> entry.path("subject").asText().equals("link:90009")).singleElement()
            .satisfies(entry -> assertThat(entry.path("cause").asText()).contains("The client of the project 90009 is"));
        assertThat(linked(AUTOTASK_SLUG, 90009)).isNull();
        hub.sync(AUTOTASK);
    }

    @Test
    void aLostAnswerLinksAllTheSame() {
        hub.scopeStack.faults().kind("PATCH", "/projects/", Fault.Kind.RESET_AFTER, 1);
        assertThat(link(AUTOTASK, 90010, "\"5535\"")).isEqualTo("DONE");
        assertThat(linked(AUTOTASK_SLUG, 90010)).isEqualTo("5535");
    }

    @Test
    void whatCannotBeLinkedIsRefusedWithTheReason() {
        String lost = hub.get("/api/connections/" + AUTOTASK + "/opportunities?state=FILTERED_OUT&limit=1").at("/opportunities/0/id").asText();
        for (String[] wrong : new String[][] {{"{\"opportunity\":\"999999\"}", "is unknown"}, {"{\"opportunity\":\"" + lost + "\"}", "is not offered: Its status"},
            {"{\"opportunity\":5531}", "must be the id"}, {"{}", "must be the id"}, {"{\"opportunity\":\"5531\",\"force\":true}", "is unknown"}}) {
            HttpResponse<String> answer = put(AUTOTASK, "90006", wrong[0]);
            assertThat(answer.statusCode()).as(wrong[0]).isEqualTo(400);
            assertThat(answer.body()).contains(wrong[1]);
        }
        assertThat(put(AUTOTASK, "x", "{\"opportunity\":\"5531\"}").body()).contains("\"field\":\"project\"");
        assertThat(put("nobody", "90006", "{\"opportunity\":\"5531\"}").statusCode()).isEqualTo(404);
        assertThat(hub.send("GET", "/api/connections/" + AUTOTASK + "/projects/12345/opportunity", null).statusCode()).isEqualTo(404);

        hub.scopeStack.setStatus(90013, "lost");
        assertThat(link(AUTOTASK, 90013, "\"5531\"")).isEqualTo("FAILED");
        assertThat(hub.log(AUTOTASK)).filteredOn(entry -> entry.path("subject").asText().equals("link:90013")).singleElement()
            .satisfies(entry -> assertThat(entry.path("cause").asText()).contains("The project 90013 is lost"));
        assertThat(link(AUTOTASK, 12345, "\"5531\"")).isEqualTo("FAILED");
    }

    @Test
    void aLinkMadeInScopeStackIsSeen() {
        String crm = crm(CONNECTWISE_SLUG, "1005").path("id").asText();
        ObjectNode project = hub.scopeStack.records().find("projects", 95007).orElseThrow();
        ((ObjectNode) project.get("links")).put("crm-opportunity", Long.parseLong(crm));
        project.put("updated-at", Instant.now().toString());
        ((ObjectNode) project.get("attributes")).put("updated-at", Instant.now().toString());
        hub.scopeStack.records().put("projects", 95007, project);

        hub.sync(CONNECTWISE);

        assertThat(seen(CONNECTWISE, 95007).path("opportunity").asText()).isEqualTo("1005");
        assertThat(seen(CONNECTWISE, 95007).path("crmOpportunity").asText()).isEqualTo(crm);
        assertThat(seen(CONNECTWISE, 95007).path("name").asText()).isEqualTo(crm(CONNECTWISE_SLUG, "1005").at("/attributes/name").asText());
    }

    @Test
    void aFieldOfTheTenantComesAlongByAnotherMappingAlone() throws IOException {
        ObjectNode row = hub.connectWise.records().find("opportunities", 1001).orElseThrow();
        row.putArray("customFields").addObject().put("id", 7).put("caption", "Region").put("type", "Text").put("value", "East \"1\"");
        hub.connectWise.records().put("opportunities", 1001, row);
        hub.fullSync(CONNECTWISE, false);
        assertThat(crm(CONNECTWISE_SLUG, "1001").at("/attributes/custom-attributes")).isEmpty();

        Path file = mappings.resolve("scopestack/opportunities.ds");
        String mapping = Files.readString(file);
        assertThat(mapping).contains(NO_FIELDS);
        Files.writeString(file, mapping.replace(NO_FIELDS,
            "customAttributes(row):: [{ key: 'region', val: field.value } for field in std.get(row, 'customFields', []) if std.get(field, 'caption', '') == 'Region'],"));

        Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            hub.fullSync(CONNECTWISE, false);
            assertThat(crm(CONNECTWISE_SLUG, "1001").at("/attributes/custom-attributes").toString()).contains("region", "East \\\"1\\\"");
        });
    }

    private String link(String connection, long project, String opportunity) {
        HttpResponse<String> answer = put(connection, "" + project, "{\"opportunity\":" + opportunity + ",\"confirmOtherCompany\":true}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return hub.ended(Long.parseLong(answer.body().replaceAll("\\D", ""))).path("state").asText();
    }

    private HttpResponse<String> put(String connection, String project, String body) {
        return hub.send("PUT", "/api/connections/" + connection + "/projects/" + project + "/opportunity", body);
    }

    private JsonNode seen(String connection, long project) {
        return hub.get("/api/connections/" + connection + "/projects/" + project + "/opportunity");
    }

    /** The id in the PSA of the opportunity that ScopeStack itself shows at the project; null when there is none. */
    private String linked(String slug, long project) {
        JsonNode id = hub.scopeStack.projects(slug).stream().filter(row -> row.path("id").asText().equals("" + project)).findFirst().orElseThrow()
            .at("/relationships/crm-opportunity/data/id");
        if (id.isMissingNode()) return null;
        return hub.scopeStack.crmOpportunities(slug).stream().filter(row -> row.path("id").equals(id)).findFirst().orElseThrow().at("/attributes/opportunity-id").asText();
    }

    private ObjectNode crm(String slug, String id) {
        return hub.scopeStack.crmOpportunities(slug).stream().filter(row -> row.at("/attributes/opportunity-id").asText().equals(id)).findFirst().orElseThrow();
    }
}
