package io.scopebridge.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.audit.AuditEntry.Outcome;
import io.scopebridge.log.LogKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table audit_entry: inserted into and read, never changed. */
@Repository
class AuditTrail {

    /** Null means any. */
    record Filter(Long id, String who, String action, String connectionId, String subject, Outcome outcome, Instant from, Instant to) {
    }

    private final JdbcClient db;
    private final ObjectMapper json;
    private final AuditChain chain;
    private final TransactionTemplate transactions;

    AuditTrail(JdbcClient db, ObjectMapper json, AuditChain chain, TransactionTemplate transactions) {
        this.db = db;
        this.json = json;
        this.chain = chain;
        this.transactions = transactions;
    }

    /** Takes part in the caller's transaction, and is written at its end. Assigns the id of the entry, and its time. */
    void add(AuditEntry entry) {
        AuditRow row = AuditRow.of(entry);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transactions.executeWithoutResult(status -> chain.append(List.of(row)));
        } else if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
            pending.add(row);
        } else {
            Pending pending = new Pending();
            pending.add(row);
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
    }

    /** The entries of the current transaction: a chain is locked for as short as possible. */
    private class Pending implements TransactionSynchronization {

        private final List<AuditRow> rows = new ArrayList<>();
        private boolean written;

        void add(AuditRow row) {
            if (written) chain.append(List.of(row));
            else rows.add(row);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            chain.append(rows);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(AuditTrail.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(AuditTrail.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(AuditTrail.this);
        }
    }

    /** The newest first. */
    List<AuditEntry> page(Filter filter, LogKey after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        List<Object> values = new ArrayList<>();
        and(conditions, values, "id = ?", filter.id());
        and(conditions, values, "who = ?", filter.who());
        and(conditions, values, "action = ?", filter.action());
        and(conditions, values, "connection_id = ?", filter.connectionId());
        and(conditions, values, "subject = ?", filter.subject());
        and(conditions, values, "outcome = ?", filter.outcome() == null ? null : filter.outcome().name());
        and(conditions, values, "at >= ?", utc(filter.from()));
        and(conditions, values, "at < ?", utc(filter.to()));
        if (after != null) {
            and(conditions, values, "at <= ?", utc(after.at()));
            and(conditions, values, "(at < ? or id < ?)", utc(after.at()));
            values.add(after.id());
        }
        return db.sql("select * from audit_entry where " + String.join(" and ", conditions) + " order by at desc, id desc limit " + limit)
            .params(values).query(this::entry).list();
    }

    static void and(List<String> conditions, List<Object> values, String condition, Object value) {
        if (value == null) return;
        conditions.add(condition);
        values.add(value);
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"), row.getString("role"),
            row.getString("action"), row.getString("connection_id"), row.getString("subject"), row.getString("reason"),
            Outcome.valueOf(row.getString("outcome")), row.getObject("status", Integer.class), parsed(row.getString("details")));
    }

    private JsonNode parsed(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException cut) {
            return json.getNodeFactory().textNode(text);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
