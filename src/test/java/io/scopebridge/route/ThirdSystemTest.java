package io.scopebridge.route;

import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.opportunity.OpportunityPages;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.deskline.PracticeDeskline;
import io.scopebridge.project.Scope;
import io.scopebridge.reload.Folders;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PSA that the hub has never heard of gets projects by a folder of routes and a folder of mappings. */
@StartsHub
class ThirdSystemTest {

    private static final Path FILES = Path.of("src/test/resources/third-psa");
    private static final String REQUIRED = "(connection|project-options)\\.schema\\.json|deskline-(call|pages|tenant)\\.camel\\.yaml|(diagnosis|project-plan)\\.ds";
    private static final PracticeDeskline DESKLINE = new PracticeDeskline();
    /** For tests that must not be seen in the records of the others. */
    private static final PracticeDeskline ASIDE = new PracticeDeskline();
    private static TestHub hub;

    @BeforeAll
    static void aHubWithTwoMoreFolders(@TempDir Path home) throws IOException {
        DESKLINE.start(0);
        ASIDE.start(0);
        Folders folders = new Folders(home).add(FILES.resolve("routes"), "routes").add(FILES.resolve("mappings"), "mappings");
        withRequiredFilesOnly(home, "bareboard");
        hub = new TestHub(home.resolve("data")).with("scopebridge.routes", folders.routes()).with("scopebridge.mappings", folders.mappings()).start();
        hub.scopeStack.approve(90001);
        // Their opportunities are of another PSA.
        hub.scopeStack.link(90001, null);
        hub.scopeStack.link(90003, null);
        hub.put("workspace", connection(PracticeDeskline.API_KEY));
    }

    @AfterAll
    static void stop() {
        hub.close();
        DESKLINE.close();
        ASIDE.close();
    }

    @Test
    void aProjectArrivesWholeAndOnce() {
        Scope scope = Scope.of(hub.scopeStack, 90001);
        DESKLINE.faults().kind("POST", "/cards$", Fault.Kind.RESET_AFTER, 1);
        JsonNode first = hub.push("workspace", 90001, Map.of("colour", "green", "due", "2026-05-01"));
        JsonNode second = hub.push("workspace", 90001, Map.of());

        assertThat(first.path("state").asText()).as("%s", first).isEqualTo("DONE");
        assertThat(first.at("/result/created").asInt()).isEqualTo(first.path("total").asInt());
        assertThat(second.at("/result/existing").asInt()).isEqualTo(first.path("total").asInt());
        assertThat(DESKLINE.all("boards")).singleElement().satisfies(board -> {
            assertThat(board.path("title").asText()).isEqualTo(scope.name());
            assertThat(board.path("customer").asText()).isEqualTo("customer-2");
            assertThat(board.path("colour").asText()).isEqualTo("green");
            assertThat(board.path("due").asText()).isEqualTo("2026-05-01");
        });
        assertThat(DESKLINE.all("lists")).extracting(list -> list.path("title").asText()).containsExactly("Plan", "Design", "Implement", "Close out", "No phase");
        assertThat(DESKLINE.all("cards")).extracting(card -> card.path("title").asText() + " " + card.path("hours").decimalValue().stripTrailingZeros().toPlainString())
            .containsExactlyInAnyOrderElementsOf(scope.services().stream().map(service -> service.name() + " " + service.total().stripTrailingZeros().toPlainString()).toList());
    }

    @Test
    void aSystemWithoutADriftCheckSaysSo() {
        assertThat(hub.get("/api/connections/workspace/drift").path("supported").asBoolean(true)).isFalse();
        HttpResponse<String> refused = hub.send("POST", "/api/connections/workspace/drift", null);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("deskline has no drift check");
    }

    @Test
    void itsSettingsAndItsFormAreItsOwn() {
        Map<String, Object> unknown = connection(PracticeDeskline.API_KEY);
        unknown.put("system", "nobody");
        assertThat(hub.send("POST", "/api/connections", unknown).body()).contains("autotask, bareboard, connectwise, deskline");
        assertThat(hub.get("/api/connections/workspace").at("/settings/opportunities/enabled").asBoolean(true)).isFalse();
        assertThat(hub.get("/api/connections/workspace").toString()).doesNotContain(PracticeDeskline.API_KEY);

        HttpResponse<String> answer = hub.send("POST", "/api/connections/workspace/projects/90001/psa-project", Map.of("colour", "black"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("colour").contains("green");
    }

    @Test
    void itsRefusalsAreToldInItsOwnWords() {
        Map<String, Object> wrong = connection("old key");
        wrong.put("id", "wrong-key");
        hub.put("wrong-key", wrong);
        assertThat(hub.push("wrong-key", 90001, Map.of()).path("state").asText()).isEqualTo("FAILED");

        List<JsonNode> log = hub.log("wrong-key");
        assertThat(log).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("AUTHENTICATION");
            assertThat(entry.path("cause").asText()).contains("Deskline", "Unknown key");
            assertThat(entry.path("remedy").asText()).contains("settings of the workspace");
        });
    }

    @Test
    void itsDealsArePublishedAndListedAndLinkedByIdsThatAreTexts() {
        hub.sync("workspace");

        assertThat(hub.scopeStack.crmOpportunities(AUTOTASK_SLUG)).extracting(row -> row.at("/attributes/opportunity-id").asText())
            .contains("deal-1", "deal-2", "deal-3", "deal-4", "deal-5");
        for (String sort : List.of("id", "-id", "name", "-changed", "amount")) {
            assertThat(OpportunityPages.all(hub, "workspace", "limit=2&sort=" + sort)).as(sort).extracting(row -> row.path("id").asText())
                .containsExactlyInAnyOrder("deal-1", "deal-2", "deal-3", "deal-4", "deal-5");
        }
        HttpResponse<String> link = hub.send("PUT", "/api/connections/workspace/projects/90001/opportunity", Map.of("opportunity", "deal-3"));
        assertThat(link.statusCode()).as(link.body()).isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
            assertThat(hub.get("/api/connections/workspace/projects/90001/opportunity").path("opportunity").asText()).isEqualTo("deal-3"));
        assertThat(hub.send("PUT", "/api/connections/workspace/projects/90001/opportunity", Map.of("opportunity", "deal-9")).statusCode()).isEqualTo(400);
    }

    @Test
    void itsCustomersAreChosenByIdsThatAreTexts() {
        Map<String, Object> connection = connection(PracticeDeskline.API_KEY);
        connection.put("id", "aside");
        settings(connection).put("deskline", Map.of("url", ASIDE.url(), "apiKey", PracticeDeskline.API_KEY));
        hub.put("aside", connection);
        for (boolean listed : List.of(false, true)) {
            if (listed) hub.ended(accepted(hub.send("POST", "/api/connections/aside/companies/sync", null)));
            JsonNode found = field(hub.get("/api/connections/aside/project-options?search=TAILSPIN"), "customer");
            assertThat(found.path("choices")).singleElement().satisfies(choice -> assertThat(choice.path("id")).isEqualTo(TextNode.valueOf("customer-3")));
            assertThat(found.path("search").asText()).isEqualTo("Part of the customer name");
            assertThat(hub.send("GET", "/api/connections/aside/project-options?customer=customer-3", null).statusCode()).isEqualTo(200);
            assertThat(hub.send("GET", "/api/connections/aside/project-options?customer=customer-9", null).body()).contains("\"field\":\"customer\"");
            assertThat(hub.send("GET", "/api/connections/aside/project-options?search.colour=x", null).body()).contains("search.colour");
        }
        hub.scopeStack.approve(90003);
        assertThat(hub.push("aside", 90003, Map.of("customer", "customer-3")).path("state").asText()).isEqualTo("DONE");
        assertThat(ASIDE.all("boards")).anySatisfy(board -> assertThat(board.path("customer").asText()).isEqualTo("customer-3"));
    }

    @Test
    void aNightOfSchedulesLeavesNoFailure() {
        for (String system : List.of("deskline", "bareboard")) {
            String id = "night-" + system;
            hub.put(id, atNight(id, system));
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(system.equals("deskline") ? List.of("watch-projects", "refresh-directory", "poll-opportunities") : List.of("watch-projects", "refresh-directory"))
                .allSatisfy(flow -> assertThat(hub.jobs(id, flow)).filteredOn(job -> job.path("state").asText().equals("DONE")).hasSizeGreaterThan(1)));
            assertThat(hub.send("POST", "/api/connections/" + id + "/check", null).statusCode()).isEqualTo(200);
            assertThat(hub.send("GET", "/api/connections/" + id + "/project-options", null).statusCode()).isEqualTo(200);
            assertThat(hub.push(id, 90001, Map.of()).path("state").asText()).isEqualTo("DONE");

            assertThat(hub.log(id)).isEmpty();
            assertThat(hub.get("/api/jobs?connection=" + id + "&state=FAILED")).isEmpty();
            hub.send("POST", "/api/connections/" + id + "/disable", null);
        }
    }

    @Test
    void aPollOfASystemWithoutOpportunitiesIsRefusedInWords() {
        Map<String, Object> connection = connection(PracticeDeskline.API_KEY);
        connection.put("id", "polled");
        connection.put("system", "bareboard");
        settings(connection).put("bareboard", settings(connection).remove("deskline"));
        hub.put("polled", connection);

        hub.sync("polled");

        assertThat(hub.log("polled")).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
            assertThat(entry.path("cause").asText()).contains("bareboard has no opportunities");
            assertThat(entry.path("remedy").asText()).contains("features.crm");
        });
    }

    private static long accepted(HttpResponse<String> answer) {
        try {
            return new ObjectMapper().readTree(answer.body()).path("job").asLong();
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private static JsonNode field(JsonNode form, String name) {
        for (JsonNode field : form.path("fields")) if (field.path("name").asText().equals(name)) return field;
        throw new AssertionError(name + " is not in " + form);
    }

    /** The same system under another name, with nothing in its settings but its own group and that it has no opportunities. */
    private static void withRequiredFilesOnly(Path home, String name) throws IOException {
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches(REQUIRED)).toList()) {
                Path copy = home.resolve(FILES.relativize(file).toString().replace("deskline", name));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace("deskline", name).replace("Deskline", "Bareboard"));
            }
        }
        Path schema = home.resolve("routes/systems/" + name + "/connection.schema.json");
        ObjectNode settings = (ObjectNode) new ObjectMapper().readTree(schema.toFile());
        settings.withObject("/properties").retain(name).set("opportunities", new ObjectMapper().readTree("{\"properties\": {\"enabled\": {\"default\": false}}}"));
        Files.writeString(schema, settings.toString());
        Path form = schema.resolveSibling("project-options.schema.json");
        ObjectNode options = (ObjectNode) new ObjectMapper().readTree(form.toFile());
        options.withObject("/properties").remove("customer");
        Files.writeString(form, options.toString());
    }

    /** Everything that has a cron expression runs each second. */
    private static Map<String, Object> atNight(String id, String system) {
        String often = "* * * * * *";
        Map<String, Object> connection = connection(PracticeDeskline.API_KEY);
        connection.put("id", id);
        connection.put("system", system);
        Map<String, Object> settings = settings(connection);
        settings.remove("deskline");
        settings.put(system, Map.of("url", ASIDE.url(), "apiKey", PracticeDeskline.API_KEY));
        if (system.equals("deskline")) settings.put("opportunities", Map.of("enabled", true, "cron", often, "fullSync", often));
        settings.put("companies", Map.of("enabled", true, "cron", often));
        settings.put("projects", Map.of("watch", true, "cron", often));
        return connection;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> settings(Map<String, Object> connection) {
        return (Map<String, Object>) connection.get("settings");
    }

    private static Map<String, Object> connection(String key) {
        Map<String, Object> connection = hub.connection("autotask");
        Map<String, Object> groups = new LinkedHashMap<>(settings(connection));
        groups.remove("autotask");
        groups.remove("opportunities");
        groups.put("deskline", Map.of("url", DESKLINE.url(), "apiKey", key));
        connection.put("id", "workspace");
        connection.put("name", "A workspace");
        connection.put("system", "deskline");
        connection.put("settings", groups);
        return connection;
    }
}
