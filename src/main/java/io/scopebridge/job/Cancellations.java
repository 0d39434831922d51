package io.scopebridge.job;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.job.cancel.Cancellation;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Jobs that a person has cancelled. Those that run on this node are read with each tick, on whichever node it was asked, so that a step
 * costs no statement.
 */
@Component("cancellations")
public class Cancellations {

    /** Of a job that no node runs any more: it does not start again if it was cancelled. */
    static final String WAITS_OR_ENDS = """
            owner = null, active_key = case when cancel_asked_at is null then active_key end, redo = case when cancel_asked_at is null then redo end,
            finished_at = case when cancel_asked_at is null then null else current_timestamp end,
            state = case when cancel_asked_at is null then 'WAITING' else 'CANCELLED' end""";

    private final JdbcClient db;
    private volatile Set<Long> ofThisNode = Set.of();

    Cancellations(JdbcClient db) {
        this.db = db;
    }

    /** A waiting job ends; a running one stops before its next step. False if it has ended, or was cancelled before. */
    boolean add(long job, Cancellation cancellation) {
        return db.sql("""
                update job set cancel_asked_by = :by, cancel_asked_at = current_timestamp, cancel_reason = :reason,
                  active_key = case when state = 'WAITING' then null else active_key end, redo = case when state = 'WAITING' then null else redo end,
                  finished_at = case when state = 'WAITING' then current_timestamp else null end,
                  state = case when state = 'WAITING' then 'CANCELLED' else state end
                where id = :id and state in ('WAITING', 'RUNNING') and cancel_asked_at is null""")
            .param("by", DatabaseText.of(cancellation.by(), 200)).param("reason", DatabaseText.of(cancellation.reason(), 1_000)).param("id", job).update() == 1;
    }

    boolean has(long job) {
        return db.sql("select count(*) from job where id = :id and cancel_asked_at is not null").param("id", job).query(Integer.class).single() == 1;
    }

    /** @param running jobs of this node */
    public void read(Collection<Long> running) {
        ofThisNode = running.isEmpty() ? Set.of()
            : new HashSet<>(db.sql("select id from job where id in (:running) and cancel_asked_at is not null").param("running", running).query(Long.class).list());
    }

    /** As of the last tick, without asking the database. */
    boolean concern(long job) {
        return ofThisNode.contains(job);
    }
}
