package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.Governor.Tenant;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * While calls are made, periodically requests the tenant's call usage of all integrations with {@code direct:<system>-usage}, if there
 * is such a route, and reports it to the governor. Runs separately: no call waits for it.
 */
@Component
class TenantUsage {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Governor governor;
    private final Connections connections;
    private final Routes routes;
    private final CamelContext camel;
    private final OptionalRoutes optional;
    private final Duration every;

    TenantUsage(Governor governor, Connections connections, Routes routes, CamelContext camel, OptionalRoutes optional, @Value("${scopebridge.usage.every}") Duration every) {
        this.governor = governor;
        this.connections = connections;
        this.routes = routes;
        this.camel = camel;
        this.optional = optional;
        this.every = every;
    }

    @Scheduled(fixedDelayString = "${scopebridge.usage.tick}")
    void look() {
        if (!camel.isStarted()) return;
        for (Tenant tenant : governor.toBeAsked(every)) {
            if (!optional.has(tenant.system(), "usage")) continue;
            connections.find(tenant.connectionId()).filter(Connection::enabled).ifPresent(connection -> ask(connection, tenant));
        }
    }

    private void ask(Connection connection, Tenant tenant) {
        try {
            Integer used = routes.send("direct:" + tenant.system() + "-usage", connection, sent -> { }).getMessage().getBody(Integer.class);
            if (used != null) governor.learn(tenant.connectionId(), tenant.system(), used);
        } catch (RuntimeException e) {
            LOG.debug("{}: {} does not report its usage", connection.id(), tenant.system(), e);
        } finally {
            governor.asked(tenant);
        }
    }
}
