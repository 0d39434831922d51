package io.scopebridge.log;

import io.scopebridge.database.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One search as SQL that reads rows in the order of an index. There is an index for each pair of columns; other conditions and text do
 * not select rows but mark those that were read, so that the database never sorts or scans.
 */
final class LogQuery {

    /** A row that was read; {@code hit} says whether it matches the conditions without an index. */
    record Row(LogKey key, boolean hit) {
    }

    /** The most selective first. */
    private static final List<String> COLUMNS = List.of("subject", "connection_id", "failure_class", "flow");
    /** In the order of the indexes. */
    private static final List<String> INDEX_ORDER = List.of("connection_id", "flow", "failure_class", "subject");

    private final LogFilter filter;
    private final Map<String, String> indexed = new LinkedHashMap<>();
    private final Map<String, String> marked = new LinkedHashMap<>();

    LogQuery(LogFilter filter) {
        this.filter = filter;
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("subject", filter.subject());
        wanted.put("connection_id", filter.connectionId());
        wanted.put("failure_class", filter.type() == null ? null : filter.type().name());
        wanted.put("flow", filter.flow());
        List<String> asked = COLUMNS.stream().filter(column -> wanted.get(column) != null).toList();
        Set<String> pair = asked.stream().limit(2).collect(Collectors.toSet());
        INDEX_ORDER.stream().filter(pair::contains).forEach(column -> indexed.put(column, wanted.get(column)));
        asked.stream().skip(2).forEach(column -> marked.put(column + " = ?", wanted.get(column)));
        if (filter.problem() != null) marked.put("problem = ?", filter.problem());
        if (filter.hasText()) {
            marked.put("searchable like ? escape '!'", LikePattern.contains(filter.text()));
        }
    }

    /** Whether every row read is a match. */
    boolean exact() {
        return marked.isEmpty();
    }

    /** The next rows after the key, newest first. */
    List<Row> rows(JdbcClient db, LogKey after, int limit) {
        List<Object> values = new ArrayList<>();
        String sql = "select id, last_at, hit from (" + eachState(values, after, limit) + ") read_rows order by last_at desc, id desc limit " + limit;
        return db.sql(sql).params(values).query(LogQuery::row).list();
    }

    /** The number of rows, at most about {@code limit}; only for an {@link #exact} search. */
    long count(JdbcClient db, int limit) {
        List<Object> values = new ArrayList<>();
        return db.sql("select count(*) from (" + eachState(values, null, limit) + ") read_rows").params(values).query(Long.class).single();
    }

    private String eachState(List<Object> values, LogKey after, int limit) {
        List<LogState> states = filter.state() == null ? List.of(LogState.values()) : List.of(filter.state());
        return states.stream().map(state -> "(" + ofState(state, values, after, limit) + ")").collect(Collectors.joining(" union all "));
    }

    private String ofState(LogState state, List<Object> values, LogKey after, int limit) {
        values.addAll(marked.values());
        StringBuilder sql = new StringBuilder("select id, last_at, case when ")
                .append(marked.isEmpty() ? "1 = 1" : String.join(" and ", marked.keySet()))
                .append(" then 1 else 0 end as hit from log_entry where ");
        indexed.forEach((column, value) -> and(sql, values, column + " = ?", value));
        and(sql, values, "state = ?", state.name());
        and(sql, values, "last_at >= ?", utc(filter.from()));
        // Only one bound: of two, H2 uses the wider one and reads everything between them.
        boolean goesOn = after != null && (filter.to() == null || after.at().isBefore(filter.to()));
        if (!goesOn) {
            and(sql, values, "last_at < ?", utc(filter.to()));
        } else {
            and(sql, values, "last_at <= ?", utc(after.at()));
            sql.append("(last_at < ? or id < ?) and ");
            values.add(utc(after.at()));
            values.add(after.id());
        }
        sql.setLength(sql.length() - " and ".length());
        String columns = indexed.keySet().stream().map(column -> column + ", ").collect(Collectors.joining());
        // The columns that are equal in all rows let H2 choose the index with this order.
        return sql.append(" order by ").append(columns).append("state, last_at desc, id desc limit ").append(limit).toString();
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition).append(" and ");
            values.add(value);
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(new LogKey(row.getObject("last_at", OffsetDateTime.class).toInstant(), row.getLong("id")), row.getInt("hit") == 1);
    }

    private static OffsetDateTime utc(Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
