package io.scopebridge.log.group;

import io.scopebridge.database.TimeColumn;
import io.scopebridge.database.Upsert;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table log_handling: acknowledged, assigned and muted failures, by cause. */
@Component
public class Handlings {

    private final JdbcClient db;

    public Handlings(JdbcClient db) {
        this.db = db;
    }

    /** Somebody else has said something meanwhile. */
    record Outdated(Handling now) {
    }

    /**
     * Replaces what was said; who acknowledged first, and when, stays.
     *
     * @param seen when what the person saw was said, {@code none} if it was nothing; null: whatever it is now
     * @return the {@link Handling} now, or {@link Outdated}; empty if none of its failures is open and nothing was said of it
     */
    @Transactional
    public Optional<Record> put(String problem, Handling said, String seen) {
        record Subject(String connectionId) {
        }

        Optional<Handling> known = db.sql("select " + Handling.COLUMNS + " from log_handling h where h.problem = ? for update").param(problem).query((row, n) -> Handling.read(row)).optional();
        Optional<Subject> subject = db.sql("select connection_id from log_record where problem = ? order by state, id fetch first 1 rows only").param(problem)
            .query((row, n) -> new Subject(row.getString(1))).optional();
        boolean isOpen = db.sql("select count(*) from open_failure where problem = ?").param(problem).query(Integer.class).single() > 0;
        if (subject.isEmpty() || !isOpen && known.isEmpty()) return Optional.empty();
        if (seen != null && !seen.equals(known.map(one -> one.changedAt().toString()).orElse("none"))) return Optional.of(new Outdated(known.orElse(null)));
        if (said.isEmpty()) {
            db.sql("delete from log_handling where problem = ?").param(problem).update();
            return Optional.of(said);
        }
        Handling kept = known.filter(one -> one.acknowledgedAt() != null && said.acknowledgedAt() != null).map(said::acknowledgedAs).orElse(said);
        String connection = subject.get().connectionId();
        Upsert.write(filled("""
                update log_handling set acknowledged_by = :by, acknowledged_at = :at, note = :note, assignee = :assignee, muted_until = :muted,
                  changed_by = :changedBy, changed_at = :changedAt, connection_id = :connection where problem = :problem""", problem, connection, kept),
            filled("""
                insert into log_handling (problem, connection_id, acknowledged_by, acknowledged_at, note, assignee, muted_until, changed_by, changed_at)
                values (:problem, :connection, :by, :at, :note, :assignee, :muted, :changedBy, :changedAt) on conflict do nothing""", problem, connection, kept));
        return Optional.of(kept);
    }

    /** The problems of which no alert is sent now: acknowledged or muted. */
    public Set<String> quietAt(Instant now) {
        return db.sql("select problem from log_handling where acknowledged_at is not null or muted_until > ?").param(TimeColumn.of(now)).query(String.class).set();
    }

    /** None of its failures is open any more: what occurs from now on is to be acknowledged again. A mute stays until its time. */
    public void over(String problem, Instant now) {
        db.sql("delete from log_handling where problem = :problem and (muted_until is null or muted_until <= :now)")
            .param("problem", problem).param("now", TimeColumn.of(now)).update();
        db.sql("update log_handling set acknowledged_by = null, acknowledged_at = null, note = null, assignee = null where problem = ?").param(problem).update();
    }

    private JdbcClient.StatementSpec filled(String sql, String problem, String connection, Handling said) {
        return db.sql(sql).param("problem", problem).param("connection", connection).param("by", said.acknowledgedBy()).param("at", TimeColumn.of(said.acknowledgedAt()))
            .param("note", said.note()).param("assignee", said.assignee()).param("muted", TimeColumn.of(said.mutedUntil())).param("changedBy", said.changedBy())
            .param("changedAt", TimeColumn.of(said.changedAt()));
    }
}
