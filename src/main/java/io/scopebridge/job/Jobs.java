package io.scopebridge.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.trace.Traces;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The rows of the table job. */
@Repository
class Jobs {

    /** A payload of a few kilobytes; the rest goes into another job. */
    private static final int MOST_MERGED = 500;

    private final JdbcClient db;
    private final ObjectMapper json;
    private final Node node;
    private final JobWakeUp wakeUp;

    Jobs(JdbcClient db, ObjectMapper json, Node node, JobWakeUp wakeUp) {
        this.wakeUp = wakeUp;
        this.db = db;
        this.json = json;
        this.node = node;
    }

    /** @param isNew false if it was there before */
    record Added(long id, boolean isNew) {
    }

    /** Adds a job that is due immediately. Takes part in the caller's transaction. */
    long add(String connectionId, String flow, String subject, JsonNode payload, String source) {
        return insert(connectionId, flow, subject, payload.toString(), source, null, null).orElseThrow();
    }

    /** Adds a job that is due immediately, at most once for the key. Takes part in the caller's transaction. */
    Added addOnce(String connectionId, String flow, String subject, JsonNode payload, String source, String dedupeKey) {
        // Nearly all are new.
        Optional<Long> added = insert(connectionId, flow, subject, payload.toString(), source, dedupeKey, null);
        return added.map(id -> new Added(id, true)).orElseGet(() ->
            firstOf(() -> byDedupeKey(dedupeKey), () -> insert(connectionId, flow, subject, payload.toString(), source, dedupeKey, null)));
    }

    /** Adds a job that is due immediately unless there is one {@link #underWay}, also while others do. Takes part in the caller's transaction. */
    Added addUnlessUnderWay(String connectionId, String flow, String subject, JsonNode payload, String source) {
        String key = activeKey(flow, subject, payload.toString());
        return firstOf(() -> underWay(connectionId, flow, subject, payload), () -> insert(connectionId, flow, subject, payload.toString(), source, null, key));
    }

    /** Equal for jobs of which one is enough. */
    static String activeKey(String flow, String subject, String payload) {
        return DigestUtils.sha256Hex(String.join("\0", flow, subject, payload));
    }

    /** What another transaction inserted may have ended before it is looked for. */
    private static Added firstOf(Supplier<Optional<Long>> there, Supplier<Optional<Long>> added) {
        for (int tries = 0; tries < 20; tries++) {
            Optional<Long> known = there.get();
            if (known.isPresent()) return new Added(known.get(), false);
            Optional<Long> inserted = added.get();
            if (inserted.isPresent()) return new Added(inserted.get(), true);
        }
        throw new IllegalStateException("A job that others request as well is started and ended faster than it can be added");
    }

    /** The id; empty if the job already exists. */
    private Optional<Long> insert(String connectionId, String flow, String subject, String payload, String source, String dedupeKey, String activeKey) {
        var key = new GeneratedKeyHolder();
        int rows = db.sql("""
                insert into job (connection_id, flow, subject, payload, source, requested_by, dedupe_key, active_key, traceparent, state, due_at)
                values (:connection, :flow, :subject, :payload, :source, :by, :dedupe, :active, :trace, 'WAITING', current_timestamp)
                on conflict do nothing""")
            .param("connection", connectionId).param("flow", flow).param("subject", subject)
            .param("payload", payload).param("source", source).param("by", Requester.name()).param("dedupe", dedupeKey).param("active", activeKey).param("trace", Traces.traceparent())
            .update(key, "id");
        if (rows == 1) wakeUp.afterCommit();
        return rows == 1 ? Optional.of(key.getKeyAs(Number.class).longValue()) : Optional.empty();
    }

    /** The waiting or running job of this flow and subject; with a payload, only one with the same payload. */
    Optional<Long> underWay(String connectionId, String flow, String subject, JsonNode payload) {
        return first(connectionId, flow, subject, payload, "under_way");
    }

    /** The job of this flow, subject and payload that has not started yet. */
    Optional<Long> waiting(String connectionId, String flow, String subject, JsonNode payload) {
        return first(connectionId, flow, subject, payload, "under_way and state = 'WAITING'");
    }

    /** The job whose payload now contains the value in the list; empty if none is due, or it contains {@value #MOST_MERGED} already. */
    Optional<Long> merge(String connectionId, String flow, String subject, String list, JsonNode value) {
        record Due(long id, String payload) {
        }
        Optional<Due> due = db.sql("""
                select id, payload from job where connection_id = :connection and flow = :flow and subject = :subject
                and under_way and state = 'WAITING' and redo is null and due_at <= current_timestamp order by id desc fetch first 1 rows only for update""")
            .param("connection", connectionId).param("flow", flow).param("subject", subject)
            .query((row, n) -> new Due(row.getLong(1), row.getString(2))).optional();
        return due.filter(job -> {
            if (!(parsed(job.payload()).get(list) instanceof ArrayNode values) || values.size() >= MOST_MERGED) return false;
            for (JsonNode there : values) if (there.equals(value)) return true;
            String merged = JsonNodeFactory.instance.objectNode().set(list, values.add(value)).toString();
            return db.sql("update job set payload = :payload where id = :id and state = 'WAITING'").param("payload", merged).param("id", job.id()).update() == 1;
        }).map(Due::id);
    }

    private Optional<Long> first(String connectionId, String flow, String subject, JsonNode payload, String state) {
        return db.sql("select min(id) from job where connection_id = :connection and flow = :flow and subject = :subject and " + state
                + (payload.isEmpty() ? "" : " and payload = :payload"))
            .param("connection", connectionId).param("flow", flow).param("subject", subject).param("payload", payload.toString())
            .query(Long.class).optional();
    }

    /** Whether this node runs the job. Another node takes it over when the lease ends. */
    boolean isOurs(long id) {
        return db.sql("select count(*) from job where id = :id and state = 'RUNNING' and owner = :me").param("id", id).param("me", node.id())
            .query(Integer.class).single() == 1;
    }

    /**
     * @param report the result of each step, or null
     * @return false if this node does not run the job any more
     */
    boolean finish(long id, JobState state, Object result, Object report) {
        return db.sql("""
                update job set state = :state, result = :result, report = :report, owner = null, redo = null, active_key = null,
                finished_at = current_timestamp where id = :id and state = 'RUNNING' and owner = :me""")
            .param("state", state.name()).param("result", result == null ? null : text(result))
            .param("report", report == null ? null : text(report)).param("id", id).param("me", node.id()).update() == 1;
    }

    /** Also ends it, if it was cancelled meanwhile. False if this node does not run the job any more. */
    boolean waitAgain(long id, Duration delay) {
        return db.sql("update job set " + Cancellations.WAITS_OR_ENDS + """
                , due_at = current_timestamp + cast(:seconds as double precision) * interval '1' second
                where id = :id and state = 'RUNNING' and owner = :me""")
            .param("seconds", delay.toMillis() / 1000.0).param("id", id).param("me", node.id()).update() == 1;
    }

    /**
     * As {@link #waitAgain}; the attempt does not count, because the system does not answer anybody.
     *
     * @return false if this node does not run the job any more
     */
    boolean waitWithoutAttempt(long id, Duration delay) {
        if (!waitAgain(id, delay)) return false;
        db.sql("update job set attempts = attempts - 1 where id = :id and state = 'WAITING' and attempts > 0").param("id", id).update();
        return true;
    }

    /**
     * Reruns an ended job; false if it is waiting or running.
     *
     * @param payload replaces its own; null keeps it
     */
    boolean again(long id, Redo redo, JsonNode payload) {
        boolean again = db.sql("""
                update job set state = 'WAITING', attempts = 0, owner = null, due_at = current_timestamp, finished_at = null,
                  redo = :redo, cancel_asked_by = null, cancel_asked_at = null, cancel_reason = null, payload = coalesce(:payload, payload),
                  requested_by = coalesce(:by, requested_by), traceparent = :trace
                where id = :id and state in ('FAILED', 'DONE', 'CANCELLED')""")
            .param("redo", redo.text()).param("trace", Traces.traceparent()).param("by", redo.requestedBy() == null ? Requester.name() : redo.requestedBy()).param("payload", payload == null ? null : payload.toString()).param("id", id).update() == 1;
        if (again) wakeUp.afterCommit();
        return again;
    }

    /** Sets the plan of the job. */
    void begins(long id, long plan) {
        db.sql("update job set plan_id = :plan, plan_begun_at = current_timestamp where id = :id").param("plan", plan).param("id", id).update();
    }

    /** The progress of the run; the first report marks its start. */
    void progress(long id, int done, int total, boolean begins) {
        db.sql("""
                update job set progress_done = :done, progress_total = :total, progress_at = current_timestamp,
                progress_from = case when :begins then :done else progress_from end,
                progress_since = case when :begins then current_timestamp else progress_since end where id = :id""")
            .param("done", done).param("total", total).param("begins", begins).param("id", id).update();
    }

    /**
     * Reruns the newest job of this flow and subject, as it was requested. A running one is followed by another.
     *
     * @return the id of the waiting job; empty if there was never one
     */
    Optional<Long> rerun(String connectionId, String flow, String subject, String source) {
        record Newest(long id, JobState state, String payload) {
        }
        Optional<Newest> newest = db.sql("""
                select id, state, payload from job where connection_id = :connection and flow = :flow and subject = :subject
                order by id desc fetch first 1 rows only""")
            .param("connection", connectionId).param("flow", flow).param("subject", subject)
            .query((row, n) -> new Newest(row.getLong(1), JobState.valueOf(row.getString(2)), row.getString(3))).optional();
        return newest.map(job -> {
            if (job.state() == JobState.WAITING || again(job.id(), Redo.decided(), null)) return job.id();
            return insert(connectionId, flow, subject, job.payload(), source, null, null).orElseThrow();
        });
    }

    Optional<Long> byDedupeKey(String key) {
        return db.sql("select id from job where dedupe_key = :key").param("key", key).query(Long.class).optional();
    }

    private JsonNode parsed(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of a job is not JSON", e);
        }
    }

    private String text(Object result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
