package io.scopebridge.log;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import io.scopebridge.web.SpreadsheetCells;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spi.BrowsableEndpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ConsoleHub
@StartsHub
class LogApiTest {

    @LocalServerPort
    int port;
    @Autowired
    ProducerTemplate routes;
    @Autowired
    CamelContext camel;
    @Autowired
    JdbcClient db;

    @BeforeEach
    void empty() {
        db.sql("delete from log_entry").update();
        db.sql("delete from job where id = 42").update();
        db.sql("delete from connection where id = 'acme'").update();
        // What fails in a job is logged as long as that job has not been deleted with its connection.
        db.sql("insert into connection (id, name, system, enabled, settings, secrets) values ('acme', 'Acme', 'autotask', true, '{}', '{}')").update();
        db.sql("insert into job (id, connection_id, flow, subject, payload, source, state, due_at) values (42, 'acme', 'failing-flow', 'project:1', '{}', 'api', 'DONE', current_timestamp)").update();
    }

    private Exchange fail(String sentence, String subject) {
        return routes.send("direct:failing-flow", exchange -> {
            exchange.getMessage().setBody(sentence);
            exchange.setVariable("connection", new Connection("acme", "Acme", "autotask", true, JsonNodeFactory.instance.objectNode(), Map.of("autotask.secret", "hush")));
            exchange.setVariable("subject", subject);
            exchange.setVariable("jobId", "42");
        });
    }

    private HttpResponse<String> get(String path) throws Exception {
        return new WebClient(port).get(path, basic("vera", PASSWORD));
    }

    private HttpResponse<String> retry(long id, String body) throws Exception {
        return new WebClient(port).send("POST", "/api/log/" + id + "/retry", body, basic("olga", PASSWORD));
    }

    @Test
    void aRouteThatFailsLeavesAnEntryThatIsFoundReadAndBrowsed() throws Exception {
        Exchange exchange = fail("The cat sat on it", "project:1");
        assertThat(exchange.getException()).isNull();
        long id = exchange.getVariable("logEntry", Long.class);

        JsonNode listed = json(get("/api/log?connection=acme&flow=failing-flow&class=BUG&state=OPEN&text=CAT")).at("/entries/0");
        assertThat(listed.at("/id").asLong()).isEqualTo(id);
        assertThat(listed.has("payload")).isFalse();
        JsonNode entry = json(get("/api/log/" + id));
        assertThat(entry.at("/cause").asText()).isEqualTo("The hub or one of its routes failed: The cat sat on it");
        assertThat(entry.at("/jobId").asLong()).isEqualTo(42);
        assertThat(entry.at("/payload").asText()).isEqualTo("The cat sat on it");
        assertThat(entry.at("/stackTrace").asText()).contains("IllegalStateException");
        assertThat(entry.at("/createdAt").asText()).endsWith("Z");

        fail("The dog, too", "project:2");
        List<Exchange> browsed = camel.getEndpoint("deadletter:log", BrowsableEndpoint.class).getExchanges();
        assertThat(browsed).extracting(row -> row.getMessage().getHeader("subject")).containsExactly("project:1", "project:2");
        assertThat(browsed.get(0).getExchangeId()).isEqualTo("log-" + id);
        assertThat(browsed.get(0).getMessage().getHeaders()).containsKeys("created_at", "connection", "flow", "class", "cause", "remedy", "state");
    }

    @Test
    void pagesFollowEachOtherToTheEnd() throws Exception {
        for (int i = 1; i <= 5; i++) {
            fail("It broke", "project:" + i);
        }
        JsonNode first = json(get("/api/log?limit=3"));
        assertThat(first.at("/entries")).hasSize(3);
        JsonNode second = json(get("/api/log?limit=3&after=" + first.at("/next").asText()));
        assertThat(second.at("/entries")).hasSize(2);
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/api/log?conection=acme         | conection",
        "/api/log?class=WRONG            | must be one of AUTHENTICATION",
        "/api/log?state=CLOSED           | must be one of OPEN, RESOLVED",
        "/api/log?limit=0                | must be between 1 and 500",
        "/api/log?after=x                | must be the 'next'",
        "/api/log?from=yesterday         | must be a time such as",
        "/api/log/x                      | must be a whole number",
    })
    void aWrongQuestionIsAnsweredWithWhatIsWrong(String path, String detail) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0").toString()).contains(detail);
    }

    @Test
    void aSearchIsCountedAndExported() throws Exception {
        fail("It broke, \"really\"", "=HYPERLINK(\"http://evil.example\")");
        fail("It broke", "project:2");
        assertThat(json(get("/api/log/count?connection=acme")).toString()).isEqualTo("{\"count\":2,\"atLeast\":false}");
        HttpResponse<String> file = get("/api/log/export?connection=acme&format=csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("log.csv");
        assertThat(file.body()).startsWith("\uFEFFid,state,class,connection,").contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\"", "It broke, \"\"really\"\"", "\r\n");
        assertThat(file.body().lines()).hasSize(3);
        JsonNode whole = json(get("/api/log/export?format=json&subject=project:2"));
        assertThat(whole).hasSize(1);
        assertThat(whole.at("/0/payload").asText()).isEqualTo("It broke");
        assertThat(get("/api/log/export?format=xls").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void anExportThatCannotBeReadIsAProblemAndNoFile(String format) throws Exception {
        db.sql("alter table log_entry rename to log_entry_away").update();
        try {
            HttpResponse<String> answer = get("/api/log/export?format=" + format);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(json(answer).path("detail").asText()).contains(json(answer).path("id").asText());
        } finally {
            db.sql("alter table log_entry_away rename to log_entry").update();
        }
    }

    @Test
    void anExportThatBreaksOffIsNotTakenForWhole() {
        fail("It broke", "project:1");
        db.sql("""
            insert into log_entry (connection_id, flow, subject, failure_class, cause, remedy, searchable, state, created_at, last_at)
            select connection_id, flow, 'copy', failure_class, repeat('x', 2000), remedy, searchable, state, created_at, dateadd(second, -"X", last_at)
            from log_entry, system_range(1, 600)""").update();
        db.sql("update log_entry set failure_class = 'NO_SUCH' where last_at = (select min(last_at) from log_entry)").update();
        assertThatThrownBy(() -> get("/api/log/export?format=csv")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\uFF1D1+1"})
    void aCellThatASpreadsheetWouldRunIsText(String cell) {
        assertThat(SpreadsheetCells.of(cell)).isEqualTo("'" + cell);
    }

    @Test
    void whatIsNoFormulaIsLeftAsItIs() {
        assertThat(SpreadsheetCells.of("Firewall = new")).isEqualTo("Firewall = new");
        assertThat(SpreadsheetCells.of(-5)).isEqualTo("-5");
        assertThat(SpreadsheetCells.of(null)).isEmpty();
    }

    @Test
    void failuresOfOneCauseAreAGroupThatIsOpenedToItsEntries() throws Exception {
        for (int i = 1; i <= 3; i++) fail("The board 'Board " + i + "' is missing.", "project:" + i);
        fail("The board 'Board 3' is missing.", "project:3");
        fail("The name is too long.", "project:4");

        JsonNode groups = json(get("/api/log/groups?connection=acme&state=OPEN&sort=-entries"));

        assertThat(groups.at("/matches/count").asInt()).isEqualTo(4);
        assertThat(groups.path("groups")).hasSize(2);
        JsonNode boards = groups.at("/groups/0");
        assertThat(boards.path("entries").asInt()).isEqualTo(3);
        assertThat(boards.path("open").asInt()).isEqualTo(3);
        assertThat(boards.path("occurrences").asInt()).isEqualTo(4);
        assertThat(boards.path("cause").asText()).endsWith("The board 'Board 3' is missing.");
        JsonNode entries = json(get("/api/log?problem=" + boards.path("problem").asText())).path("entries");
        assertThat(entries).extracting(entry -> entry.path("subject").asText()).containsExactlyInAnyOrder("project:1", "project:2", "project:3");
        assertThat(json(get("/api/log/count?problem=" + boards.path("problem").asText())).path("count").asInt()).isEqualTo(3);
        assertThat(json(get("/api/log/groups?sort=entries")).at("/groups/0/entries").asInt()).isEqualTo(1);
        assertThat(json(get("/api/log/groups?sort=colour")).at("/errors/0/field").asText()).isEqualTo("sort");
    }

    @Test
    void aCauseIsAcknowledgedAssignedAndMutedByAnOperator() throws Exception {
        fail("The board 'Board 1' is missing.", "project:1");
        String problem = json(get("/api/log/groups")).at("/groups/0/problem").asText();
        String until = Instant.now().plus(Duration.ofHours(2)).truncatedTo(ChronoUnit.SECONDS).toString();

        assertThat(handled("vera", problem, "{\"acknowledged\":true}").statusCode()).isEqualTo(403);
        assertThat(json(handled("olga", problem, "{\"acknowledged\":\"perhaps\"}")).at("/errors/0/field").asText()).isEqualTo("acknowledged");
        assertThat(json(handled("olga", problem, "{\"mutedUntil\":\"2020-01-01T00:00:00Z\"}")).at("/errors/0/field").asText()).isEqualTo("mutedUntil");
        assertThat(handled("olga", "nothing", "{\"note\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(handled("olga", problem, "{\"acknowledged\":true,\"note\":\"The vendor knows\",\"assignee\":\"ivan\",\"mutedUntil\":\"" + until + "\"}").statusCode()).isEqualTo(200);

        JsonNode group = json(get("/api/log/groups")).at("/groups/0/handling");
        assertThat(group.path("acknowledgedBy").asText()).isEqualTo("olga");
        assertThat(group.path("note").asText()).isEqualTo("The vendor knows");
        assertThat(group.path("assignee").asText()).isEqualTo("ivan");
        assertThat(group.path("mutedUntil").asText()).isEqualTo(until);
        assertThat(json(get("/api/log/groups?problem=" + problem)).at("/groups/0/handling/assignee").asText()).isEqualTo("ivan");
        assertThat(db.sql("select action from audit_entry order by id desc fetch first 1 rows only").query(String.class).single()).isEqualTo("log.groups.handling");

        HttpResponse<String> late = handled("admin", problem, "{\"acknowledged\":true,\"seen\":\"none\"}");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("olga");
        assertThat(handled("admin", problem, "{\"acknowledged\":true,\"seen\":\"" + group.path("changedAt").asText() + "\"}").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/log/groups")).at("/groups/0/handling/acknowledgedBy").asText()).as("who was first").isEqualTo("olga");
        db.sql("update log_entry set state = 'RESOLVED'").update();
        assertThat(handled("olga", problem, "{}").statusCode()).as("a mute can be taken back").isEqualTo(200);
        assertThat(json(get("/api/log/groups")).at("/groups/0").has("handling")).isFalse();
    }

    @Test
    void anEntryIsFoundByTheNamesOfItsConnectionAndProject() throws Exception {
        db.sql("insert into project (connection_id, project_id, name, status, stale, seen_at) values ('acme', '77', 'Roof repair', 'approved', false, current_timestamp)").update();
        fail("It broke", "project:77");
        fail("It broke", "link:78");

        for (String words : List.of("roof%20REPAIR", "Acme")) {
            JsonNode entry = json(get("/api/log?text=" + words + "&subject=project:77")).at("/entries/0");
            assertThat(entry.path("subjectName").asText()).as(words).isEqualTo("Roof repair");
        }
        assertThat(json(get("/api/log?text=roof")).path("entries")).hasSize(1);
    }

    private HttpResponse<String> handled(String user, String problem, String body) throws Exception {
        return new WebClient(port).send("POST", "/api/log/groups/" + problem + "/handling", body, basic(user, PASSWORD));
    }

    @Test
    void anEntryThatDoesNotExistIsNotFound() throws Exception {
        assertThat(get("/api/log/999999").statusCode()).isEqualTo(404);
        assertThat(retry(999999, "{\"reason\":\"try\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void aRetryWantsAReasonAndNothingElse() throws Exception {
        long id = fail("It broke", "project:1").getVariable("logEntry", Long.class);
        assertThat(json(retry(id, "{}")).at("/errors/0/field").asText()).isEqualTo("reason");
        HttpResponse<String> unknown = retry(id, "{\"reason\":\"try\",\"force\":true}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).at("/errors/0/field").asText()).isEqualTo("force");
        assertThat(retry(id, "reason").statusCode()).isEqualTo(400);
    }
}
