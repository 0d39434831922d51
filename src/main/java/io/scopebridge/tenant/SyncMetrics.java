package io.scopebridge.tenant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.scopebridge.connection.ConnectionStatuses;
import java.util.ArrayList;
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
    private final ConnectionStatuses statuses;
    private final MultiGauge synced;

    SyncMetrics(JdbcClient db, ConnectionStatuses statuses, MeterRegistry registry) {
        this.db = db;
        this.statuses = statuses;
        this.synced = MultiGauge.builder("scopebridge" + ".last.sync.timestamp").baseUnit("seconds")
            .description("When opportunities were last read, on all nodes").register(registry);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void read() {
        try {
            List<MultiGauge.Row<Number>> rows = new ArrayList<>();
            statuses.of(db.sql("select id from connection_summary where enabled").query(String.class).list()).forEach((id, status) -> {
                if (status.lastSyncAt() != null) rows.add(MultiGauge.Row.of(Tags.of("connection", id), status.lastSyncAt().toInstant().toEpochMilli() / 1000.0));
            });
            synced.register(rows, true);
        } catch (DataAccessException e) {
            LOG.debug("The times of the last syncs cannot be read", e);
        }
    }
}
