package io.scopebridge.job;

import io.scopebridge.time.ScheduleTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of the table schedule. */
@Repository
class ScheduleRows {

    private static final String SELECT = "select connection_id, flow, cron, time_zone, spread_seconds, next_at from schedule";
    private static final int BATCH = 1_000;

    private final JdbcTemplate db;

    ScheduleRows(JdbcTemplate db) {
        this.db = db;
    }

    /**
     * @param timeZone empty in rows of a release without time zones
     * @param spread   seconds after the times of the cron expression
     * @param nextAt   null: now
     */
    record Row(String connectionId, String flow, String cron, String timeZone, int spread, OffsetDateTime nextAt) {

        /** Adds this row to the list unless the stored one says the same. What is due by an unchanged expression stays due. */
        void difference(Row stored, List<Row> differences) {
            if (stored == null) {
                differences.add(this);
                return;
            }
            boolean sameTimes = cron.equals(stored.cron) && (timeZone.equals(stored.timeZone) || stored.timeZone.isEmpty());
            if (sameTimes && timeZone.equals(stored.timeZone) && spread == stored.spread) return;
            OffsetDateTime next = sameTimes ? stored.nextAt : ScheduleTimes.next(cron, ZoneId.of(timeZone), spread);
            differences.add(new Row(connectionId, flow, cron, timeZone, spread, next));
        }

        private static Row read(ResultSet row, int number) throws SQLException {
            return new Row(row.getString("connection_id"), row.getString("flow"), row.getString("cron"), row.getString("time_zone"),
                row.getInt("spread_seconds"), row.getObject("next_at", OffsetDateTime.class));
        }
    }

    List<Row> all() {
        return db.query(SELECT, Row::read);
    }

    List<Row> of(String connectionId) {
        return db.query(SELECT + " where connection_id = ?", Row::read, connectionId);
    }

    void insert(List<Row> rows) {
        batch("""
            insert into schedule (cron, time_zone, spread_seconds, next_at, connection_id, flow)
            select ?, ?, ?, coalesce(cast(? as timestamp with time zone), current_timestamp), c.id, ? from connection_summary c where c.id = ?
            on conflict do nothing""", rows, row -> new Object[] {row.cron, row.timeZone, row.spread, row.nextAt, row.flow, row.connectionId});
    }

    void update(List<Row> rows) {
        batch("update schedule set cron = ?, time_zone = ?, spread_seconds = ?, next_at = ? where connection_id = ? and flow = ?", rows,
            row -> new Object[] {row.cron, row.timeZone, row.spread, row.nextAt, row.connectionId, row.flow});
    }

    /** Those of the rows that no other node has deleted. */
    List<Row> delete(List<Row> rows) {
        int[] deleted = batch("delete from schedule where connection_id = ? and flow = ?", rows, row -> new Object[] {row.connectionId, row.flow});
        List<Row> ours = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) if (deleted[row] == 1) ours.add(rows.get(row));
        return ours;
    }

    private int[] batch(String sql, List<Row> rows, Function<Row, Object[]> parameters) {
        int[] counts = new int[rows.size()];
        for (int from = 0; from < rows.size(); from += BATCH) {
            int[] some = db.batchUpdate(sql, rows.subList(from, Math.min(rows.size(), from + BATCH)).stream().map(parameters).toList());
            System.arraycopy(some, 0, counts, from, some.length);
        }
        return counts;
    }
}
