package io.scopebridge.governor;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every call of a remote system passes here, so that a tenant is never used harder than it stands, whoever calls. */
@Component
public class Governor {

    /** One system of one connection. */
    public record Tenant(String connectionId, String system) {
    }

    private final Function<String, Limits> limits;
    private final Clock clock;
    private final ConcurrentMap<Tenant, Gate> gates = new ConcurrentHashMap<>();

    @Autowired
    Governor(SystemLimits limits) {
        this(limits::of, Clock.systemUTC());
    }

    Governor(Function<String, Limits> limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Waits until the call may be made. Close the permit when it is over, and tell what was {@link #answered}.
     *
     * @throws RemoteFailure of class RATE_LIMIT, with the time to wait, when that is longer than {@code max-wait}
     */
    public Permit enter(Connection connection, String system, String method, String path) {
        return gate(connection.id(), system).enter(Endpoint.of(path));
    }

    /**
     * @param retryAfter what the system asked for, or null
     * @param throttled  whether it refused because of too many calls; status 429 is always taken so
     */
    public void answered(Connection connection, String system, int status, Duration retryAfter, boolean throttled) {
        gate(connection.id(), system).answered(status, retryAfter, throttled);
    }

    /** The tenant says that all its integrations together made so many calls in the last hour. */
    public void learn(String connectionId, String system, int used) {
        gate(connectionId, system).learn(used);
    }

    /** Tenants with an hourly limit that were called since they were last asked how much they are used, if that is so long ago. */
    public List<Tenant> toBeAsked(Duration every) {
        return gates.entrySet().stream().filter(gate -> gate.getValue().isToBeAsked(every)).map(Map.Entry::getKey).toList();
    }

    /** The tenant was asked, whether it told or not; asking is a call too and does not count. */
    public void asked(Tenant tenant) {
        gate(tenant.connectionId(), tenant.system()).asked();
    }

    /** A connection that is not called again. */
    public void forget(Connection connection) {
        gates.keySet().removeIf(tenant -> tenant.connectionId().equals(connection.id()));
    }

    public GovernorFigures figures(String connectionId, String system) {
        return gate(connectionId, system).figures();
    }

    private Gate gate(String connectionId, String system) {
        return gates.computeIfAbsent(new Tenant(connectionId, system), any -> new Gate(system, limits.apply(system), clock));
    }
}
