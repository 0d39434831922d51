package io.scopebridge.webhook;

import io.scopebridge.database.LikePattern;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The events that were accepted: the same id is processed once. */
@Component
public class WebhookEvents {

    private final JdbcClient db;

    WebhookEvents(JdbcClient db) {
        this.db = db;
    }

    public record Accepted(String bodyHash, long job) {
    }

    public Optional<Accepted> find(String connection, String event) {
        return db.sql("select body_hash, job_id from webhook_event where connection_id = :connection and event_id = :event")
            .param("connection", connection).param("event", event)
            .query((row, number) -> new Accepted(row.getString("body_hash"), row.getLong("job_id"))).optional();
    }

    /** Whether it is new; false if the event was accepted in the meantime. */
    public boolean insert(String connection, String event, String bodyHash, long job) {
        return db.sql("insert into webhook_event (connection_id, event_id, body_hash, job_id) values (:connection, :event, :hash, :job) on conflict do nothing")
            .param("connection", connection).param("event", event).param("hash", bodyHash).param("job", job).update() == 1;
    }

    record New(String event, String bodyHash, long job) {
    }

    /** In one statement. Whether all are new; otherwise the transaction must be rolled back. */
    boolean insertAllNew(String connection, List<New> events) {
        return db.sql("""
                insert into webhook_event (connection_id, event_id, body_hash, job_id)
                select :connection, event_id, body_hash, job_id from unnest(cast(:events as varchar array), cast(:hashes as varchar array), cast(:jobs as bigint array))
                  as accepted (event_id, body_hash, job_id)
                on conflict do nothing""")
            .param("connection", connection).param("events", new SqlArrayValue("varchar", events.stream().map(New::event).toArray()))
            .param("hashes", new SqlArrayValue("varchar", events.stream().map(New::bodyHash).toArray()))
            .param("jobs", new SqlArrayValue("bigint", events.stream().map(New::job).toArray())).update() == events.size();
    }

    /** Forgets events of this kind that came more than a month ago. */
    public void forgetOld(String connection, String prefix) {
        db.sql("delete from webhook_event where connection_id = :connection and event_id like :pattern escape '!' and received_at < current_timestamp - interval '30' day")
            .param("connection", connection).param("pattern", LikePattern.startsWith(prefix)).update();
    }
}
