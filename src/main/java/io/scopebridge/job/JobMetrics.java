package io.scopebridge.job;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.scopebridge.database.Sampled;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.plan.execution.PlanResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs of all nodes: how many wait and run, and for how long the oldest has been due. Those that this node ended, with the steps of their plans. */
@Component
class JobMetrics {

    private static final String PREFIX = "scopebridge" + ".jobs";
    private static final String STEPS = "scopebridge" + ".steps";
    private static final Figures UNKNOWN = new Figures(Double.NaN, Double.NaN, Double.NaN);

    private record Figures(double waiting, double running, double oldestSeconds) {
    }

    private final JdbcClient db;
    private final MeterRegistry registry;

    JobMetrics(JdbcClient db, ConnectionLeases leases, MeterRegistry registry) {
        this.db = db;
        this.registry = registry;
        Sampled<Figures> figures = new Sampled<>(this::read, UNKNOWN);
        Gauge.builder(PREFIX, () -> figures.get().waiting()).tag("state", "waiting").description("Jobs, on all nodes").register(registry);
        Gauge.builder(PREFIX, () -> figures.get().running()).tag("state", "running").description("Jobs, on all nodes").register(registry);
        Gauge.builder("scopebridge" + ".leases", leases::held).description("Connections that this node processes").register(registry);
        Gauge.builder(PREFIX + ".oldest.due", () -> figures.get().oldestSeconds()).baseUnit("seconds").description("For how long the oldest waiting job has been due, on all nodes").register(registry);
    }

    /** @param result of its plan, or null */
    void ended(Job job, JobState state, PlanResult result) {
        Counter.builder(PREFIX + ".ended").description("Jobs that this node ended").tags("flow", job.flow(), "outcome", state.name().toLowerCase(Locale.ROOT)).register(registry).increment();
        if (result == null) return;
        count("created", result.created());
        count("updated", result.updated());
        count("existing", result.existing());
        count("failed", result.failed());
        count("blocked", result.blocked());
        count("cancelled", result.cancelled());
    }

    void retried(Job job) {
        Counter.builder(PREFIX + ".retries").description("Jobs of this node that failed and are run again later").tags("flow", job.flow()).register(registry).increment();
    }

    private void count(String outcome, int steps) {
        Counter.builder(STEPS).description("Steps of the plans of ended jobs").tags("outcome", outcome).register(registry).increment(steps);
    }

    private Figures read() {
        return db.sql("""
                select sum(case when state = 'WAITING' then 1 else 0 end) as waiting, sum(case when state = 'RUNNING' then 1 else 0 end) as running,
                  min(case when state = 'WAITING' then due_at end) as oldest from job where under_way""")
            .query((row, number) -> new Figures(row.getDouble("waiting"), row.getDouble("running"), age(TimeColumn.read(row, "oldest")))).single();
    }

    private static double age(Instant due) {
        return due == null ? 0 : Math.max(0, Duration.between(due, Instant.now()).toMillis() / 1000.0);
    }
}
