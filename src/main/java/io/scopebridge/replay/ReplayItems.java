package io.scopebridge.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.job.JobRequests;
import io.scopebridge.job.Redo;
import io.scopebridge.log.FailureLog;
import io.scopebridge.plan.manual.StepEdit;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table replay_item: jobs of replays. Runs in the caller's transaction, which holds the lock of the replay. */
@Repository
class ReplayItems {

    enum Began {
        RUNNING, SKIPPED, NOTHING_LEFT
    }

    private record Running(long id, long job, String jobState, OffsetDateTime startedAt) {
    }

    private record Next(long id, long job, String begins, String mapping, String payload, String body, int resumed, String by, boolean enabled) {
    }

    private final JdbcClient db;
    private final JobRequests jobs;
    private final FailureLog log;
    private final ObjectMapper json;
    private final int atATime;

    ReplayItems(JdbcClient db, JobRequests jobs, FailureLog log, ObjectMapper json, @Value("${scopebridge.replays.at-a-time}") int atATime) {
        this.db = db;
        this.jobs = jobs;
        this.log = log;
        this.json = json;
        this.atATime = atATime;
    }

    long count(long replay, String state) {
        return db.sql("select count(*) from replay_item where replay_id = ? and state = ?").params(replay, state).query(Long.class).single();
    }

    String firstFailure(long replay) {
        return db.sql("select result from replay_item where replay_id = ? and state in ('FAILED', 'CANCELLED') order by id limit 1").param(replay).query(String.class).single();
    }

    /** How many more may start now. */
    int room(long replay, int most, Integer perMinute) {
        long room = Math.min(most, atATime) - count(replay, "RUNNING");
        if (perMinute != null) {
            room = Math.min(room, perMinute - db.sql("""
                    select count(*) from replay_item where replay_id = ? and started_at > current_timestamp - interval '60' second""").param(replay).query(Long.class).single());
        }
        return (int) Math.max(0, room);
    }

    /** Records the results of ended jobs. A job starts in the transaction that marks it as running, so an ended one ran for this replay. */
    void finish(long replay) {
        List<Running> over = db.sql("""
                select i.id, i.job_id, j.state, i.started_at from replay_item i left join job_status j on j.id = i.job_id
                where i.replay_id = ? and i.state = 'RUNNING' and (j.id is null or j.state in ('DONE', 'FAILED', 'CANCELLED'))""").param(replay)
            .query((row, n) -> new Running(row.getLong(1), row.getLong(2), row.getString(3), row.getObject(4, OffsetDateTime.class))).list();
        over.forEach(this::finish);
    }

    private void finish(Running item) {
        if (item.jobState() == null) {
            end(item.id(), "FAILED", "The job was deleted with its connection.");
            return;
        }
        if (item.jobState().equals("CANCELLED")) {
            end(item.id(), "CANCELLED", "The job was cancelled.");
            return;
        }
        boolean done = item.jobState().equals("DONE");
        if (done) log.resolve(entriesThatDidNotComeBack(item));
        if (openEntries(item.id()) > 0) end(item.id(), "FAILED", failure(item.job()));
        else end(item.id(), "SUCCEEDED", done ? "The job has ended." : "The replayed steps succeeded; other steps of the job are still open.");
    }

    /** For example those of a step that the current plan no longer contains. */
    private List<Long> entriesThatDidNotComeBack(Running item) {
        return db.sql("""
                select e.id from replay_entry r join log_record e on e.id = r.entry_id
                where r.item_id = :item and e.state = 'OPEN' and e.last_at < :started""")
            .param("item", item.id()).param("started", item.startedAt()).query(Long.class).list();
    }

    /** The next waiting one. Items whose work is done, impossible or already running are skipped with the reason. */
    Began beginNext(long replay) {
        Optional<Next> waiting = db.sql("""
                select i.id, i.job_id, r.begins, r.mapping, r.payload, r.body, r.resumed, r.asked_by, coalesce(c.enabled, false) as enabled
                from replay_item i join replay r on r.id = i.replay_id left join connection_summary c on c.id = i.connection_id
                where i.replay_id = ? and i.state = 'WAITING' order by i.id limit 1""").param(replay)
            .query((row, n) -> new Next(row.getLong("id"), row.getLong("job_id"), row.getString("begins"), row.getString("mapping"), row.getString("payload"),
                row.getString("body"), row.getInt("resumed"), row.getString("asked_by"), row.getBoolean("enabled")))
            .optional();
        if (waiting.isEmpty()) return Began.NOTHING_LEFT;
        Next next = waiting.get();
        if (openEntries(next.id()) == 0) return skip(next, Replayability.RESOLVED);
        if (!next.enabled()) return skip(next, Replayability.DISABLED);
        Set<String> steps = steps(next.id());
        StepEdit edit = next.body() == null ? null : new StepEdit(steps.iterator().next(), parsed(next.body()));
        Redo redo = new Redo(next.mapping().equals("original"), next.begins().equals("failed-step") ? steps : Set.of(), edit, "replay " + replay + ", " + next.resumed(), next.by());
        if (!jobs.again(next.job(), redo, parsed(next.payload()))) return skip(next, Replayability.UNDER_WAY);
        db.sql("update replay_item set state = 'RUNNING', started_at = current_timestamp where id = ?").param(next.id()).update();
        return Began.RUNNING;
    }

    private Began skip(Next item, Replayability why) {
        end(item.id(), "SKIPPED", why.sentence());
        return Began.SKIPPED;
    }

    private void end(long item, String state, String result) {
        db.sql("update replay_item set state = :state, result = :result, active_job = null, finished_at = current_timestamp where id = :id")
            .param("state", state).param("result", result).param("id", item).update();
    }

    /** None if one of the entries concerns the job as a whole. */
    private Set<String> steps(long item) {
        List<String> steps = db.sql("select distinct e.step from replay_entry r join log_record e on e.id = r.entry_id where r.item_id = ? and e.state = 'OPEN'").param(item)
            .query((row, n) -> row.getString(1)).list();
        return steps.contains(null) ? Set.of() : new HashSet<>(steps);
    }

    private long openEntries(long item) {
        return db.sql("select count(*) from replay_entry r join log_record e on e.id = r.entry_id where r.item_id = ? and e.state = 'OPEN'").param(item)
            .query(Long.class).single();
    }

    private String failure(long job) {
        return db.sql("select cause from log_record where job_id = ? and state = 'OPEN' order by last_at desc, id desc limit 1").param(job)
            .query(String.class).optional().orElse("The job failed.");
    }

    private JsonNode parsed(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The edit of a replay is not JSON", e);
        }
    }
}
