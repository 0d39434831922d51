package io.scopebridge.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.scopebridge.database.Sampled;
import io.scopebridge.database.TimeColumn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many alerts were sent or failed, and how many wait. Labels are the channel and the outcome: their number does not grow. */
@Component
class AlertMetrics {

    private static final String PREFIX = "scopebridge" + ".alerts.";

    private final JdbcClient db;
    private final MeterRegistry registry;

    AlertMetrics(JdbcClient db, MeterRegistry registry) {
        this.db = db;
        this.registry = registry;
        Sampled<Double> overdue = new Sampled<>(this::overdue, Double.NaN);
        Sampled<Double> open = new Sampled<>(this::open, Double.NaN);
        Gauge.builder(PREFIX + "overdue", overdue::get).description("Alerts that are due and not delivered, on all nodes").register(registry);
        Gauge.builder(PREFIX + "open.problems", open::get).description("Problems that are open, on all nodes").register(registry);
    }

    /**
     * @param channel null if the target cannot be read
     * @param outcome sent, failed (it is tried again) or given_up
     */
    void count(Channel channel, String outcome) {
        Counter.builder(PREFIX + "attempts").description("Attempts of this node to deliver alerts").tags("channel", channel == null ? "unknown" : channel.id(), "outcome", outcome).register(registry).increment();
    }

    private double overdue() {
        return db.sql("select count(*) from alert_delivery where state = 'SENDING' or state = 'PENDING' and (due_at <= ? or attempts > 0)").param(TimeColumn.now()).query(Integer.class).single();
    }

    private double open() {
        return db.sql("select count(*) from alert_problem where open_key is not null").query(Integer.class).single();
    }
}
