package io.scopebridge.log;

import io.scopebridge.failure.FailureClass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@code log_entry}. */
final class LogRows {

    static final String SHORT_COLUMNS = "id, connection_id, flow, subject, step, job_id, failure_class, cause, remedy, field, "
            + "state, occurrences, created_at, last_at, resolved_at, subject_name, step_title, problem";
    static final RowMapper<LogEntry> WHOLE = (row, number) -> entry(row, true);
    static final RowMapper<LogEntry> SHORT = (row, number) -> entry(row, false);

    private LogRows() {
    }

    private static LogEntry entry(ResultSet row, boolean whole) throws SQLException {
        return new LogEntry(row.getLong("id"), row.getString("connection_id"), row.getString("flow"),
                row.getString("subject"), row.getString("step"), row.getObject("job_id", Long.class),
                FailureClass.valueOf(row.getString("failure_class")),
                row.getString("cause"), row.getString("remedy"), row.getString("field"),
                whole ? row.getString("payload") : null, whole ? row.getString("request") : null,
                whole ? row.getString("response") : null, whole ? row.getString("stack_trace") : null,
                LogState.valueOf(row.getString("state")), row.getInt("occurrences"),
                instant(row, "created_at"), instant(row, "last_at"), instant(row, "resolved_at"),
                row.getString("subject_name"), row.getString("step_title"), row.getString("problem"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
