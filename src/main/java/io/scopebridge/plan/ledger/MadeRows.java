package io.scopebridge.plan.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.database.JsonColumn;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.failure.Failure;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What steps that are done have sent, for a comparison with what the systems hold now. */
@Repository
public class MadeRows {

    private final JdbcClient db;

    MadeRows(JdbcClient db) {
        this.db = db;
    }

    /** The subjects of which this system should hold records. */
    public List<String> subjects(String connectionId, String system) {
        return db.sql("""
                select distinct subject from ledger where connection_id = :connection and system = :system and state = 'DONE' and remote_id is not null
                order by subject""")
            .param("connection", connectionId).param("system", system).query(String.class).list();
    }

    /** By step, the body that created its record; without those that are no longer readable. */
    public Map<String, JsonNode> bodies(String connectionId, String subject) {
        Map<String, JsonNode> bodies = new HashMap<>();
        // One that was refused is not what was found later.
        db.sql("""
                select step_key, request from ledger where connection_id = :connection and subject = :subject and state = 'DONE' and mode = 'CREATE' and request is not null
                  and (origin = 'CREATED' or origin = 'FOUND' and response is null)""")
            .param("connection", connectionId).param("subject", subject)
            .query(row -> {
                JsonNode body = body(row.getString(2));
                if (body != null) bodies.put(row.getString(1), body);
            });
        return bodies;
    }

    /** Whether another subject writes the same record too. */
    public boolean isWrittenByOthers(LedgerRow row) {
        return db.sql("""
                select count(*) from ledger where remote_id = :id and connection_id = :connection and system = :system and endpoint = :endpoint
                  and mode = 'UPDATE' and subject <> :subject""")
            .param("id", row.remoteId()).param("connection", row.connectionId()).param("system", row.system()).param("endpoint", row.endpoint())
            .param("subject", row.subject()).query(Integer.class).single() > 0;
    }

    /** The other connection whose step made, or found, this record of a system that both write to. */
    public Optional<String> holder(LedgerRow row, String remoteId) {
        return db.sql("select connection_id from ledger where remote_id = :id and system = :system and endpoint = :endpoint and connection_id <> :connection order by connection_id fetch first 1 rows only")
            .param("id", remoteId).param("system", row.system()).param("endpoint", row.endpoint()).param("connection", row.connectionId()).query(String.class).optional();
    }

    /**
     * The record of a step no longer exists: the next run of its plan looks for it, and creates it if it is absent.
     *
     * @return false if the step is not done with this id any more
     */
    public boolean lost(String connectionId, String subject, String key, String remoteId, Failure why) {
        return db.sql("""
                update ledger set state = 'REJECTED', origin = null, remote_id = null, content_hash = null,
                  failure_class = :class, cause = :cause, remedy = :remedy, updated_at = :now
                where connection_id = :connection and subject = :subject and step_key = :key and state = 'DONE' and remote_id = :id and mode = 'CREATE'""")
            .param("class", why.type().name()).param("cause", why.cause()).param("remedy", why.remedy()).param("now", TimeColumn.of(Instant.now()))
            .param("connection", connectionId).param("subject", subject).param("key", key).param("id", remoteId).update() == 1;
    }

    /** The part after the first empty line; null if it was cut. */
    private static JsonNode body(String request) {
        int at = request.indexOf("\n\n");
        if (at < 0) return null;
        try {
            return JsonColumn.read(request.substring(at + 2));
        } catch (IllegalStateException cut) {
            return null;
        }
    }
}
