package io.scopebridge.plan.ledger;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Redaction;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record of all steps: one row per connection, subject and step. Each change is one statement and one commit. */
public class Ledger {

    public static final int LONGEST_TEXT = 20_000;

    private static final int ROWS_PER_INSERT = 100;
    private static final int KEYS_PER_READ = 500;
    private static final String KEY = " where connection_id = :connection and subject = :subject and step_key = :key";
    private static final String CHANGE = """
            update ledger set state = :state, origin = :origin, remote_id = :remoteId, content_hash = :hash,
              failure_class = :failureClass, cause = :cause, remedy = :remedy, attempts = :attempts, sent_at = :sentAt, updated_at = :now""";
    private static final String IF_UNCHANGED = " where id = :id and state = :was and attempts = :hadAttempts";

    private final JdbcClient db;

    public Ledger(JdbcClient db) {
        this.db = db;
    }

    /** All steps of a subject that were ever planned, in the order of their last plan. */
    public List<LedgerRow> rows(String connectionId, String subject) {
        return db.sql("select " + LedgerRows.COLUMNS + " from ledger where connection_id = :connection and subject = :subject order by position, step_key")
                .param("connection", connectionId).param("subject", subject)
                .query(LedgerRows::read).list();
    }

    /** The rows of a subject that are not read with a part of its steps. */
    public OtherClaims otherClaims(String connectionId, String subject) {
        return new OtherClaims() {
            @Override
            public List<LedgerRow> with(Collection<String> remoteIds) {
                return db.sql("select " + LedgerRows.COLUMNS + " from ledger where connection_id = :connection and subject = :subject and remote_id in (:ids)")
                        .param("connection", connectionId).param("subject", subject).param("ids", remoteIds).query(LedgerRows::read).list();
            }

            @Override
            public List<LedgerRow> all() {
                return rows(connectionId, subject);
            }
        };
    }

    /** The rows of a step, of any subject. */
    public List<LedgerRow> ofStep(String connectionId, String key) {
        return db.sql("select " + LedgerRows.COLUMNS + " from ledger where connection_id = :connection and step_key = :key")
                .param("connection", connectionId).param("key", key).query(LedgerRows::read).list();
    }

    /** The remote ids of these steps, by key; without those that have none. */
    public Map<String, String> remoteIds(String connectionId, String subject, List<String> keys) {
        Map<String, String> ids = new TreeMap<>();
        if (keys.isEmpty()) return ids;
        db.sql("select step_key, remote_id from ledger where connection_id = :connection and subject = :subject and step_key in (:keys) and remote_id is not null")
                .param("connection", connectionId).param("subject", subject).param("keys", keys)
                .query(row -> {
                    ids.put(row.getString(1), row.getString(2));
                });
        return ids;
    }

    /** The texts of a step's last call. */
    public Optional<LastCall> exchange(String connectionId, String subject, String key) {
        return db.sql("select request, response from ledger" + KEY)
                .param("connection", connectionId).param("subject", subject).param("key", key)
                .query((row, number) -> new LastCall(row.getString(1), row.getString(2))).optional();
    }

    /**
     * Applies a person's decision about a step that is UNKNOWN or REJECTED.
     *
     * @param remoteId the object exists with this id; null: create it without a lookup
     * @return false if the step is not, or no longer, waiting for a decision
     */
    public boolean resolve(String connectionId, String subject, String key, String remoteId) {
        return db.sql("""
                        update ledger set state = :state, origin = 'RESOLVED', remote_id = :remoteId, content_hash = null,
                          failure_class = null, cause = null, remedy = null, updated_at = :now""" + KEY + " and state in ('UNKNOWN', 'REJECTED')")
                .param("state", (remoteId == null ? StepState.PLANNED : StepState.DONE).name()).param("remoteId", remoteId)
                .param("now", utc(Instant.now()))
                .param("connection", connectionId).param("subject", subject).param("key", key)
                .update() == 1;
    }

    /**
     * Ensures that each step of the plan has a row; new steps are PLANNED. Rows that the plan no longer contains are not changed.
     *
     * @return all rows of the subject by step key
     */
    public Map<String, LedgerRow> prepare(String connectionId, Plan plan) {
        return prepare(connectionId, plan, () -> rows(connectionId, plan.subject()));
    }

    /**
     * Like {@link #prepare} for one of many plans of a subject.
     *
     * @return the rows of the plan's steps, and those of the subject that are being sent
     */
    public Map<String, LedgerRow> preparePart(String connectionId, Plan plan) {
        return prepare(connectionId, plan, () -> rowsOfPart(connectionId, plan));
    }

    private Map<String, LedgerRow> prepare(String connectionId, Plan plan, Supplier<List<LedgerRow>> read) {
        Map<String, LedgerRow> rows = byKey(read.get());
        List<LedgerRow> missing = new ArrayList<>();
        for (int position = 0; position < plan.steps().size(); position++) {
            Step step = plan.steps().get(position);
            LedgerRow row = rows.get(step.key());
            if (row == null) {
                missing.add(LedgerRow.planned(connectionId, plan, step, position));
            } else if (!row.equals(row.describedBy(step, position))) {
                rows.put(step.key(), describe(row.describedBy(step, position)));
            }
        }
        for (int from = 0; from < missing.size(); from += ROWS_PER_INSERT) {
            insert(missing.subList(from, Math.min(missing.size(), from + ROWS_PER_INSERT)));
        }
        return missing.isEmpty() ? rows : byKey(read.get());
    }

    /** H2 reads every row of the subject for {@code step_key in (...)}; joined with the keys it reads theirs. */
    private List<LedgerRow> rowsOfPart(String connectionId, Plan plan) {
        List<LedgerRow> rows = new ArrayList<>(db.sql("select " + LedgerRows.COLUMNS + " from ledger where connection_id = :connection and subject = :subject and state = 'SENDING'")
                .param("connection", connectionId).param("subject", plan.subject()).query(LedgerRows::read).list());
        for (int from = 0; from < plan.steps().size(); from += KEYS_PER_READ) {
            List<Object> values = new ArrayList<>(plan.steps().subList(from, Math.min(plan.steps().size(), from + KEYS_PER_READ)).stream().map(Step::key).toList());
            String keys = "(cast(? as varchar(200)))" + ",(?)".repeat(values.size() - 1);
            values.add(connectionId);
            values.add(plan.subject());
            rows.addAll(db.sql("select " + LedgerRows.COLUMNS + " from (values " + keys + ") wanted(wanted_key) join ledger on connection_id = ? and subject = ? and step_key = wanted_key")
                    .params(values).query(LedgerRows::read).list());
        }
        return rows;
    }

    private static Map<String, LedgerRow> byKey(List<LedgerRow> read) {
        Map<String, LedgerRow> rows = new LinkedHashMap<>();
        read.forEach(row -> rows.put(row.key(), row));
        return rows;
    }

    /** Commits {@code to} if the row still is {@code from}; false if somebody else changed it. */
    public boolean change(LedgerRow from, LedgerRow to) {
        return changed(CHANGE + IF_UNCHANGED, from, to).update() == 1;
    }

    /**
     * Like {@link #change}, with the call about to be sent.
     *
     * @param match the values that a lookup of the new object compares, as JSON, or null
     */
    public boolean send(LedgerRow from, LedgerRow to, String request, String match) {
        return changed(CHANGE + ", request = :request, response = null, sent_match = :match" + IF_UNCHANGED, from, to)
                .param("request", kept(request)).param("match", match).update() == 1;
    }

    /** By step, for those with an open outcome: the values that a lookup of the sent object compares, as JSON. */
    public Map<String, String> sentMatches(String connectionId, String subject) {
        Map<String, String> matches = new TreeMap<>();
        db.sql("""
                        select step_key, sent_match from ledger where connection_id = :connection and subject = :subject
                          and state in ('SENDING', 'UNKNOWN') and sent_match is not null""")
                .param("connection", connectionId).param("subject", subject)
                .query(row -> {
                    matches.put(row.getString(1), row.getString(2));
                });
        return matches;
    }

    /** Like {@link #change}, with the response. */
    public boolean answer(LedgerRow from, LedgerRow to, String response) {
        return changed(CHANGE + ", response = :response" + IF_UNCHANGED, from, to)
                .param("response", kept(response)).update() == 1;
    }

    private JdbcClient.StatementSpec changed(String sql, LedgerRow from, LedgerRow to) {
        return db.sql(sql)
                .param("state", to.state().name()).param("origin", name(to.origin())).param("remoteId", to.remoteId())
                .param("hash", to.contentHash()).param("failureClass", name(to.failureClass()))
                .param("cause", DatabaseText.of(to.cause(), LONGEST_TEXT)).param("remedy", DatabaseText.of(to.remedy(), LONGEST_TEXT))
                .param("attempts", to.attempts()).param("sentAt", utc(to.sentAt())).param("now", utc(to.updatedAt()))
                .param("id", from.id()).param("was", from.state().name()).param("hadAttempts", from.attempts());
    }

    private LedgerRow describe(LedgerRow row) {
        db.sql("update ledger set position = :position, title = :title, mode = :mode, endpoint = :endpoint where id = :id")
                .param("position", row.position()).param("title", row.title()).param("mode", row.mode().name()).param("endpoint", row.endpoint())
                .param("id", row.id()).update();
        return row;
    }

    private void insert(List<LedgerRow> rows) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.addAll(List.of(row.connectionId(), row.subject(), row.key(), row.system(), row.endpoint(),
                row.position(), row.title(), row.mode().name(), row.state().name())));
        db.sql("insert into ledger (connection_id, subject, step_key, system, endpoint, position, title, mode, state) values (?,?,?,?,?,?,?,?,?)%s on conflict do nothing"
                        .formatted(",(?,?,?,?,?,?,?,?,?)".repeat(rows.size() - 1)))
                .params(values).update();
    }

    private static String kept(String text) {
        return DatabaseText.of(Redaction.of(text, LONGEST_TEXT), LONGEST_TEXT);
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
