package io.scopebridge.practice.connectwise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.connectwise.Caller.Said;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates, patches, forecasts, conversions, templates and callbacks. */
@StartsServer
class PracticeConnectWiseWritesTest {

    private static final String PROJECT = "{'name':'Office move','board':{'id':51},'company':{'id':251},'opportunity':{'id':1043},"
        + "'billingMethod':'FixedFee','estimatedStart':'2026-12-01T00:00:00Z','estimatedEnd':'2027-01-31T00:00:00Z'}";

    private final PracticeConnectWise server = new PracticeConnectWise();
    private Caller caller;

    @BeforeEach
    void start() {
        server.start(0);
        caller = new Caller(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aProjectGrowsPhasesTicketsAndTasks() {
        long project = project();
        Said phase = caller.post("/project/projects/" + project + "/phases", "{'description':'Design','budgetHours':24}");
        assertThat(phase.status()).isEqualTo(201);
        assertThat(phase.body().path("wbsCode").asText()).isEqualTo("1");
        assertThat(phase.body().path("status").path("name").asText()).isEqualTo("Open");
        long phaseId = phase.body().path("id").asLong();
        Said ticket = caller.post("/project/tickets", "{'summary':'Rack it','phase':{'id':" + phaseId + "},'budgetHours':6.5,"
            + "'initialDescription':'Line 1\\nLine 2','processNotifications':false,'colour':'red','tasks':[{'notes':'x'}]}");
        assertThat(ticket.status()).isEqualTo(201);
        assertThat(ticket.body().path("status").toString()).isEqualTo("{\"id\":612,\"name\":\"New*\"}");
        assertThat(ticket.body().path("company").path("name").asText()).isEqualTo("Contoso Ltd");
        assertThat(ticket.body().path("project").path("name").asText()).isEqualTo("Office move");
        assertThat(ticket.body().path("_info").path("lastUpdated").asText()).endsWith("Z");
        assertThat(ticket.body().has("initialDescription")).isFalse();
        assertThat(server.unknownFields()).containsExactly("ticket.colour");
        assertThat(server.tasks()).isEmpty();
        assertThat(server.ticketsOf(project)).singleElement().satisfies(held -> {
            assertThat(held.path("initialDescription").asText()).isEqualTo("Line 1\nLine 2");
            assertThat(held.path("processNotifications").asBoolean(true)).isFalse();
        });
        String tasks = "/project/tickets/" + ticket.body().path("id").asLong() + "/tasks";
        assertThat(caller.post(tasks, "{'notes':'Label cables','priority':1}").status()).isEqualTo(201);
        assertThat(caller.get(tasks).body()).hasSize(1);
        assertThat(caller.get("/project/tickets", "conditions", "phase/id=" + phaseId).body()).hasSize(1);
        assertThat(caller.post("/project/tickets/search", "{'conditions':'project/id = " + project + "'}").body()).hasSize(1);
        assertThat(caller.get("/project/projects/" + project + "/projectWorkplan").body().path("phases")).hasSize(1);
        assertThat(caller.delete("/project/projects/" + project).status()).isEqualTo(204);
        assertThat(server.tickets()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "name | '' | MissingRequiredField name",
        "name | null | MissingRequiredField name",
        "board | null | MissingRequiredField board/id",
        "customerPO | '123456789012345678901234567890123456789012345678901' | MaxLengthField customerPO",
        "board | {'id':21} | NotFound board/id",
        "board | {'id':53} | NotFound board/id",
        "company | {'id':252} | NotFound company/id",
        "company | {'id':9999} | NotFound company/id",
        "manager | {'id':9999} | NotFound manager/id",
        "site | {'id':500} | NotFound site/id",
        "status | {'id':5} | NotFound status/id",
        "billingMethod | 'Fixed' | InvalidField billingMethod",
        "estimatedEnd | '2026-11-30T00:00:00Z' | InvalidField estimatedEnd",
        "estimatedEnd | '2026-11-30' | InvalidField estimatedEnd",
        "budgetHours | '12' | InvalidField budgetHours",
        "company | 251 | InvalidField company"})
    void aProjectIsRefusedFor(String field, String value, String error) throws Exception {
        ObjectNode body = (ObjectNode) json(PROJECT);
        body.set(field, json(value));
        Said said = caller.call("POST", "/project/projects", body.toString());
        assertThat(said.status()).as(said.body().toString()).isEqualTo(400);
        assertThat(said.body().path("code").asText()).isEqualTo("InvalidObject");
        assertThat(said.errors()).isEqualTo(error);
        assertThat(server.projects()).isEmpty();
    }

    @Test
    void aTicketNeedsAStatusOfItsBoardAndAPhaseOfItsProject() {
        long phase = phase(project());
        long other = project();
        assertThat(caller.post("/project/tickets", "{'summary':'x','phase':{'id':" + phase + "},'status':{'id':252}}").body()
            .at("/errors/0/message").asText()).isEqualTo("Service Status 252 not found for Service Board 51");
        assertThat(caller.post("/project/tickets", "{'summary':'x','phase':{'id':" + phase + "},'project':{'id':" + other + "}}").errors())
            .isEqualTo("NotFound phase/id");
        assertThat(caller.post("/project/tickets", "{}").errors()).isEqualTo("MissingRequiredField summary, MissingRequiredField phase/id");
        assertThat(caller.post("/project/tickets", "{'summary':'" + "x".repeat(101) + "','phase':{'id':" + phase + "}}").errors())
            .isEqualTo("MaxLengthField summary");
        assertThat(server.tickets()).isEmpty();
    }

    @Test
    void aPhaseNeedsAStatusOfItsBoard() {
        String phases = "/project/projects/" + project() + "/phases";
        assertThat(caller.post(phases, "{'description':'x','status':{'id':3}}").errors()).isEqualTo("NotFound status/id");
        assertThat(caller.post(phases, "{'description':'x','billSeparatelyFlag':true}").errors()).isEqualTo("MissingRequiredField billingMethod");
        assertThat(caller.post("/project/projects/1/phases", "{'description':'x'}").status()).isEqualTo(404);
    }

    @Test
    void aClosedProjectTakesNothingMore() {
        long project = project();
        long phase = phase(project);
        assertThat(caller.patch("/project/projects/" + project, "[{'op':'replace','path':'status','value':{'id':4}}]").body()
            .path("closedFlag").asBoolean()).isTrue();
        assertThat(caller.post("/project/projects/" + project + "/phases", "{'description':'late'}").status()).isEqualTo(400);
        assertThat(caller.post("/project/tickets", "{'summary':'late','phase':{'id':" + phase + "}}").errors()).isEqualTo("InvalidField project/id");
    }

    @Test
    void aPatchOfASubPathAnswers200AndChangesNothing() {
        String path = "/sales/opportunities/1042";
        Said said = caller.patch(path, "[{'op':'replace','path':'status/id','value':3}]");
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body().path("status").path("id").asLong()).isEqualTo(1);
        assertThat(server.ignoredPatches()).singleElement().asString().endsWith("/sales/opportunities/1042 status/id");
        assertThat(caller.patch(path, "[{'op':'replace','path':'status','value':{'id':3}}]").body().path("status").path("name").asText())
            .isEqualTo("Lost");
        assertThat(caller.patch(path, "[{'op':'replace','path':'Name','value':'x'}]").status()).isEqualTo(400);
        assertThat(caller.patch(path, "[{'op':'replace','path':'/name','value':'x'}]").status()).isEqualTo(400);
        assertThat(caller.patch(path, "{'name':'x'}").status()).isEqualTo(400);
        assertThat(caller.patch(path, "[{'op':'remove','path':'company'}]").errors()).isEqualTo("MissingRequiredField company/id");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aChangeOfTheForecastMayCountAsOneOfItsOpportunity(boolean moves) {
        if (moves) server.forecastMovesOpportunity(true);
        server.clock(Clock.fixed(Instant.parse("2031-05-05T00:00:00Z"), ZoneOffset.UTC));
        assertThat(caller.post("/sales/opportunities/1042/forecast/0", "{'opportunity':{'id':1042},'status':{'id':1},'forecastType':'Service','revenue':5}").status()).isEqualTo(201);

        assertThat(caller.get("/sales/opportunities/1042").body().at("/_info/lastUpdated").asText().startsWith("2031-05-05")).isEqualTo(moves);
    }

    @Test
    void forecastLinesComeAndGoBesideTheTypedOne() {
        String line = "{'opportunity':{'id':1042},'status':{'id':1},'forecastType':'Service','forecastDescription':'PS [S-1]',"
            + "'revenue':100,'cost':40,'includeFlag':true}";
        Said made = caller.post("/sales/opportunities/1042/forecast/0", line);
        assertThat(made.status()).isEqualTo(201);
        JsonNode forecast = caller.get("/sales/opportunities/1042/forecast").body();
        assertThat(forecast.isArray()).isTrue();
        assertThat(forecast.at("/0/forecastItems")).hasSize(2);
        assertThat(forecast.at("/0/serviceRevenue/margin").asDouble()).isEqualTo(60);
        assertThat(caller.post("/sales/opportunities/1042/forecast/" + forecast.at("/0/id").asLong(), line).status()).isEqualTo(201);
        assertThat(caller.post("/sales/opportunities/1042/forecast/0", line.replace("Service", "Labour")).errors())
            .isEqualTo("InvalidField forecastType");
        assertThat(caller.post("/sales/opportunities/1042/forecast/0", "{}").errors()).contains("MissingRequiredField status/id");
        assertThat(caller.delete("/sales/opportunities/1042/forecast/" + made.body().path("id").asLong()).status()).isEqualTo(204);
        assertThat(server.forecastItems()).hasSize(2);
        assertThat(server.forecastAsObject(true).wholeForecastDeletes()).isEmpty();
        assertThat(caller.get("/sales/opportunities/1042/forecast").body().isObject()).isTrue();
        assertThat(caller.delete("/sales/opportunities/1042/forecast/").status()).isEqualTo(204);
        assertThat(server.wholeForecastDeletes()).containsExactly(1042L);
        assertThat(server.forecastItems()).isEmpty();
    }

    @Test
    void eachConversionMakesAnotherSalesOrder() {
        assertThat(caller.get("/sales/opportunities/conversions/1042").body()).isEmpty();
        Said order = caller.post("/sales/opportunities/1042/convertToSalesOrder", "{'includeAllProductsFlag':true}");
        assertThat(order.status()).isEqualTo(201);
        assertThat(order.body().path("opportunity").path("id").asLong()).isEqualTo(1042);
        assertThat(caller.get("/sales/opportunities/conversions/1042").body().at("/0/convertedTo/id").asLong())
            .isEqualTo(order.body().path("id").asLong());
        caller.post("/sales/opportunities/1042/convertToSalesOrder", "{}");
        assertThat(caller.get("/sales/orders", "conditions", "opportunity/id=1042").body()).hasSize(2);
    }

    @Test
    void aTemplateAppliedTwiceIsThereTwice() {
        String apply = "/project/projects/" + project() + "/applyTemplate/71";
        assertThat(caller.call("POST", apply, null).body().path("phases")).hasSize(3);
        assertThat(caller.call("POST", apply, null).body().path("phases")).hasSize(6);
        assertThat(server.tickets()).hasSize(12);
        caller.with("Accept", "application/vnd.connectwise.com+json; version=2022.2");
        assertThat(caller.call("POST", apply, null).status()).isEqualTo(404);
    }

    @Test
    void callbacksAreCheckedAndKept() {
        String callback = "{'url':'https://hub.example.com/callback?recordId=','objectId':1,'type':'Opportunity','level':'Owner'}";
        Said made = caller.post("/system/callbacks", callback);
        assertThat(made.status()).isEqualTo(201);
        assertThat(caller.post("/system/callbacks", callback.replace("Owner", "Ticket")).errors()).isEqualTo("InvalidField level");
        assertThat(caller.get("/system/callbacks").body()).hasSize(1);
        assertThat(caller.delete("/system/callbacks/" + made.body().path("id").asLong()).status()).isEqualTo(204);
        assertThat(caller.get("/system/callbacks/count").body().path("count").asInt()).isZero();
    }

    @Test
    void aRestartFindsWhatWasCreated(@TempDir Path folder) {
        server.records().open(folder.resolve("journal"));
        long project = project();
        server.removeOpportunity(1044);
        try (PracticeConnectWise restarted = new PracticeConnectWise()) {
            restarted.records().open(folder.resolve("journal"));
            restarted.start(0);
            Caller again = new Caller(restarted);
            assertThat(again.get("/project/projects/" + project).body().path("name").asText()).isEqualTo("Office move");
            assertThat(again.get("/sales/opportunities/1044").status()).isEqualTo(404);
        }
    }

    @Test
    void amongFiveThousandTicketsEachListingShowsItsOwn() {
        long phase = phase(project());
        ObjectNode held = null;
        for (int i = 0; i < 5000; i++) {
            if (held == null) {
                caller.post("/project/tickets", "{'summary':'first','phase':{'id':" + phase + "}}");
                held = server.tickets().get(0);
            }
            server.records().put("tickets", 60_000 + i, held.deepCopy().put("id", 60_000 + i));
            server.records().put("tasks", 90_000 + i, Errors.object().put("id", 90_000 + i).put("ticketId", 60_000 + i));
        }
        for (int i = 0; i < 100; i++) {
            assertThat(caller.post("/project/tickets", "{'summary':'t','phase':{'id':" + phase + "}}").status()).isEqualTo(201);
            assertThat(caller.get("/project/tickets/" + (60_000 + i) + "/tasks").body()).hasSize(1);
            assertThat(caller.get("/project/tickets", "conditions", "phase/id=" + phase, "pageSize", "1").body()).hasSize(1);
        }
    }

    private long project() {
        Said said = caller.post("/project/projects", PROJECT);
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
        return said.body().path("id").asLong();
    }

    private long phase(long project) {
        return caller.post("/project/projects/" + project + "/phases", "{'description':'Phase'}").body().path("id").asLong();
    }

    private static JsonNode json(String text) throws Exception {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
