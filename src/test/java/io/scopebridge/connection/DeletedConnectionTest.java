package io.scopebridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Nothing of a deleted connection shows under a new one of its id. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class DeletedConnectionTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    /** Who did what stays, also to a connection that is gone. */
    private static final String AUDIT = "audit_entry";
    private static final String ID = "acme";

    private TestHub hub;

    @BeforeAll
    void start() {
        hub = TestHub.shared().start().withFewOpportunities();
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void everyTableThatNamesAConnectionIsEmptiedOfIt() {
        connect("other", true);
        connect(ID, true);
        use("other");
        use(ID);
        Map<String, Integer> before = rows(ID);
        assertThat(before).as("a table that this test leaves empty proves nothing: fill it in use()").doesNotContainValue(0).hasSizeGreaterThan(15);
        Map<String, Integer> others = rows("other");
        int replays = count("select count(*) from replay");

        assertThat(hub.send("DELETE", "/api/connections/" + ID, null).statusCode()).isEqualTo(204);

        Map<String, Integer> left = rows(ID);
        assertThat(left.remove(AUDIT)).isPositive();
        assertThat(left.values()).as("%s", left).containsOnly(0);
        assertThat(rows("other")).isEqualTo(others);
        assertThat(count("select count(*) from replay")).isEqualTo(replays - 1);
        assertThat(count("select count(*) from replay_entry e where not exists (select 1 from replay_item i where i.id = e.item_id)")).isZero();

        connect(ID, false);
        assertThat(hub.log(ID)).isEmpty();
        for (String list : List.of("/api/jobs?connection=" + ID, "/api/connections/" + ID + "/projects", "/api/connections/" + ID + "/opportunities",
            "/api/connections/" + ID + "/rights")) {
            JsonNode found = hub.get(list);
            assertThat(found.findValues("id")).as(list + " " + found).isEmpty();
        }
        assertThat(hub.get("/api/connections/" + ID + "/status").path("status").asText()).isEqualTo("UNCHECKED");
    }

    /** As after a kill between the deletion and its last batch. */
    @Test
    void whatAnEndedHubLeftIsRemovedAndItsIdCanThenBeUsedAgain() {
        connect("large", false);
        hub.database().sql("insert into opportunity (connection_id, opportunity_id, name, closed, offered, content, content_hash) "
            + "select 'large', cast(n as varchar), 'x', false, false, '{}', '' from system_range(1, 2500) as numbers (n)").update();
        hub.database().sql("update connection set deleted_at = current_timestamp where id = 'large'").update();

        assertThat(hub.send("GET", "/api/connections/large", null).statusCode()).isEqualTo(404);
        assertThat(hub.get("/api/connections").findValuesAsText("id")).doesNotContain("large");
        Awaitility.await().until(() -> count("select count(*) from connection where id = 'large'") == 0);
        assertThat(count("select count(*) from opportunity where connection_id = 'large'")).isZero();
        connect("large", false);
        assertThat(hub.get("/api/connections/large/opportunities").findValues("id")).isEmpty();
    }

    private void connect(String id, boolean enabled) {
        Map<String, Object> connection = hub.connection("connectwise", Map.of("webhooks.secret", SECRET, "companies.enabled", true));
        connection.put("id", id);
        connection.put("enabled", enabled);
        hub.put(id, connection);
    }

    /** Leaves at least a row in each table. */
    private void use(String id) {
        assertThat(hub.send("POST", "/api/connections/" + id + "/check", null).statusCode()).isEqualTo(200);
        hub.sync(id);
        var event = hub.webhook(id, SECRET, "seen-" + id, "{\"type\":\"project.changed\",\"project\":\"95002\"}");
        assertThat(event.statusCode()).as(event.body()).isEqualTo(202);
        hub.ended(number(event.body()));
        assertThat(hub.push(id, 95003, Map.of()).path("state").asText()).isEqualTo("FAILED");
        hub.ended(number(hub.send("POST", "/api/connections/" + id + "/projects/95002/psa-project/preview", Map.of()).body().replaceAll(".*\"job\"", "")));
        var replay = hub.send("POST", "/api/replays", Map.of("search", Map.of("connection", id, "flow", "push-project"), "reason", "once more"));
        assertThat(replay.statusCode()).as(replay.body()).isBetween(200, 202);
        Awaitility.await().until(() -> count("select count(*) from replay where state = 'RUNNING'") == 0);
        hub.database().sql("insert into manual_resolution (connection_id, subject, step_key, remote_id, reason, resolved_by, resolved_at) "
            + "values (?, 'project:95002', 'project', '7', 'seen', 'olga', current_timestamp)").param(id).update();
        hub.database().sql("insert into opportunity_closing (connection_id, opportunity_id, content) values (?, '1', '{}')").param(id).update();
        hub.database().sql("insert into connection_trouble (connection_id, flow, failure_class, cause, since) values (?, 'push-project', 'PERMISSION', 'refused', current_timestamp)")
            .param(id).update();
        hub.database().sql("insert into mapping_input (connection_id, mapping, taken_at, hash, length, input) values (?, 'psa/plan', current_timestamp, 'x', 2, '{}')").param(id).update();
        hub.database().sql("insert into call_hour (connection_id, system, hour_at, calls, budget) values (?, 'connectwise', current_timestamp, 7, 0)").param(id).update();
        hub.database().sql("insert into drift_report (connection_id, scope, checked_at, job_id, complete, records) values (?, 'project:95002', current_timestamp, 1, true, 1)").param(id).update();
        hub.database().sql("insert into drift_finding (connection_id, scope, subject, step_key, kind, field, title, covers, actions, state, found_at, seen_at) "
            + "values (?, 'project:95002', 'project:95002', 'project', 'deleted', '', 'Gone', '[]', '[]', 'OPEN', current_timestamp, current_timestamp)").param(id).update();
        String problem = hub.database().sql("select max(problem) from log_entry where state = 'OPEN' and connection_id = ?").param(id).query(String.class).single();
        assertThat(hub.send("POST", "/api/log/groups/" + problem + "/handling", Map.of("note", "seen")).statusCode()).isEqualTo(200);
        Awaitility.await().until(() -> count("select count(*) from job where state in ('WAITING', 'RUNNING')") == 0);
        Awaitility.await().until(() -> count("select count(*) from step_call where connection_id = '" + id + "'") > 0);
        Awaitility.await().until(() -> count("select count(*) from alert_problem where connection_id = '" + id + "'") > 0 && count("select count(*) from log_outbox") == 0);
    }

    /** By table. */
    private Map<String, Integer> rows(String id) {
        Map<String, Integer> rows = new TreeMap<>();
        for (String table : tables()) rows.put(table, count("select count(*) from " + table + " where connection_id = '" + id + "'"));
        return rows;
    }

    private List<String> tables() {
        return new ArrayList<>(hub.database().sql("""
            select lower(t.table_name) from information_schema.columns c join information_schema.tables t on t.table_name = c.table_name
              and t.table_schema = c.table_schema where lower(c.column_name) = 'connection_id' and t.table_type = 'BASE TABLE' order by 1""")
            .query(String.class).list());
    }

    private int count(String sql) {
        return hub.database().sql(sql).query(Integer.class).single();
    }

    private static long number(String body) {
        return Long.parseLong(body.replaceAll("\\D+", " ").strip().split(" ")[0]);
    }
}
