package io.scopebridge.drift;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.database.Upsert;
import io.scopebridge.plan.view.MadeRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores what a check found; what persons decided lasts as long as the same is found. */
@Component
class DriftReports {

    private final JdbcClient db;
    private final Findings findings;
    private final TransactionOperations transactions;

    DriftReports(JdbcClient db, Findings findings, TransactionOperations transactions) {
        this.db = db;
        this.findings = findings;
        this.transactions = transactions;
    }

    /** The scopes that this job has compared completely. */
    Set<String> checkedBy(String connectionId, long job) {
        return new HashSet<>(db.sql("select scope from drift_report where connection_id = :connection and job_id = :job and complete")
            .param("connection", connectionId).param("job", job).query(String.class).list());
    }

    /** When each scope was compared completely. */
    Map<String, Instant> checkedAt(String connectionId) {
        Map<String, Instant> times = new HashMap<>();
        db.sql("select scope, checked_at from drift_report where connection_id = :connection and complete").param("connection", connectionId)
            .query(row -> {
                times.put(row.getString(1), TimeColumn.read(row, "checked_at"));
            });
        return times;
    }

    /** Removes what is about scopes that the ledger no longer knows. */
    void keepOnly(String connectionId, Set<String> scopes) {
        List<String> gone = db.sql("select scope from drift_report where connection_id = :connection").param("connection", connectionId).query(String.class).list()
            .stream().filter(scope -> !scopes.contains(scope)).toList();
        for (String scope : gone) {
            db.sql("delete from drift_finding where connection_id = :connection and scope = :scope").param("connection", connectionId).param("scope", scope).update();
            db.sql("delete from drift_report where connection_id = :connection and scope = :scope").param("connection", connectionId).param("scope", scope).update();
        }
    }

    /**
     * @param open  differences that nobody has decided about
     * @param fresh those of them that the check before had not found, or that somebody had decided about as they were then
     */
    record Kept(int open, int fresh) {

        static final Kept NONE = new Kept(0, 0);

        Kept and(Kept other) {
            return new Kept(open + other.open, fresh + other.fresh);
        }
    }

    Kept keep(String connectionId, Scope scope, long job, List<Difference> found) {
        return Objects.requireNonNull(transactions.execute(status -> {
            write(connectionId, scope, job, true, null);
            return compare(connectionId, scope.name(), found);
        }));
    }

    /** What an earlier check found stays as it was. */
    void incomplete(String connectionId, Scope scope, long job, String why) {
        write(connectionId, scope, job, false, why);
    }

    private Kept compare(String connectionId, String scope, List<Difference> found) {
        List<Finding> known = findings.of(connectionId, List.of(scope));
        Map<String, Finding> before = known.stream().collect(Collectors.toMap(Finding::identity, Function.identity(), (one, other) -> one));
        Set<Long> seen = new HashSet<>();
        int open = 0;
        int fresh = 0;
        Set<String> identities = new HashSet<>();
        for (Difference one : found) {
            if (!identities.add(one.identity())) continue;
            Finding same = before.get(one.identity());
            if (same == null) {
                findings.add(connectionId, scope, one);
                open++;
                fresh++;
            } else if (seen.add(same.id())) {
                String state = isDecided(same, one) ? same.state() : Finding.OPEN;
                findings.seen(same, one, state);
                if (state.equals(Finding.OPEN)) open++;
                if (state.equals(Finding.OPEN) && !same.isOpen()) fresh++;
            }
        }
        known.stream().filter(one -> !seen.contains(one.id())).forEach(findings::remove);
        return new Kept(open, fresh);
    }

    /** A decision is about what was found then. */
    private static boolean isDecided(Finding before, Difference now) {
        if (before.isOpen() || before.state().equals(DriftAction.MAKE_AGAIN.state())) return false;
        Set<String> covered = now.covers().stream().map(MadeRecord::key).collect(Collectors.toSet());
        return before.covers().containsAll(covered) && Objects.equals(before.found(), DatabaseText.of(now.found(), 2_000)) && Objects.equals(before.remoteId(), Findings.id(now));
    }

    private void write(String connectionId, Scope scope, long job, boolean complete, String why) {
        Function<String, JdbcClient.StatementSpec> statement = sql -> db.sql(sql).param("connection", connectionId).param("scope", scope.name()).param("now", TimeColumn.now())
            .param("job", job).param("complete", complete).param("cause", DatabaseText.of(why, 2_000)).param("records", scope.records().size());
        Upsert.write(statement.apply("""
                update drift_report set checked_at = :now, job_id = :job, complete = :complete, cause = :cause, records = :records
                where connection_id = :connection and scope = :scope"""),
            statement.apply("""
                insert into drift_report (connection_id, scope, checked_at, job_id, complete, cause, records)
                values (:connection, :scope, :now, :job, :complete, :cause, :records) on conflict do nothing"""));
    }
}
