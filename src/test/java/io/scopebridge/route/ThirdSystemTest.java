package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.deskline.PracticeDeskline;
import io.scopebridge.project.Scope;
import io.scopebridge.reload.Folders;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PSA that the hub has never heard of gets projects by a folder of routes and a folder of mappings. */
class ThirdSystemTest {

    private static final Path FILES = Path.of("src/test/resources/third-psa");
    private static final PracticeDeskline DESKLINE = new PracticeDeskline();
    private static TestHub hub;

    @BeforeAll
    static void aHubWithTwoMoreFolders(@TempDir Path home) {
        DESKLINE.start(0);
        Folders folders = new Folders(home).add(FILES.resolve("routes"), "routes").add(FILES.resolve("mappings"), "mappings");
        hub = new TestHub(home.resolve("data")).with("scopebridge.routes", folders.routes()).with("scopebridge.mappings", folders.mappings()).start();
        hub.scopeStack.approve(90001);
        hub.put("workspace", connection(PracticeDeskline.API_KEY));
    }

    @AfterAll
    static void stop() {
        hub.close();
        DESKLINE.close();
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
    void itsSettingsAndItsFormAreItsOwn() {
        Map<String, Object> unknown = connection(PracticeDeskline.API_KEY);
        unknown.put("system", "nobody");
        assertThat(hub.send("POST", "/api/connections", unknown).body()).contains("autotask, connectwise, deskline");
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> connection(String key) {
        Map<String, Object> connection = hub.connection("autotask");
        Map<String, Object> groups = new LinkedHashMap<>((Map<String, Object>) connection.get("settings"));
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
