package io.scopebridge.governor;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every call to a remote system passes here, so that the limits of a tenant hold for all callers. */
@Component
public class Governor {

    /** One system of one connection. */
    public record Tenant(String connectionId, String system) {
    }

    private final Function<String, Limits> limits;
    private final Clock clock;
    private final ConcurrentMap<Tenant, Gate> gates = new ConcurrentHashMap<>();
    private Consumer<Tenant> onFirstCall = tenant -> { };
    private Consumer<Tenant> onForgotten = tenant -> { };

    @Autowired
    Governor(SystemLimits limits) {
        this(limits::of, Clock.systemUTC());
    }

    /** @param firstCall to a system of a connection since the start, or since it was forgotten */
    void observe(Consumer<Tenant> firstCall, Consumer<Tenant> forgotten) {
        onFirstCall = firstCall;
        onForgotten = forgotten;
    }

    /** The figures of all connections that have called the system. */
    List<GovernorFigures> figures(String system) {
        return gates.entrySet().stream().filter(gate -> gate.getKey().system().equals(system)).map(gate -> gate.getValue().figures()).toList();
    }

    Governor(Function<String, Limits> limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Waits until the call may be made. Close the permit when the call is over, and report the response with {@link #answered}.
     *
     * @throws RemoteFailure of class RATE_LIMIT, with the time to wait, if that is longer than {@code max-wait}
     */
    public Permit enter(Connection connection, String system, String method, String path) {
        return gate(connection.id(), system).enter(Endpoint.of(path));
    }

    /**
     * @param retryAfter as requested by the system, or null
     * @param throttled  whether it refused because of too many calls; status 429 always counts
     */
    public void answered(Connection connection, String system, int status, Duration retryAfter, boolean throttled) {
        gate(connection.id(), system).answered(status, retryAfter, throttled);
    }

    /** The tenant reported the calls of all its integrations in the last hour. */
    public void learn(String connectionId, String system, int used) {
        gate(connectionId, system).learn(used);
    }

    /** Tenants with an hourly limit that were called since their usage was last requested, if that was long enough ago. */
    public List<Tenant> toBeAsked(Duration every) {
        return gates.entrySet().stream().filter(gate -> gate.getValue().isToBeAsked(every)).map(Map.Entry::getKey).toList();
    }

    /** The usage was requested, whether it was reported or not; this request itself does not count. */
    public void asked(Tenant tenant) {
        gate(tenant.connectionId(), tenant.system()).asked();
    }

    /** @param budget calls per hour available to the hub; 0: no limit */
    public record Made(Tenant tenant, int calls, int budget) {
    }

    /** The calls of this node since this was last asked, without tenants that were not called. */
    public List<Made> takeCalls() {
        return gates.entrySet().stream().map(gate -> new Made(gate.getKey(), gate.getValue().takeCalls(), gate.getValue().figures().budget()))
            .filter(made -> made.calls() > 0).toList();
    }

    /** A connection that is not called again. */
    public void forget(Connection connection) {
        for (Tenant tenant : gates.keySet()) {
            if (tenant.connectionId().equals(connection.id()) && gates.remove(tenant) != null) onForgotten.accept(tenant);
        }
    }

    public GovernorFigures figures(String connectionId, String system) {
        return gate(connectionId, system).figures();
    }

    private Gate gate(String connectionId, String system) {
        Tenant tenant = new Tenant(connectionId, system);
        Gate known = gates.get(tenant);
        if (known != null) return known;
        Gate gate = gates.computeIfAbsent(tenant, any -> new Gate(system, limits.apply(system), clock));
        onFirstCall.accept(tenant);
        return gate;
    }
}
