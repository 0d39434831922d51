package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.secret.SecretBox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A hub of today that is started on a database of schema version 2 finishes what was in flight there. */
@StartsHub
class FormerDatabaseTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern PLAN = Pattern.compile("@plan\\((\\d+), ([^)]*)\\)@");
    private static final String PREVIEWS = "/api/connections/former/projects/95010/psa-project/preview/";

    @TempDir
    Path home;

    @Test
    void workGoesOnOnH2() throws Exception {
        try (TestHub hub = new TestHub(home)) {
            workGoesOn(hub, "h2");
        }
    }

    @Test
    void workGoesOnOnPostgres() throws Exception {
        try (TestHub hub = new TestHub(home, Databases.freshPostgres(), "postgres", "")) {
            workGoesOn(hub, "postgresql");
        }
    }

    private static void workGoesOn(TestHub hub, String database) throws IOException {
        hub.with("scopebridge.secret-key", Base64.getEncoder().encodeToString(KEY)).with("scopebridge.replays.tick", "50");
        hub.scopeStack.approve(95001);
        former(hub, database);
        hub.start();

        assertThat(hub.ended(1).path("state").asText()).as("the running job").isEqualTo("DONE");
        assertThat(hub.get("/api/connections/former/projects/95001").at("/related/revenue:95001/flow").asText()).isEqualTo("sync-revenue");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.get("/api/replays/1").path("state").asText(), "DONE"::equals);
        assertThat(hub.get("/api/replays/1").at("/progress/succeeded").asInt()).as("%s", hub.get("/api/replays/1/items")).isEqualTo(3);

        theOriginalPlanIsReplayed(hub);
        thePreviewIsConfirmed(hub);
        theUnknownStepIsResolved(hub);
        assertThat(hub.connectWise.projects()).extracting(project -> project.path("name").asText())
            .contains("Firewall refresh", "Kept", "Previewed", "Six, edited", "Seven").hasSize(6);
        assertThat(hub.get("/api/log?state=OPEN").path("entries")).isEmpty();
    }

    private static void theOriginalPlanIsReplayed(TestHub hub) {
        JsonNode entry = hub.get("/api/log/1");
        assertThat(entry.at("/mapped/title").asText()).isEqualTo("Project: Kept");
        JsonNode replay = json(hub.send("POST", "/api/replays", Map.of("entries", List.of(1), "reason", "corrected", "mapping", "original")), 202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.get("/api/replays/" + replay.path("id").asLong()).path("state").asText(), "DONE"::equals);
        assertThat(hub.ended(2).path("state").asText()).isEqualTo("DONE");
    }

    private static void thePreviewIsConfirmed(TestHub hub) {
        assertThat(hub.get(PREVIEWS + 2).path("state").asText()).isEqualTo("REFUSED");
        assertThat(hub.get(PREVIEWS + 2).at("/problems/0/cause").asText()).isEqualTo("The board is closed.");
        JsonNode preview = hub.get(PREVIEWS + 1);
        assertThat(preview.path("state").asText()).isEqualTo("READY");
        assertThat(preview.at("/source/name").asText()).isEqualTo("Small project, approved");
        Connection connection = hub.context().getBean(Connections.class).get("former");
        hub.database().sql("update plan_preview set settings_hash = ?").param(SettingsHash.of(connection)).update();
        assertThat(json(hub.send("POST", "/api/connections/former/projects/95010/psa-project", Map.of("preview", 1)), 409).path("detail").asText())
            .as("made of a project with another mark").contains("changed in ScopeStack");
        // What the practice server has stamped at its start no file can know.
        hub.database().sql("update plan set source_mark = ? where subject = 'project:95010'")
            .param(hub.context().getBean(SourceProjects.class).markOf(connection, "95010")).update();
        assertThat(hub.push("former", 95010, Map.of("preview", 1)).path("state").asText()).isEqualTo("DONE");
    }

    private static void theUnknownStepIsResolved(TestHub hub) {
        JsonNode page = hub.get("/api/connections/former/projects/95004");
        assertThat(page.path("state").asText("UNKNOWN_OUTCOMES")).isEqualTo("UNKNOWN_OUTCOMES");
        assertThat(page.at("/steps/0/title").asText()).isEqualTo("Project: Unknown");
        assertThat(page.at("/steps/0/state").asText()).isEqualTo("UNKNOWN");
        assertThat(hub.database().sql("select count(*) from plan where subject = 'project:95004'").query(Integer.class).single()).as("the kept plan is the carried one").isEqualTo(1);
        JsonNode job = json(hub.send("POST", "/api/connections/former/projects/95004/steps/project/resolution", Map.of("create", true, "reason", "It is not there.")), 202);
        JsonNode ended = hub.ended(job.path("job").asLong());
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
    }

    /** The database as a hub of schema version 2 has left it. */
    private static void former(TestHub hub, String database) throws IOException {
        var source = new DriverManagerDataSource("" + hub.settings().get("spring.datasource.url"), "" + hub.settings().get("spring.datasource.username"), "");
        Flyway.configure().dataSource(source).locations("classpath:db/migration", "classpath:db/" + database).target("2").load().migrate();
        String sql = new ClassPathResource("released/schema-2.sql").getContentAsString(StandardCharsets.UTF_8);
        ObjectNode settings = JSON.valueToTree(hub.connection("connectwise").get("settings"));
        var box = new SecretBox(KEY);
        ObjectNode secrets = JSON.createObjectNode();
        for (String path : new String[] {"scopestack/clientSecret", "connectwise/privateKey"}) {
            String[] names = path.split("/");
            String secret = ((ObjectNode) settings.path(names[0])).remove(names[1]).asText();
            secrets.put(names[0] + "." + names[1], box.seal(secret, "former", names[0] + "." + names[1]));
        }
        String filled = PLAN.matcher(sql.replace("@settings@", settings.toString()).replace("@secrets@", secrets.toString()))
            .replaceAll(found -> Matcher.quoteReplacement(plan(found.group(1), found.group(2))));
        new ResourceDatabasePopulator(new ByteArrayResource(filled.getBytes(StandardCharsets.UTF_8))).execute(source);
    }

    private static String plan(String project, String name) {
        return """
            {"subject":"project:%1$s","system":"connectwise","steps":[{"key":"project","title":"Project: %2$s","mode":"create","call":{"method":"POST","path":"/project/projects","id":"/id",\
            "body":{"name":"%2$s","board":{"id":51},"company":{"id":250},"billingMethod":"FixedFee","estimatedStart":"2027-01-04T00:00:00Z","estimatedEnd":"2027-02-26T00:00:00Z",\
            "description":"/practice-connectwise/projects/%1$s"}},"find":{"method":"GET","path":"/project/projects","query":"conditions=company%%2Fid%%20%%3D%%20250","rows":"","id":"/id",\
            "marker":{"/description":"/practice-connectwise/projects/%1$s"}}}],"warnings":[]}""".formatted(project, name);
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
