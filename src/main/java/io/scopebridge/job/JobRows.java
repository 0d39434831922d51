package io.scopebridge.job;

import io.scopebridge.job.cancel.Cancellation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.RowMapper;

/** Rows of the table job for the API. */
final class JobRows {

    static final RowMapper<JobView> SHORT = (row, number) -> view(row, null, null);
    static final RowMapper<JobView> WHOLE = (row, number) -> view(row, row.getString("report"), row.getString("mappings"));

    private JobRows() {
    }

    private static JobView view(ResultSet row, String steps, String mappings) throws SQLException {
        JobState state = JobState.valueOf(row.getString("state"));
        int done = row.getInt("progress_done");
        int total = row.getInt("progress_total");
        Double rate = state == JobState.RUNNING ? rate(row, done) : null;
        Long left = rate == null || rate == 0 ? null : (long) Math.ceil((total - done) / rate);
        return new JobView(row.getLong("id"), row.getString("connection_id"), row.getString("flow"), row.getString("subject"), row.getString("source"), row.getString("requested_by"),
            state, time(row, "due_at"), row.getInt("attempts"), null, Cancellation.read(row), done, total, rate, left, row.getString("result"), steps, mappings,
            time(row, "created_at"), time(row, "started_at"), time(row, "finished_at"));
    }

    /** Work before this run does not count; null until there is some. */
    private static Double rate(ResultSet row, int done) throws SQLException {
        OffsetDateTime since = time(row, "progress_since");
        if (since == null) return null;
        double seconds = Math.max(0.001, Duration.between(since, time(row, "progress_at")).toMillis() / 1000.0);
        int steps = done - row.getInt("progress_from");
        return steps == 0 ? null : Math.round(100 * steps / seconds) / 100.0;
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }
}
