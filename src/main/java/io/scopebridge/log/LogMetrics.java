package io.scopebridge.log;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.scopebridge.database.Sampled;
import io.scopebridge.failure.FailureClass;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open entries of the log by class: one series for each class. */
@Component
class LogMetrics {

    private static final String OPEN = "scopebridge" + ".log.open.entries";

    private final JdbcClient db;

    LogMetrics(JdbcClient db, MeterRegistry registry) {
        this.db = db;
        Map<FailureClass, Double> unknown = new HashMap<>();
        for (FailureClass type : FailureClass.values()) unknown.put(type, Double.NaN);
        Sampled<Map<FailureClass, Double>> counts = new Sampled<>(this::read, unknown);
        for (FailureClass type : FailureClass.values()) {
            Gauge.builder(OPEN, () -> counts.get().getOrDefault(type, 0.0)).tag("class", type.name().toLowerCase(Locale.ROOT))
                    .description("Open entries of the log, on all nodes").register(registry);
        }
    }

    private Map<FailureClass, Double> read() {
        Map<FailureClass, Double> counts = new HashMap<>();
        db.sql("select failure_class, count(*) as entries from log_entry where state = 'OPEN' group by failure_class")
                .query(row -> {
                    counts.put(FailureClass.valueOf(row.getString("failure_class")), row.getDouble("entries"));
                });
        return counts;
    }
}
