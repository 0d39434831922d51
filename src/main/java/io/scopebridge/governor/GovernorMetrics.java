package io.scopebridge.governor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The use of hourly budgets and the calls that wait, of this node: for each system, and on request for each connection, whose number
 * grows with the tenants.
 */
@Component
class GovernorMetrics {

    private static final String PREFIX = "scopebridge" + ".budget.";
    private static final String CALLS = "calls";
    private static final String LEFT = "left";

    private final Governor governor;
    private final MeterRegistry registry;
    private final boolean perConnection;
    private final Set<String> systems = ConcurrentHashMap.newKeySet();

    GovernorMetrics(Governor governor, MeterRegistry registry, @Value("${scopebridge.metrics.per-connection}") boolean perConnection) {
        this.governor = governor;
        this.registry = registry;
        this.perConnection = perConnection;
        governor.observe(this::register, this::remove);
    }

    private void register(Governor.Tenant tenant) {
        String system = tenant.system();
        if (systems.add(system)) {
            Gauge.builder("scopebridge" + ".calls.waiting", () -> governor.figures(system).stream().mapToInt(GovernorFigures::waiting).sum())
                .tag("system", system).description("Calls of this node that wait for permission").register(registry);
            Gauge.builder(PREFIX + "used.ratio", () -> governor.figures(system).stream().mapToDouble(GovernorMetrics::used).max().orElse(0))
                .tag("system", system).description("Highest share of its hourly budget that a connection has used, of this node").register(registry);
        }
        if (!perConnection) return;
        gauge(tenant, CALLS, "Calls within the last hour, of this node", GovernorFigures::callsLastHour);
        gauge(tenant, LEFT, "Calls left of the hourly budget; NaN without a limit",
            figures -> figures.budget() == 0 ? Double.NaN : Math.max(0, figures.budget() - figures.callsLastHour()));
    }

    private void remove(Governor.Tenant tenant) {
        registry.find(PREFIX + CALLS).tags(tags(tenant)).meters().forEach(registry::remove);
        registry.find(PREFIX + LEFT).tags(tags(tenant)).meters().forEach(registry::remove);
    }

    private void gauge(Governor.Tenant tenant, String name, String description, ToDoubleFunction<GovernorFigures> value) {
        Gauge.builder(PREFIX + name, () -> value.applyAsDouble(governor.figures(tenant.connectionId(), tenant.system())))
            .tags(tags(tenant)).description(description).register(registry);
    }

    private static Tags tags(Governor.Tenant tenant) {
        return Tags.of("system", tenant.system(), "connection", tenant.connectionId());
    }

    private static double used(GovernorFigures figures) {
        return figures.budget() == 0 ? 0 : (double) figures.callsLastHour() / figures.budget();
    }
}
