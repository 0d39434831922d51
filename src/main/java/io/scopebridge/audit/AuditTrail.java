package io.scopebridge.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.audit.AuditEntry.Outcome;
import io.scopebridge.database.DatabaseText;
import io.scopebridge.log.LogKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table audit_entry: inserted into and read, never changed. */
@Repository
class AuditTrail {

    /** Null means any. */
    record Filter(Long id, String who, String action, String connectionId, String subject, Outcome outcome, Instant from, Instant to) {
    }

    private final JdbcClient db;
    private final ObjectMapper json;

    AuditTrail(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Takes part in the caller's transaction. Assigns the id of the entry, and its time if that is null. */
    void add(AuditEntry entry) {
        db.sql("""
                insert into audit_entry (at, who, role, action, connection_id, subject, reason, outcome, status, details)
                values (:at, :who, :role, :action, :connection, :subject, :reason, :outcome, :status, :details)""")
            .param("at", Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC)).param("who", kept(entry.who(), 200)).param("role", entry.role())
            .param("action", kept(entry.action(), 120)).param("connection", kept(entry.connectionId(), 63)).param("subject", kept(entry.subject(), 200))
            .param("reason", kept(entry.reason(), 2_000)).param("outcome", entry.outcome().name()).param("status", entry.status())
            .param("details", entry.details() == null ? null : kept(entry.details().toString(), 20_000)).update();
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

    /** Users may enter anything as their name. */
    static String kept(String text, int most) {
        if (text == null) return null;
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return DatabaseText.of(clean, most);
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
