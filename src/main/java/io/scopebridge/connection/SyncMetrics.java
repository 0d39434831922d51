package io.scopebridge.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.scopebridge.database.TimeColumn;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When each connection last read opportunities: one series for each connection, so only on request. */
@Component
@ConditionalOnProperty("scopebridge.metrics.per-connection")
class SyncMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(SyncMetrics.class);
    private static final long EVERY_MILLIS = 15_000;

    private final JdbcClient db;
    private final MultiGauge synced;

    SyncMetrics(JdbcClient db, MeterRegistry registry) {
        this.db = db;
        this.synced = MultiGauge.builder("scopebridge" + ".last.sync.timestamp").baseUnit("seconds")
            .description("When opportunities were last read, on all nodes").register(registry);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void read() {
        try {
            List<MultiGauge.Row<Number>> rows = db.sql("""
                    select c.id, s.last_sync_at from connection_summary c join connection_status s on s.connection_id = c.id
                    where c.enabled and s.last_sync_at is not null""")
                .query((row, n) -> row(row.getString("id"), TimeColumn.read(row, "last_sync_at").toEpochMilli() / 1000.0)).list();
            synced.register(rows, true);
        } catch (DataAccessException e) {
            LOG.debug("The times of the last syncs cannot be read", e);
        }
    }

    private static MultiGauge.Row<Number> row(String connection, double seconds) {
        return MultiGauge.Row.of(Tags.of("connection", connection), seconds);
    }
}
