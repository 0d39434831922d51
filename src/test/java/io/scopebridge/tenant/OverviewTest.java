package io.scopebridge.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StartsHub
class OverviewTest {

    private final TestHub hub = TestHub.shared();

    @BeforeEach
    void connections() {
        hub.start();
        for (String name : List.of("Bravo", "alpha", "Charlie", "Delta")) {
            Map<String, Object> connection = hub.connection("autotask");
            connection.put("id", name.toLowerCase());
            connection.put("name", name + " 100%");
            connection.put("enabled", !name.equals("alpha"));
            hub.put(name.toLowerCase(), connection);
        }
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void whatNeedsAPersonComesFirst() {
        hub.database().sql("insert into connection_trouble (connection_id, flow, failure_class, cause, remedy, since) values ('delta', 'poll-opportunities', 'AUTHENTICATION', 'Refused.', 'Fix it.', current_timestamp)").update();
        hub.database().sql("""
            insert into log_entry (connection_id, flow, failure_class, cause, remedy, searchable, state, last_at) values
            ('charlie', 'f', 'VALIDATION', 'c', 'r', 's', 'OPEN', current_timestamp - interval '3' day), ('charlie', 'f', 'VALIDATION', 'c', 'r', 's', 'RESOLVED', current_timestamp),
            ('bravo', 'f', 'VALIDATION', 'c', 'r', 's', 'RESOLVED', current_timestamp - interval '3' day)""").update();
        hub.database().sql("""
            insert into job (connection_id, flow, subject, payload, source, state, due_at) select 'alpha', 'f', 's', '{}', 'test', state, current_timestamp
            from (values ('WAITING'), ('WAITING'), ('FAILED'), ('DONE')) as v (state)""").update();
        JsonNode lines = hub.get("/api/overview");

        assertThat(ids(lines)).containsExactly("delta", "charlie", "bravo", "alpha");
        assertThat(lines.get(0).at("/state/sentence").asText()).contains("Refused").contains("Fix it.");
        assertThat(lines.get(0).at("/state/status").asText()).isEqualTo(hub.get("/api/connections/delta/status").path("status").asText());
        assertThat(lines.get(1).path("failuresOpen").asInt()).isEqualTo(1);
        assertThat(lines.get(1).path("failuresLastDay").asInt()).isEqualTo(1);
        assertThat(lines.get(2).path("failuresOpen").asInt() + lines.get(2).path("failuresLastDay").asInt()).isZero();
        assertThat(lines.get(3).path("jobsWaiting").asInt()).isEqualTo(2);
        assertThat(lines.get(3).path("jobsRunning").asInt()).isZero();
        theChartsCountByDay();
    }

    @Test
    void namesOfStatusesAndStagesAreOfferedForFilters() {
        JsonNode names = hub.get("/api/connections/bravo/opportunity-names");
        assertThat(names.path("status")).extracting(JsonNode::asText).contains("Active", "Lost").isSorted();
        assertThat(names.path("stage")).isNotEmpty();
        assertThat(hub.send("GET", "/api/connections/alpha/opportunity-names", null).statusCode()).as("disabled").isEqualTo(409);
    }

    private void theChartsCountByDay() {
        JsonNode days = hub.get("/api/overview/charts?connection=charlie").path("failuresByDay");
        assertThat(days).hasSize(14);
        assertThat(StreamSupport.stream(days.spliterator(), false).map(day -> day.path("failures").asInt()).toList())
            .isEqualTo(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1));
        assertThat(days.get(13).path("day").asText()).isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        JsonNode waiting = hub.get("/api/overview/charts?connection=alpha");
        assertThat(waiting.path("jobsWaiting").asInt()).isEqualTo(2);
        assertThat(waiting.path("oldestDueAt").asText()).isNotEmpty();
        assertThat(hub.get("/api/overview/charts").path("jobsWaiting").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(hub.send("GET", "/api/overview/charts?connection=nowhere", null).statusCode()).isEqualTo(404);
    }

    @Test
    void theCallsOfADayAreChartedWithTheConnectionThatUsedMostOfItsBudget() {
        hub.database().sql("""
            insert into call_hour (connection_id, system, hour_at, calls, budget) select * from (values
            ('bravo', 'autotask', 0, 300, 1000), ('charlie', 'autotask', 0, 90, 100), ('delta', 'autotask', 0, 500, 0), ('charlie', 'scopestack', 0, 5000, 0),
            ('bravo', 'autotask', 3, 40, 0), ('bravo', 'autotask', 30, 7, 1000)) as v (connection_id, system, passed, calls, budget)"""
            .replace("select *", "select connection_id, system, date_trunc('hour', current_timestamp) - passed * interval '1' hour, calls, budget")).update();
        JsonNode all = hub.get("/api/overview/charts").path("callsByHour");
        assertThat(all).hasSize(24);
        assertThat(all.get(23).path("calls").asInt()).as("of all PSAs, not of ScopeStack").isEqualTo(890);
        assertThat(all.get(23).path("usedPercent").asInt()).isEqualTo(90);
        assertThat(all.get(23).path("connection").asText()).isEqualTo("Charlie 100%");
        assertThat(all.get(20).path("calls").asInt()).isEqualTo(40);
        assertThat(all.get(20).has("usedPercent")).as("no limit").isFalse();
        assertThat(StreamSupport.stream(all.spliterator(), false).mapToInt(hour -> hour.path("calls").asInt()).sum()).as("no older hours").isEqualTo(930);
        JsonNode one = hub.get("/api/overview/charts?connection=bravo").path("callsByHour");
        assertThat(one.get(23).path("calls").asInt()).isEqualTo(300);
        assertThat(one.get(23).path("usedPercent").asInt()).isEqualTo(30);
    }

    @Test
    void itIsPagedAndSearched() {
        assertThat(ids(hub.get("/api/overview?limit=2"))).containsExactly("bravo", "charlie");
        assertThat(ids(hub.get("/api/overview?limit=2&after=charlie"))).containsExactly("delta", "alpha");
        assertThat(ids(hub.get("/api/overview?after=alpha"))).isEmpty();
        assertThat(ids(hub.get("/api/overview?state=DISABLED&after=charlie"))).as("it need not be among them any more").containsExactly("alpha");
        assertThat(hub.send("GET", "/api/overview?after=nobody", null).body()).contains("\"field\":\"after\"");
        assertThat(ids(hub.get("/api/overview?search=ALPHA%20100%25"))).containsExactly("alpha");
        assertThat(ids(hub.get("/api/overview?search=nobody"))).isEmpty();
        assertThat(hub.send("GET", "/api/overview?limit=0", null).statusCode()).isEqualTo(400);
    }

    @Test
    void fiftyTenantsAreFoundByTheirStateAndTheirTagsAndSummedUp() {
        hub.database().sql("insert into log_entry (connection_id, flow, failure_class, cause, remedy, searchable, state, last_at) values ('charlie', 'f', 'VALIDATION', 'c', 'r', 's', 'OPEN', current_timestamp)").update();
        Map<String, Object> tagged = hub.connection("autotask", Map.of("labels.tags", "Gold, EMEA,,gold "));
        tagged.put("id", "delta");
        tagged.put("name", "Delta 100%");
        hub.put("delta", tagged);

        assertThat(ids(hub.get("/api/overview?tag=emea"))).containsExactly("delta");
        assertThat(ids(hub.get("/api/overview?search=GOLD"))).containsExactly("delta");
        assertThat(ids(hub.get("/api/overview?state=failing"))).containsExactly("charlie");
        assertThat(ids(hub.get("/api/overview?state=DISABLED"))).containsExactly("alpha");
        assertThat(ids(hub.get("/api/overview?state=UNCHECKED&system=autotask&search=bravo"))).containsExactly("bravo");
        assertThat(ids(hub.get("/api/overview?system=connectwise"))).isEmpty();
        assertThat(hub.send("GET", "/api/overview?state=ODD", null).body()).contains("\"field\":\"state\"");
        JsonNode summary = hub.get("/api/overview/summary");
        assertThat(summary.path("connections").asInt()).isEqualTo(4);
        assertThat(summary.path("enabled").asInt()).isEqualTo(3);
        assertThat(summary.path("needAttention").toString()).isEqualTo("{\"count\":0,\"names\":[]}");
        assertThat(summary.path("failing").toString()).isEqualTo("{\"count\":1,\"names\":[\"Charlie 100%\"]}");
        assertThat(summary.path("tags").toString()).isEqualTo("[\"EMEA\",\"Gold\"]");
    }

    private static List<String> ids(JsonNode lines) {
        return StreamSupport.stream(lines.spliterator(), false).map(line -> line.path("id").asText()).toList();
    }
}
