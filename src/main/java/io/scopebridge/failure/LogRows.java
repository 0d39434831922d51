package io.scopebridge.failure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows of {@code log_entry} are asked for and read. */
final class LogRows {

    static final String SHORT_COLUMNS = "id, connection_id, flow, subject, step, job_id, failure_class, cause, remedy, field, "
            + "state, occurrences, created_at, last_at, resolved_at";
    static final RowMapper<LogEntry> WHOLE = (row, number) -> entry(row, true);
    static final RowMapper<LogEntry> SHORT = (row, number) -> entry(row, false);

    private LogRows() {
    }

    static JdbcClient.StatementSpec select(JdbcClient db, String columns, LogFilter filter, int limit, Long before) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        put(conditions, "id < ?", before);
        put(conditions, "connection_id = ?", filter.connectionId());
        put(conditions, "flow = ?", filter.flow());
        put(conditions, "failure_class = ?", filter.type() == null ? null : filter.type().name());
        put(conditions, "state = ?", filter.state() == null ? null : filter.state().name());
        put(conditions, "last_at >= ?", filter.since() == null ? null : filter.since().atOffset(ZoneOffset.UTC));
        put(conditions, "last_at < ?", filter.until() == null ? null : filter.until().atOffset(ZoneOffset.UTC));
        put(conditions, """
                lower(cause || ' ' || remedy || ' ' || coalesce(subject, '') || ' ' || coalesce(step, '') || ' '
                  || coalesce(request, '') || ' ' || coalesce(response, '')) like ? escape '!'""", pattern(filter.text()));
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions.keySet());
        JdbcClient.StatementSpec statement = db.sql("select " + columns + " from log_entry" + where + " order by id desc limit " + limit);
        conditions.values().forEach(statement::param);
        return statement;
    }

    private static void put(Map<String, Object> conditions, String condition, Object value) {
        if (value != null) {
            conditions.put(condition, value);
        }
    }

    private static String pattern(String text) {
        return text == null || text.isBlank() ? null
                : "%" + text.strip().toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    private static LogEntry entry(ResultSet row, boolean whole) throws SQLException {
        return new LogEntry(row.getLong("id"), row.getString("connection_id"), row.getString("flow"),
                row.getString("subject"), row.getString("step"), row.getObject("job_id", Long.class),
                FailureClass.valueOf(row.getString("failure_class")),
                row.getString("cause"), row.getString("remedy"), row.getString("field"),
                whole ? row.getString("payload") : null, whole ? row.getString("request") : null,
                whole ? row.getString("response") : null, whole ? row.getString("stack_trace") : null,
                LogState.valueOf(row.getString("state")), row.getInt("occurrences"),
                instant(row, "created_at"), instant(row, "last_at"), instant(row, "resolved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
