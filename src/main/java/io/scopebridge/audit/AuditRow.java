package io.scopebridge.audit;

import io.scopebridge.database.DatabaseText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** The content of an entry as it is stored. */
record AuditRow(Instant at, String who, String role, String action, String connection, String subject, String reason, String outcome, Integer status, String details) {

    /** With the current time: the id is assigned later. */
    static AuditRow of(AuditEntry entry) {
        return new AuditRow(Instant.now().truncatedTo(ChronoUnit.MILLIS), kept(entry.who(), 200), kept(entry.role(), 40), kept(entry.action(), 120), kept(entry.connectionId(), 63),
            kept(entry.subject(), 200), kept(entry.reason(), 2_000), entry.outcome().name(), entry.status(), entry.details() == null ? null : kept(entry.details().toString(), 20_000));
    }

    static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("who"), row.getString("role"), row.getString("action"), row.getString("connection_id"),
            row.getString("subject"), row.getString("reason"), row.getString("outcome"), row.getObject("status", Integer.class), row.getString("details"));
    }

    /** All fields, so that no two different rows have the same text. */
    String canonical() {
        StringBuilder text = new StringBuilder();
        for (Object field : Arrays.asList(at, who, role, action, connection, subject, reason, outcome, status, details)) {
            if (field == null) text.append("-;");
            else text.append(field.toString().length()).append(':').append(field).append(';');
        }
        return text.toString();
    }

    /** Users may enter anything as their name. */
    static String kept(String text, int most) {
        return text == null ? null : DatabaseText.of(text.replaceAll("\\p{Cntrl}", " "), most);
    }
}
