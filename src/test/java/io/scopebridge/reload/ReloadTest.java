package io.scopebridge.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of routes and mappings change while the hub runs. */
@StartsHub
class ReloadTest {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CALL = "routes/systems/autotask/autotask-call.camel.yaml";
    private static final String READ = "routes/systems/templates/read.camel.yaml";
    private static final String PLAN = "mappings/autotask/project-plan.ds";
    private static final String ASKS_AUTOTASK_EDITED = """
                    - choice:
                        when:
                          - simple: "${header.CamelHttpPath} contains 'entityInformation'"
                            steps:
                              - setHeader:
                                  name: CamelHttpQuery
                                  constant: edited=once
            """;
    private static TestHub hub;
    private static Folders folders;

    @BeforeAll
    static void aHubBesideFolders(@TempDir Path home) {
        folders = new Folders(home);
        hub = new TestHub(home.resolve("data")).with("scopebridge.routes", folders.linked("routes")).with("scopebridge.mappings", folders.linked("mappings"))
            .with("scopebridge.reload.every", "100ms").start().connected();
        hub.scopeStack.approve(90001);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void allIsAsItWas() {
        folders.restore();
        hub.autotask.faults().clear();
        await().atMost(SOON).until(() -> open().isEmpty() && generations() == addresses());
    }

    @Test
    void anEditedMappingChangesTheNextPush() {
        folders.edit(PLAN, text -> text.replace("title: part.texts.name,", "title: 'Edited ' + part.texts.name,"));
        awaitPush(() -> hub.autotask.phases().stream().allMatch(phase -> phase.get("title").asText().startsWith("Edited ")));
    }

    @Test
    void anEditedLibraryChangesWhatImportsIt() {
        folders.edit("mappings/lib/hours.libsonnet", text -> text.replace("exact(hours):: ds.math.round(hours, 4)", "exact(hours):: ds.math.round(hours, 4) * 2"));
        awaitPush(() -> hub.autotask.tasks().stream().anyMatch(task -> task.get("title").asText().equals("Cut-over") && task.get("estimatedHours").asInt() == 12));
    }

    @Test
    void aBrokenMappingIsRefusedWithFileLineAndReasonAndTheOldOneGoesOn() {
        folders.edit(PLAN, text -> text.replace("  bundle:: payload.bundle,", "  bundle:: payload.bundle +,"));

        JsonNode entry = awaitRefusal("autotask/project-plan.ds");
        assertThat(entry.path("class").asText()).isEqualTo("BUG");
        assertThat(entry.path("cause").asText()).contains("autotask/project-plan.ds, line 17, column").contains("Expected");
        assertThat(push().path("state").asText()).isEqualTo("DONE");

        folders.restore();
        await().atMost(SOON).until(() -> hub.get("/api/log/" + entry.path("id").asLong()).path("state").asText().equals("RESOLVED"));
    }

    @Test
    void aDeletedMappingIsNamedAndGoesOn() {
        folders.delete(PLAN);

        assertThat(awaitRefusal("autotask/project-plan.ds").path("cause").asText()).contains("there is no file");
        assertThat(push().path("state").asText()).isEqualTo("DONE");
    }

    @Test
    void anEditedRouteChangesTheNextCall() {
        folders.edit(CALL, text -> text.replace("        - to: direct:http-call\n", "        - setHeader:\n            name: X-Edited\n            constant: once\n        - to: direct:http-call\n"));
        awaitPush(() -> hub.autotask.received().stream().allMatch(got -> got.request().header("X-Edited").isPresent()));

        folders.edit(CALL, text -> text.replace("constant: once", "constant: twice"));
        awaitPush(() -> hub.autotask.received().stream().allMatch(got -> got.request().header("X-Edited").filter("twice"::equals).isPresent()));
    }

    @Test
    void anEditedTemplateChangesTheNextReadOfEveryRouteThatUsesIt() {
        folders.edit(READ, text -> text.replace("        - bean:\n", ASKS_AUTOTASK_EDITED + "        - bean:\n"));
        awaitPush(() -> reads().size() > 1 && reads().stream().allMatch(query -> query.equals("once")));
        await().atMost(SOON).until(() -> generations() == addresses());
        long routes = generations();

        folders.edit(READ, text -> text.replace("constant: edited=once", "constant: edited=twice"));
        awaitPush(() -> reads().stream().allMatch(query -> query.equals("twice")));
        await().atMost(SOON).until(() -> generations() == routes);
    }

    @Test
    void anEditedReadOfARouteChangesItsNextOne() {
        folders.edit("routes/systems/autotask/autotask-tenant.camel.yaml", text -> text.replace("path: /Tasks/entityInformation/fields", "path: /Tasks/entityInformation/fields\n              query: edited=once"));
        awaitPush(() -> reads().stream().filter(query -> query.equals("once")).count() == 1);
    }

    @Test
    void aBrokenTemplateIsRefusedAndTheOldOneStaysInUse() {
        folders.edit(READ, text -> text.replace("ref: reads", "ref: reeds"));

        JsonNode entry = awaitRefusal("systems/templates/read.camel.yaml");
        assertThat(entry.path("cause").asText()).startsWith("systems/templates/read.camel.yaml, line 2: what uses it cannot be made with it: ").contains("reeds");
        assertThat(push().path("state").asText()).isEqualTo("DONE");
    }

    /** The parameter "edited" of each question for the fields of projects and tasks. */
    private static List<String> reads() {
        return hub.autotask.received().stream().filter(got -> got.request().path().endsWith("/entityInformation/fields"))
            .map(got -> got.request().parameter("edited").orElse("")).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        - to: direct:http-call              | - tow: direct:http-call                | 67 | tow
        - to: direct:http-call              | - to: nowhere:http-call                | 67 | nowhere
        - to: direct:http-call              | - to: [direct:http-call                | 69 |
        method: throttled                   | method: throtled                       | 75 | throtled
        ref: gate                           | ref: gait                              | 74 | gait
        ${variable.zone[baseUrl]}"          | ${variable.zone[baseUrl]"              | 57 |
        routeConfigurationId: propagate     | routeConfigurationId: propagates       | 2  | propagates
        uri: direct:autotask-request        | uri: direct:connectwise-request        | 36 | connectwise-call.camel.yaml
        uri: direct:autotask-call           | uri: timer:autotask-call               | 2  | timer:autotask-call
        id: autotask-call                   | id: push-project                       | 2  | push-project.camel.yaml
        """)
    void aBrokenRouteIsRefusedWithFileLineAndReasonAndTheOldOneGoesOn(String good, String bad, int line, String words) {
        folders.edit(CALL, text -> text.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));

        JsonNode entry = awaitRefusal("systems/autotask/autotask-call.camel.yaml");
        assertThat(entry.path("cause").asText()).startsWith("systems/autotask/autotask-call.camel.yaml, line " + line + ": ").contains(words == null ? "" : words);
        assertThat(entry.path("remedy").asText()).isNotBlank();
        assertThat(push().path("state").asText()).isEqualTo("DONE");

        folders.restore();
        await().atMost(SOON).until(() -> hub.get("/api/log/" + entry.path("id").asLong()).path("state").asText().equals("RESOLVED"));
    }

    @Test
    void aPushThatIsUnderWayEndsWholeWhileEveryRouteIsExchanged() {
        hub.autotask.faults().latency("POST", "/(Phases|Tasks)$", 500, 1000);
        forget();
        long job = hub.request(TestHub.AUTOTASK, 90001, Map.of());
        await().atMost(SOON).until(() -> hub.autotask.tasks().size() >= 2);
        for (int round = 1; round <= 2; round++) {
            int number = round;
            Stream.of("flows/push-project", "systems/http-call", "systems/autotask/autotask-call", "systems/autotask/autotask-pages", "systems/autotask/autotask-tenant", "systems/scopestack/scopestack-call")
                .forEach(file -> folders.edit("routes/" + file + ".camel.yaml", text -> text + "# " + number + "\n"));
            int before = hub.autotask.tasks().size();
            await().atMost(SOON).until(() -> newest("http-call") > number && hub.autotask.tasks().size() > before || ended(job));
        }
        JsonNode ended = hub.ended(job);

        assertThat(newest("http-call")).as("both rounds were taken while the push was under way").isGreaterThan(2);
        assertThat(ended.path("state").asText()).as("%s", ended).isEqualTo("DONE");
        assertThat(ended.at("/result/created").asInt()).isEqualTo(ended.path("total").asInt());
        assertThat(hub.autotask.tasks()).extracting(task -> task.get("externalID").asText()).doesNotHaveDuplicates();
        assertThat(hub.log(TestHub.AUTOTASK)).isEmpty();
        await().atMost(SOON).until(() -> generations() == addresses());
    }

    @Test
    void aNewFileAddsItsRoutesAndADeletedOneKeepsThem() {
        folders.add("routes/flows/greet.camel.yaml", """
            - route:
                id: greet
                description: Says hello
                routeConfigurationId: propagate
                from:
                  uri: direct:greet
                  steps:
                    - setBody:
                        constant: hello
            """);
        ProducerTemplate template = hub.context().getBean(ProducerTemplate.class);
        await().atMost(SOON).until(() -> newest("greet") > 0);
        assertThat(template.requestBody("direct:greet", null, String.class)).isEqualTo("hello");

        folders.delete("routes/flows/greet.camel.yaml");
        folders.edit(CALL, text -> text + "# looked at after the deletion\n");
        int before = newest("autotask-call");
        await().atMost(SOON).until(() -> newest("autotask-call") > before);
        assertThat(template.requestBody("direct:greet", null, String.class)).isEqualTo("hello");
    }

    private static JsonNode push() {
        forget();
        return hub.push(TestHub.AUTOTASK, 90001, Map.of());
    }

    /** The hub takes a moment to see a change. */
    private static void awaitPush(Callable<Boolean> seen) {
        await().atMost(SOON).pollDelay(Duration.ZERO).until(() -> {
            hub.autotask.forgetReceived();
            assertThat(push().path("state").asText()).isEqualTo("DONE");
            return seen.call();
        });
    }

    private static void forget() {
        hub.database().sql("delete from ledger").update();
        for (String type : List.of("Projects", "Phases", "Tasks")) {
            hub.autotask.records().all(type).forEach(record -> hub.autotask.records().remove(type, record.get("id").asLong()));
        }
    }

    private static JsonNode awaitRefusal(String file) {
        return await().atMost(SOON).until(() -> open().stream().filter(entry -> entry.path("subject").asText().equals(file)).findFirst(), Optional::isPresent).orElseThrow();
    }

    private static List<JsonNode> open() {
        List<JsonNode> entries = new ArrayList<>();
        hub.get("/api/log?state=OPEN").path("entries").forEach(entries::add);
        return entries;
    }

    private static boolean ended(long job) {
        return hub.get("/api/jobs/" + job).path("state").asText().matches("DONE|FAILED");
    }

    private static int newest(String route) {
        return routes().map(Route::getId).filter(id -> id.equals(route) || id.startsWith(route + "@"))
            .mapToInt(id -> id.contains("@") ? Integer.parseInt(id.substring(id.indexOf('@') + 1)) : 1).max().orElse(0);
    }

    private static long generations() {
        return routes().count();
    }

    private static long addresses() {
        return routes().map(route -> route.getEndpoint().getEndpointUri().replaceAll("@.*", "")).distinct().count();
    }

    private static Stream<Route> routes() {
        return hub.context().getBean(CamelContext.class).getRoutes().stream();
    }
}
