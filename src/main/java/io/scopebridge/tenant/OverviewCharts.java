package io.scopebridge.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.database.TimeColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures over time, of one connection or of all: three statements, however many there are. */
@Component
class OverviewCharts {

    private static final int DAYS = 14;
    private static final int HOURS = 24;
    private static final String OF_CONNECTION = " and (cast(:connection as varchar(63)) is null or connection_id = :connection)";

    /** @param failures log entries by the day (UTC) of their last occurrence */
    record Day(LocalDate day, int failures) {
    }

    /**
     * The calls to PSAs in an hour.
     *
     * @param usedPercent the highest share of its hourly budget that a connection used; null without limits
     * @param connection  the name of that connection, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hour(Instant hour, long calls, Integer usedPercent, String connection) {
    }

    /**
     * @param failuresByDay the last two weeks, the oldest day first
     * @param callsByHour   the last 24 hours, the oldest first; of all nodes
     * @param jobsWaiting   that are due
     * @param oldestDueAt   since when the first of them has been due; null if none is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Charts(List<Day> failuresByDay, List<Hour> callsByHour, int jobsWaiting, Instant oldestDueAt) {
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
        return new Charts(IntStream.range(0, DAYS).mapToObj(first::plusDays).map(day -> new Day(day, failures.getOrDefault(day, 0))).toList(), hours(connection),
            waiting.jobs(), waiting.oldest());
    }

    private List<Hour> hours(String connection) {
        Instant first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
        Map<Instant, Hour> hours = new HashMap<>();
        db.sql("""
                select hour_at, calls, used, name from (
                  select h.hour_at, c.name, sum(h.calls) over (partition by h.hour_at) as calls, case when h.budget > 0 then 100.0 * h.calls / h.budget end as used,
                    row_number() over (partition by h.hour_at order by case when h.budget > 0 then 1.0 * h.calls / h.budget else -1 end desc, c.id) as place
                  from call_hour h join connection_summary c on c.id = h.connection_id and c.system = h.system
                  where h.hour_at >= :from""" + OF_CONNECTION + ") ranked where place = 1")
            .param("from", TimeColumn.of(first)).param("connection", connection).query(row -> {
                Instant hour = TimeColumn.read(row, "hour_at");
                double used = row.getDouble("used");
                boolean isLimited = !row.wasNull();
                hours.put(hour, new Hour(hour, row.getLong("calls"), isLimited ? (int) Math.round(used) : null, isLimited ? row.getString("name") : null));
            });
        return IntStream.range(0, HOURS).mapToObj(passed -> first.plus(passed, ChronoUnit.HOURS)).map(hour -> hours.getOrDefault(hour, new Hour(hour, 0, null, null))).toList();
    }
}
