package io.scopebridge.log.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.log.LogConditions;
import io.scopebridge.log.LogFilter;
import io.scopebridge.web.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Log entries of one cause as one row: 808 tickets that lack the same field are one problem. */
@Component
class LogGroups {

    /** Older matches are not counted. */
    static final int MOST_ENTRIES = 10_000;
    private static final Map<String, String> COLUMNS = new TreeMap<>(Map.of("last", "g.last_at", "first", "g.first_at", "entries", "g.entries", "failures", "g.failures"));

    private final JdbcClient db;

    LogGroups(JdbcClient db) {
        this.db = db;
    }

    /**
     * The entries of one cause; the cause, the subject and the step are those of the newest.
     *
     * @param problem     names the group; absent for an entry of an earlier version, which is a group of its own
     * @param entries     how many match the filter, of these {@code open}
     * @param occurrences of all these
     * @param newest      the id of the newest entry
     * @param handling    absent if nobody has said anything about it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(String problem, @JsonProperty("connection") String connectionId, String flow, @JsonProperty("class") FailureClass type, String cause, String remedy,
                 String field, String subject, String subjectName, String step, String stepTitle, int entries, int open, long occurrences, Instant firstAt, Instant lastAt,
                 long newest, Handling handling) {
    }

    /** @param sort last, first, entries or failures, with a leading minus for descending order */
    List<Group> of(LogFilter filter, String sort, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        String where = LogConditions.of(filter, "e", parameters);
        return db.sql("""
                select g.problem as group_key, g.entries, g.open_entries, g.failures, g.first_at, g.last_at as latest_at, n.*, %s from (
                  select max(problem) as problem, count(*) as entries, count(case when state = 'OPEN' then 1 end) as open_entries, sum(occurrences) as failures,
                    min(created_at) as first_at, max(last_at) as last_at, max(id) as newest
                  from (select e.id, e.problem, coalesce(e.problem, 'entry ' || e.id) as cause_key, e.state, e.occurrences, e.created_at, e.last_at from log_record e
                        where %s order by e.last_at desc, e.id desc fetch first %d rows only) matched
                  group by cause_key) g
                join log_record n on n.id = g.newest left join log_handling h on h.problem = g.problem
                order by %s, g.newest desc fetch first %d rows only""".formatted(Handling.COLUMNS, where, MOST_ENTRIES, order(sort), limit))
            .params(parameters).query(LogGroups::group).list();
    }

    private static String order(String sort) {
        String column = COLUMNS.get(sort.replaceFirst("^-", ""));
        if (column == null) throw new InvalidInput("sort", "must be one of " + String.join(", ", COLUMNS.keySet()) + ", with a leading minus for descending order");
        return column + (sort.startsWith("-") ? " desc" : "");
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(row.getString("group_key"), row.getString("connection_id"), row.getString("flow"), FailureClass.valueOf(row.getString("failure_class")),
            row.getString("cause"), row.getString("remedy"), row.getString("field"), row.getString("subject"), row.getString("subject_name"), row.getString("step"),
            row.getString("step_title"), row.getInt("entries"), row.getInt("open_entries"), row.getLong("failures"), TimeColumn.read(row, "first_at"),
            TimeColumn.read(row, "latest_at"), row.getLong("id"), Handling.read(row));
    }
}
