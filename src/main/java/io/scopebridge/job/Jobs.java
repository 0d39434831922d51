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
        try {
            return insert(connectionId, kind, subject, payload.toString(), source, dedupeKey);
        } catch (DuplicateKeyException someoneWasFaster) {
            return byDedupeKey(dedupeKey).orElseThrow(() -> someoneWasFaster);
        }
    }

    private long insert(String connectionId, String kind, String subject, String payload, String source, String dedupeKey) {
        var key = new GeneratedKeyHolder();
        db.sql("""
                insert into job (connection_id, kind, subject, payload, source, dedupe_key, state, due_at)
                values (:connection, :kind, :subject, :payload, :source, :dedupe, 'WAITING', current_timestamp)""")
            .param("connection", connectionId).param("kind", kind).param("subject", subject)
            .param("payload", payload).param("source", source).param("dedupe", dedupeKey)
            .update(key, "id");
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

    /** @param report what became of each step, or null */
    void finish(long id, JobState state, Object result, Object report) {
        db.sql("update job set state = :state, result = :result, report = :report, owner = null, redo = null, finished_at = current_timestamp where id = :id")
            .param("state", state.name()).param("result", result == null ? null : text(result))
            .param("report", report == null ? null : text(report)).param("id", id).update();
    }

    void waitAgain(long id, Duration delay) {
        db.sql("""
                update job set state = 'WAITING', owner = null,
                due_at = current_timestamp + cast(:seconds as double precision) * interval '1' second where id = :id""")
            .param("seconds", delay.toMillis() / 1000.0).param("id", id).update();
    }

    /**
     * A job that had ended is to be done again; false when it is waiting or running anyway.
     *
     * @param payload in place of its own; null leaves that
     */
    boolean again(long id, Redo redo, JsonNode payload) {
        return db.sql("""
                update job set state = 'WAITING', attempts = 0, owner = null, due_at = current_timestamp, finished_at = null,
                  redo = :redo, payload = coalesce(:payload, payload)
                where id = :id and state in ('FAILED', 'DONE')""")
            .param("redo", redo.text()).param("payload", payload == null ? null : payload.toString()).param("id", id).update() == 1;
    }

    /** The plan that the job runs from now on. */
    void begins(long id, long plan) {
        db.sql("update job set plan_id = :plan, plan_begun_at = current_timestamp where id = :id").param("plan", plan).param("id", id).update();
    }

    /** Where the run stands; the first time it is told is where it began. */
    void progress(long id, int done, int total, boolean begins) {
        db.sql("""
                update job set progress_done = :done, progress_total = :total, progress_at = current_timestamp,
                progress_from = case when :begins then :done else progress_from end,
                progress_since = case when :begins then current_timestamp else progress_since end where id = :id""")
            .param("done", done).param("total", total).param("begins", begins).param("id", id).update();
    }

    /**
     * Does the newest job of this kind and subject once more, as it was asked for. One that runs is followed by another.
     *
     * @return the id of the job that is waiting now; empty when there was never one
     */
    Optional<Long> goOn(String connectionId, String kind, String subject, String source) {
        record Newest(long id, JobState state, String payload) {
        }
        Optional<Newest> newest = db.sql("""
                select id, state, payload from job where connection_id = :connection and kind = :kind and subject = :subject
                order by id desc fetch first 1 rows only""")
            .param("connection", connectionId).param("kind", kind).param("subject", subject)
            .query((row, n) -> new Newest(row.getLong(1), JobState.valueOf(row.getString(2)), row.getString(3))).optional();
        return newest.map(job -> {
            if (job.state() == JobState.WAITING || again(job.id(), Redo.WHOLE, null)) return job.id();
            return insert(connectionId, kind, subject, job.payload(), source, null);
        });
    }

    Optional<Long> byDedupeKey(String key) {
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
