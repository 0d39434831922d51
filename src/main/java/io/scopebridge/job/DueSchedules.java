package io.scopebridge.job;

import io.scopebridge.time.ScheduleTimes;
import io.scopebridge.time.TimeZones;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creates the jobs that are due, a few hundred per transaction. Nodes share the work: one passes over the rows that another holds. */
@Component("dueSchedules")
public class DueSchedules {

    static final int CHUNK = 200;

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    /** An expression that an earlier release accepted, or a time zone that this JVM does not know. */
    private static final int HOURS_AFTER_ODD_CRON = 1;

    private record Due(String connectionId, String system, String flow, String cron, String zone, int spread) {

        static Due read(ResultSet row, int number) throws SQLException {
            return new Due(row.getString("connection_id"), row.getString("system"), row.getString("flow"), row.getString("cron"),
                row.getString("time_zone"), row.getInt("spread_seconds"));
        }
    }

    private final JdbcTemplate db;
    private final TransactionOperations transactions;
    private final ScheduledFlows flows;
    private final TimeZones zones;
    private final Readiness opening;
    private final JobWakeUp wakeUp;

    DueSchedules(JdbcTemplate db, TransactionOperations transactions, ScheduledFlows flows, TimeZones zones, Readiness opening, JobWakeUp wakeUp) {
        this.wakeUp = wakeUp;
        this.db = db;
        this.transactions = transactions;
        this.flows = flows;
        this.zones = zones;
        this.opening = opening;
    }

    /** Creates a job for everything that is due; a flow that is still running is left for its next time. */
    public void makeJobs() {
        int made = CHUNK;
        while (made == CHUNK && opening.isOpen()) {
            made = transactions.execute(status -> chunk());
            if (made > 0) wakeUp.now();
        }
    }

    private int chunk() {
        List<Due> due = db.query("""
            select s.connection_id, (select c.system from connection_summary c where c.id = s.connection_id) as system, s.flow, s.cron, s.time_zone, s.spread_seconds
            from schedule s where s.next_at <= current_timestamp
              and exists (select 1 from connection_summary c where c.id = s.connection_id and c.enabled)
            order by s.next_at fetch first %d rows only for update skip locked""".formatted(CHUNK), Due::read);
        if (due.isEmpty()) return 0;
        db.batchUpdate("update schedule set next_at = ?, last_at = current_timestamp where connection_id = ? and flow = ?",
            due.stream().map(one -> new Object[] {next(one), one.connectionId(), one.flow()}).toList());
        insert(due);
        return due.size();
    }

    private OffsetDateTime next(Due due) {
        try {
            return ScheduleTimes.next(due.cron(), zones.named(due.zone()), due.spread());
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.warn("{}: the schedule '{}' of {} cannot be read: {}", due.connectionId(), due.cron(), due.flow(), e.getMessage());
            return OffsetDateTime.now(ZoneOffset.UTC).plusHours(HOURS_AFTER_ODD_CRON);
        }
    }

    /** One statement: a job that waits or runs is enough, unless it does less. */
    private void insert(List<Due> due) {
        List<Object> values = new ArrayList<>();
        Map<String, ScheduledFlow> known = new HashMap<>();
        int rows = 0;
        for (Due one : due) {
            ScheduledFlow flow = flow(one, known);
            if (flow == null) continue;
            String payload = flow.payload().toString();
            values.addAll(List.of(one.connectionId(), flow.flow(), flow.subject(), payload, Jobs.activeKey(flow.flow(), flow.subject(), payload)));
            rows++;
        }
        if (rows == 0) return;
        String row = "(cast(? as varchar(63)), cast(? as varchar(60)), cast(? as varchar(200)), cast(? as varchar(4000)), cast(? as varchar(64)))";
        db.update("""
            insert into job (connection_id, flow, subject, payload, source, active_key, state, due_at)
            select v.connection_id, v.flow, v.subject, v.payload, 'schedule', v.active_key, 'WAITING', current_timestamp
            from (values %s) as v (connection_id, flow, subject, payload, active_key)
            where not exists (select 1 from job j where j.connection_id = v.connection_id and j.under_way and j.flow = v.flow and j.subject = v.subject
              and (v.payload = '{}' or j.payload = v.payload))
            on conflict do nothing""".formatted(row + (", " + row).repeat(rows - 1)), values.toArray());
    }

    /** Null for one that a file no longer declares, or whose file cannot be read: it does not affect others. */
    private ScheduledFlow flow(Due due, Map<String, ScheduledFlow> known) {
        try {
            return known.computeIfAbsent(due.system() + " " + due.flow(), name -> flows.get(due.system(), due.flow()));
        } catch (IllegalStateException | UncheckedIOException e) {
            LOG.warn("{}: {} is due but cannot run: {}", due.connectionId(), due.flow(), e.getMessage());
            return null;
        }
    }
}
