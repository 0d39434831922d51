package io.scopebridge.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.scopebridge.connection.ConnectionParts;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.database.Databases;
import io.scopebridge.group.StartsServer;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@StartsServer
class SyncMetricsTest {

    private static final String METRIC = "scopebridge.last.sync.timestamp";

    private final DataSource database = Databases.fresh("h2");
    private final JdbcClient db = JdbcClient.create(database);
    private final ConnectionStatuses statuses = ConnectionParts.statuses(database);
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SyncMetrics metrics = new SyncMetrics(db, statuses, registry);

    @Test
    void aConnectionHasASeriesFromItsFirstSyncUntilItIsDisabled() {
        Databases.addConnection(database, "contoso", "connectwise");
        Databases.addConnection(database, "never-synced", "connectwise");
        db.sql("insert into connection_status (connection_id, status, since) values ('contoso', 'CONNECTED', current_timestamp), ('never-synced', 'UNCHECKED', current_timestamp)").update();
        metrics.read();
        assertThat(registry.find(METRIC).gauges()).isEmpty();

        double before = Instant.now().getEpochSecond();
        statuses.synced("contoso");
        metrics.read();
        assertThat(registry.find(METRIC).gauges()).singleElement().satisfies(gauge -> {
            assertThat(gauge.getId().getTag("connection")).isEqualTo("contoso");
            assertThat(gauge.value()).isBetween(before - 1, Instant.now().getEpochSecond() + 1.0);
        });

        db.sql("update connection set enabled = false where id = 'contoso'").update();
        metrics.read();
        assertThat(registry.find(METRIC).gauges()).isEmpty();
    }
}
