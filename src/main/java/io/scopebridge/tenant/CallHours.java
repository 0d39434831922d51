package io.scopebridge.tenant;

import io.scopebridge.database.TimeColumn;
import io.scopebridge.database.Upsert;
import io.scopebridge.governor.Governor;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Adds the calls of this node to those of the others, by connection, system and hour: a few rows for each connection. */
@Component
class CallHours {

    private static final Logger LOG = LoggerFactory.getLogger(CallHours.class);
    private static final int KEPT_HOURS = 48;

    private record Row(Governor.Made made, Instant hour) {
    }

    private final Governor governor;
    private final JdbcClient db;
    /** Taken from the governor and not written yet. */
    private final List<Row> pending = new ArrayList<>();
    private Instant cleared = Instant.EPOCH;

    CallHours(Governor governor, JdbcClient db) {
        this.governor = governor;
        this.db = db;
    }

    @Scheduled(fixedDelayString = "${scopebridge.usage.tick}")
    @PreDestroy
    synchronized void write() {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        governor.takeCalls().forEach(made -> pending.add(new Row(made, hour)));
        try {
            while (!pending.isEmpty()) {
                add(pending.get(0));
                pending.remove(0);
            }
            if (cleared.isBefore(hour)) {
                db.sql("delete from call_hour where hour_at < :before").param("before", TimeColumn.of(hour.minus(KEPT_HOURS, ChronoUnit.HOURS))).update();
                cleared = hour;
            }
        } catch (DataAccessException e) {
            LOG.debug("Calls by the hour cannot be stored yet", e);
        }
    }

    private void add(Row row) {
        Governor.Made made = row.made();
        try {
            Upsert.write(db.sql("update call_hour set calls = calls + :calls, budget = :budget where connection_id = :connection and system = :system and hour_at = :hour")
                    .param("calls", made.calls()).param("budget", made.budget()).param("connection", made.tenant().connectionId()).param("system", made.tenant().system())
                    .param("hour", TimeColumn.of(row.hour())),
                db.sql("""
                        insert into call_hour (connection_id, system, hour_at, calls, budget)
                        select id, cast(:system as varchar(63)), cast(:hour as timestamp with time zone), cast(:calls as integer), cast(:budget as integer)
                        from connection_summary where id = :connection on conflict do nothing""")
                    .param("calls", made.calls()).param("budget", made.budget()).param("connection", made.tenant().connectionId()).param("system", made.tenant().system())
                    .param("hour", TimeColumn.of(row.hour())));
        } catch (DataIntegrityViolationException e) {
            LOG.debug("{} was deleted meanwhile", made.tenant().connectionId(), e);
        }
    }
}
