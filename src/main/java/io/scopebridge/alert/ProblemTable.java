package io.scopebridge.alert;

import io.scopebridge.database.TimeColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The problems in the table alert_problem: opened by the outbox of the log, over when none of their entries is open. */
@Component
class ProblemTable {

    private final JdbcClient db;

    ProblemTable(JdbcClient db) {
        this.db = db;
    }

    /**
     * An open problem with what the log has of it now.
     *
     * @param key      of the problem in the log
     * @param entries  open entries
     * @param failures of these
     */
    record Seen(Problem problem, String key, Instant quietSince, int entries, int failures) {

        boolean isQuiet() {
            return entries == 0;
        }

        Problem now() {
            return new Problem(problem.id(), problem.connectionId(), problem.flow(), problem.type(), problem.cause(), problem.remedy(), problem.entry(),
                Math.max(entries, problem.entries()), Math.max(failures, problem.failures()), problem.openedAt(), problem.overAt());
        }

        static Seen read(ResultSet row, int number) throws SQLException {
            return new Seen(Problem.read(row, number), row.getString("open_key"), TimeColumn.read(row, "quiet_since"), row.getInt("open_entries"), row.getInt("open_failures"));
        }
    }

    /**
     * Opens the problem unless it is open, within the transaction of the caller. The lock makes one that another node finds over at this
     * moment either stay open or be opened again.
     */
    void open(String problem) {
        boolean isOpen = db.sql("select id from alert_problem where open_key = ? for update").param(problem).query(Long.class).optional().isPresent();
        if (isOpen) return;
        db.sql("""
                insert into alert_problem (problem, open_key, connection_id, flow, failure_class, cause, remedy, entry_id, entries, failures, opened_at)
                select e.problem, e.problem, e.connection_id, e.flow, e.failure_class, e.cause, e.remedy, e.id, 1, e.occurrences, e.created_at
                from open_failure e where e.problem = :problem order by e.id fetch first 1 rows only
                on conflict do nothing""").param("problem", problem).update();
    }

    /** All that are open. */
    List<Seen> open() {
        return db.sql("select " + Problem.COLUMNS + """
                , p.open_key, p.quiet_since, coalesce(e.entries, 0) as open_entries, coalesce(e.failures, 0) as open_failures
                from alert_problem p left join (
                  select problem, count(*) as entries, sum(occurrences) as failures from open_failure
                  where problem in (select open_key from alert_problem where open_key is not null) group by problem) e on e.problem = p.open_key
                where p.open_key is not null order by p.id""").query(Seen::read).list();
    }

    void note(Problem problem) {
        db.sql("update alert_problem set entries = :entries, failures = :failures, quiet_since = null where id = :id and open_key is not null")
            .param("entries", problem.entries()).param("failures", problem.failures()).param("id", problem.id()).update();
    }

    void noteQuiet(long id, Instant now) {
        db.sql("update alert_problem set quiet_since = coalesce(quiet_since, :now) where id = :id and open_key is not null")
            .param("now", TimeColumn.of(now)).param("id", id).update();
    }

    /** Within the transaction of the caller. Empty if an entry of it was opened meanwhile, or another node was faster. */
    Optional<Problem> close(long id, Instant now, Duration after) {
        Optional<String> key = db.sql("select open_key from alert_problem where id = :id and open_key is not null and quiet_since <= :before for update")
            .param("id", id).param("before", TimeColumn.of(now.minus(after))).query(String.class).optional();
        if (key.isEmpty() || db.sql("select count(*) from open_failure where problem = ?").param(key.get()).query(Integer.class).single() > 0) return Optional.empty();
        db.sql("update alert_problem set open_key = null, over_at = :now where id = :id").param("now", TimeColumn.of(now)).param("id", id).update();
        return find(id);
    }

    Optional<Problem> find(long id) {
        return db.sql("select " + Problem.COLUMNS + " from alert_problem p where p.id = ?").param(id).query(Problem::read).optional();
    }

    /** Newest first. */
    List<Problem> newest(boolean isOpen, int most) {
        return db.sql("select " + Problem.COLUMNS + " from alert_problem p where " + (isOpen ? "p.open_key is not null" : "p.open_key is null")
            + " order by p.id desc fetch first " + most + " rows only").query(Problem::read).list();
    }
}
