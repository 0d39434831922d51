package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A push that cannot begin says why, and leaves no trace in the table of jobs or in a PSA. */
@StartsHub
class RefusedPushTest {

    private static Bench bench;
    private static TestHub hub;
    private static String autotask;
    private static String connectWise;

    @BeforeAll
    static void aHub() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
        autotask = bench.connect("autotask");
        connectWise = bench.connect("connectwise");
    }

    @AfterAll
    static void everyRequestWasAllowed() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        autotask    | 90004 | {"phases":"some"}                                              | phases         | services
        autotask    | 90004 | {"tasks":["services"]}                                         | tasks          |
        autotask    | 90004 | {"governance":"yes"}                                           | governance     | true or false
        autotask    | 90004 | {"colour":"red"}                                               | colour         | is unknown
        autotask    | 90004 | {"board":"Projects"}                                           | board          | is unknown
        autotask    | 90004 | {"estimatedStart":"2026-02-30"}                                | estimatedStart |
        autotask    | 90004 | {"estimatedStart":"2026-03-02","estimatedEnd":"2026-03-01"}    | estimatedEnd   | before
        autotask    | abc   | {}                                                             | project        | 90001
        connectwise | 95004 | {"billingMethod":"Barter"}                                     | billingMethod  | FixedFee
        connectwise | 95004 | {"project":"newest"}                                           | project        |
        connectwise | 95004 | {"subservices":1}                                              | subservices    |
        connectwise | 95004 | {"template":"Blank"}                                           | template       |
        """)
    void badOptionsAreRefusedNamingTheField(String system, String project, String options, String field, String words) throws Exception {
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + (system.equals("autotask") ? autotask : connectWise) + "/projects/" + project + "/psa-project", options);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode errors = new ObjectMapper().readTree(answer.body()).path("errors");
        assertThat(errors).as(answer.body()).anySatisfy(error -> {
            assertThat(error.path("field").asText()).isEqualTo(field);
            if (words != null) assertThat(error.toString()).contains(words);
        });
        assertNothing();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"phases": | JSON
        []         | object
        """)
    void aBodyThatIsNoFormIsRefused(String body, String words) {
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + autotask + "/projects/90004/psa-project", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(words);
        assertNothing();
    }

    @Test
    void anUnknownOrDisabledConnectionIsRefused() {
        HttpResponse<String> unknown = hub.send("POST", "/api/connections/nobody/projects/90004/psa-project", "{}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("nobody");

        String disabled = bench.connect("autotask");
        hub.send("POST", "/api/connections/" + disabled + "/disable", null);
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + disabled + "/projects/90004/psa-project", "{}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("disabled");
        assertNothing();
    }

    @ParameterizedTest
    @CsvSource({"autotask, 90003, business_approval", "connectwise, 95003, business_approval", "autotask, 90015, building"})
    void aProjectThatIsNotApprovedIsLeftAlone(String system, long project, String status) {
        String connection = bench.connect(system);
        JsonNode job = hub.push(connection, project, null);

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(bench.log(connection)).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("VALIDATION");
            assertThat(entry.path("subject").asText()).isEqualTo("project:" + project);
            assertThat(entry.path("cause").asText()).contains("" + project, status, "approved");
            assertThat(entry.path("remedy").asText()).contains("Approve the project in ScopeStack");
            assertThat(entry.path("jobId").asLong()).isEqualTo(job.path("id").asLong());
        });
        assertThat(hub.autotask.projects()).isEmpty();
        assertThat(hub.connectWise.projects()).isEmpty();
        hub.database().sql("delete from job").update();
    }

    /** Not 0 hours and not 0 revenue: nothing is made, and the entry says which field of which record it is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        autotask    | 90002 | extended-hours | 1,250.00
        connectwise | 95002 | total-hours    | NaN
        connectwise | 95002 | quantity       | .
        """)
    void aProjectThatCannotBeReadIsRefusedByItsField(String system, long project, String field, String value) throws Exception {
        String connection = bench.connect(system);
        String slug = system.equals("autotask") ? PracticeScopeStack.AUTOTASK_SLUG : PracticeScopeStack.CONNECTWISE_SLUG;
        long service = hub.scopeStack.all(slug, "project-services").stream()
            .filter(row -> row.at("/relationships/project/data/id").asLong() == project).findFirst().orElseThrow().path("id").asLong();
        ObjectNode sound = hub.scopeStack.records().find("project-services", service).orElseThrow().deepCopy();
        ObjectNode odd = sound.deepCopy();
        ((ObjectNode) odd.get("attributes")).put(field, value);
        String words = "(id " + service + "): " + field + " is \"" + value + "\", which is not a number.";
        try {
            hub.scopeStack.records().put("project-services", service, odd);

            assertThat(hub.push(connection, project, null).path("state").asText()).isEqualTo("FAILED");
            String url = "/api/connections/" + connection + "/projects/" + project;
            JsonNode asked = new ObjectMapper().readTree(hub.send("POST", url + "/psa-project/preview", Map.of()).body());
            hub.ended(asked.path("job").asLong());
            JsonNode preview = hub.get(url + "/psa-project/preview/" + asked.path("preview").asLong());
            assertThat(preview.path("state").asText()).as(preview.toString()).isEqualTo("REFUSED");
            assertThat(preview.at("/problems/0/cause").asText()).contains(words);
            JsonNode revenue = new ObjectMapper().readTree(hub.send("POST", url + "/crm", null).body());
            assertThat(hub.ended(revenue.path("job").asLong()).path("state").asText()).isEqualTo("FAILED");

            assertThat(bench.log(connection)).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.path("class").asText()).as(entry.toString()).isEqualTo("VALIDATION");
                assertThat(entry.path("cause").asText()).contains(words);
                assertThat(entry.path("field").asText()).contains(field);
            });
            assertThat(hub.autotask.projects()).isEmpty();
            assertThat(hub.connectWise.projects()).isEmpty();
        } finally {
            hub.scopeStack.records().put("project-services", service, sound);
            hub.database().sql("delete from job").update();
        }
    }

    private static void assertNothing() {
        assertThat(hub.database().sql("select count(*) from job").query(Integer.class).single()).isZero();
        assertThat(hub.autotask.projects()).isEmpty();
        assertThat(hub.connectWise.projects()).isEmpty();
    }
}
