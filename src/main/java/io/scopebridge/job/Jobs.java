package io.scopebridge.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of the table job. */
@Repository
class Jobs {

    private final JdbcClient db;
    private final ObjectMapper json;

    Jobs(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Adds a job that is due at once. Takes part in the caller's transaction.
     *
     * @param dedupeKey at most one job is ever made of it; null for no such rule
     * @return the id, also of the job that there was already
     */
    long add(String connectionId, String kind, String subject, JsonNode payload, String source, String dedupeKey) {
        Optional<Long> there = dedupeKey == null ? Optional.empty() : byDedupeKey(dedupeKey);
        if (there.isPresent()) return there.get();
        var key = new GeneratedKeyHolder();
        try {
            db.sql("""
                    insert into job (connection_id, kind, subject, payload, source, dedupe_key, state, due_at)
                    values (:connection, :kind, :subject, :payload, :source, :dedupe, 'WAITING', current_timestamp)""")
                .param("connection", connectionId).param("kind", kind).param("subject", subject)
                .param("payload", payload.toString()).param("source", source).param("dedupe", dedupeKey)
                .update(key, "id");
        } catch (DuplicateKeyException someoneWasFaster) {
            return byDedupeKey(dedupeKey).orElseThrow(() -> someoneWasFaster);
        }
        return key.getKeyAs(Number.class).longValue();
    }

    /** The job of this kind and subject that is waiting or running; with a payload, only one of the same. */
    Optional<Long> underWay(String connectionId, String kind, String subject, JsonNode payload) {
        return first(connectionId, kind, subject, payload, "state in ('WAITING', 'RUNNING')");
    }

    /** The job of this kind, subject and payload that nobody has begun yet. */
    Optional<Long> waiting(String connectionId, String kind, String subject, JsonNode payload) {
        return first(connectionId, kind, subject, payload, "state = 'WAITING'");
    }

    private Optional<Long> first(String connectionId, String kind, String subject, JsonNode payload, String state) {
        return db.sql("select min(id) from job where connection_id = :connection and kind = :kind and subject = :subject and " + state
                + (payload.isEmpty() ? "" : " and payload = :payload"))
            .param("connection", connectionId).param("kind", kind).param("subject", subject).param("payload", payload.toString())
            .query(Long.class).optional();
    }

    void finish(long id, JobState state, Object result) {
        db.sql("update job set state = :state, result = :result, owner = null, finished_at = current_timestamp where id = :id")
            .param("state", state.name()).param("result", result == null ? null : text(result)).param("id", id).update();
    }

    void waitAgain(long id, Duration delay) {
        db.sql("""
                update job set state = 'WAITING', owner = null,
                due_at = current_timestamp + cast(:seconds as double precision) * interval '1' second where id = :id""")
            .param("seconds", delay.toMillis() / 1000.0).param("id", id).update();
    }

    /** A person or a program tries a job again that had ended; false when it is waiting or running anyway. */
    boolean retry(long id) {
        return db.sql("""
                update job set state = 'WAITING', attempts = 0, owner = null, due_at = current_timestamp, finished_at = null
                where id = :id and state in ('FAILED', 'DONE')""").param("id", id).update() == 1;
    }

    void progress(long id, int done, int total) {
        db.sql("update job set progress_done = :done, progress_total = :total where id = :id")
            .param("done", done).param("total", total).param("id", id).update();
    }

    private Optional<Long> byDedupeKey(String key) {
        return db.sql("select id from job where dedupe_key = :key").param("key", key).query(Long.class).optional();
    }

    private String text(Object result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
