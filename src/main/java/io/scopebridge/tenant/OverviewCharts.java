package io.scopebridge.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.database.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures over time, of one connection or of all: two statements, however many there are. */
@Component
class OverviewCharts {

    private static final int DAYS = 14;
    private static final String OF_CONNECTION = " and (cast(:connection as varchar(63)) is null or connection_id = :connection)";

    /** @param failures log entries by the day (UTC) of their last occurrence */
    record Day(LocalDate day, int failures) {
    }

    /**
     * @param failuresByDay the last two weeks, the oldest day first
     * @param jobsWaiting   that are due
     * @param oldestDueAt   since when the first of them has been due; null if none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Charts(List<Day> failuresByDay, int jobsWaiting, Instant oldestDueAt) {
    }

    private record Waiting(int jobs, Instant oldest) {
    }

    private final JdbcClient db;

    OverviewCharts(JdbcClient db) {
        this.db = db;
    }

    /** @param connection its id; null: of all */
    Charts of(String connection) {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).minusDays(DAYS - 1);
        Map<LocalDate, Integer> failures = new HashMap<>();
        db.sql("select cast(last_at at time zone 'UTC' as date) as failed_on, count(*) as entries from log_record where state in ('OPEN', 'RESOLVED') and last_at >= :from"
                + OF_CONNECTION + " group by cast(last_at at time zone 'UTC' as date)")
            .param("from", first.atStartOfDay().atOffset(ZoneOffset.UTC)).param("connection", connection).query(row -> {
                failures.put(row.getObject("failed_on", LocalDate.class), row.getInt("entries"));
            });
        Waiting waiting = db.sql("select count(*) as jobs, min(due_at) as oldest from waiting_job where due_at <= current_timestamp" + OF_CONNECTION).param("connection", connection)
            .query((row, n) -> new Waiting(row.getInt("jobs"), TimeColumn.read(row, "oldest"))).single();
        return new Charts(IntStream.range(0, DAYS).mapToObj(first::plusDays).map(day -> new Day(day, failures.getOrDefault(day, 0))).toList(), waiting.jobs(), waiting.oldest());
    }
}
