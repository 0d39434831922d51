package io.scopebridge.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.replay.Replay.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The table replay, and its items for the API. */
@Repository
class ReplayRows {

    private final JdbcClient db;
    private final ObjectMapper json;

    ReplayRows(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    long insert(ReplayRequest request, String by, boolean canary, JsonNode formerPayload, JsonNode formerBody) {
        var key = new GeneratedKeyHolder();
        ReplayRequest asked = new ReplayRequest(request.entries(), request.search(), null, null, null, null, null, null, null, null);
        db.sql("""
                insert into replay (state, reason, asked_by, asked_for, begins, mapping, canary, per_minute, payload, former_payload, body, former_body)
                values ('RUNNING', :reason, :by, :asked, :begins, :mapping, :canary, :perMinute, :payload, :former, :body, :formerBody)""")
            .param("reason", request.reason().strip()).param("by", by).param("asked", json.valueToTree(asked).toString())
            .param("begins", request.failedStep() ? "failed-step" : "start").param("mapping", request.original() ? "original" : "current")
            .param("canary", canary).param("perMinute", request.perMinute()).param("payload", request.edited() ? request.payload().toString() : null)
            .param("former", formerPayload == null ? null : formerPayload.toString())
            .param("body", request.bodyEdited() ? request.body().toString() : null).param("formerBody", formerBody == null ? null : formerBody.toString()).update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    Optional<Replay> find(long id) {
        return db.sql("select * from replay where id = ?").param(id).query(this::replay).optional();
    }

    List<Replay> list(Long after, int limit) {
        return db.sql("select * from replay where cast(:after as bigint) is null or id < :after order by id desc limit " + limit)
            .param("after", after).query(this::replay).list();
    }

    List<Replay.Item> items(long replay, String state, Long after, int limit) {
        return db.sql("""
                select i.*, (select count(*) from replay_entry e where e.item_id = i.id) as entries from replay_item i
                where i.replay_id = :replay and (cast(:state as varchar(20)) is null or i.state = :state) and i.id > coalesce(:after, 0)
                order by i.id limit\s""" + limit)
            .param("replay", replay).param("state", state).param("after", after)
            .query((row, n) -> new Replay.Item(row.getLong("id"), row.getLong("job_id"), row.getString("connection_id"), row.getString("flow"),
                row.getString("subject"), row.getString("state"), row.getLong("entries"), row.getString("result"),
                time(row, "started_at"), time(row, "finished_at"))).list();
    }

    Progress progress(long replay) {
        Map<String, Long> counts = new HashMap<>();
        db.sql("select state, count(*) as items from replay_item where replay_id = ? group by state").param(replay)
            .query(row -> { counts.put(row.getString("state"), row.getLong("items")); });
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Progress(total, of(counts, "WAITING"), of(counts, "RUNNING"), of(counts, "SUCCEEDED"), of(counts, "FAILED"), of(counts, "SKIPPED"), of(counts, "CANCELLED"));
    }

    private Replay replay(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        return new Replay(id, Replay.State.valueOf(row.getString("state")), row.getString("reason"), row.getString("asked_by"), parsed(row.getString("asked_for")),
            row.getString("begins"), row.getString("mapping"), row.getBoolean("canary"), row.getObject("per_minute", Integer.class),
            parsed(row.getString("payload")), parsed(row.getString("former_payload")),
            parsed(row.getString("body")), parsed(row.getString("former_body")), row.getString("why"),
            time(row, "created_at"), time(row, "finished_at"), progress(id));
    }

    private JsonNode parsed(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A replay contains invalid JSON", e);
        }
    }

    private static long of(Map<String, Long> counts, String state) {
        return counts.getOrDefault(state, 0L);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
