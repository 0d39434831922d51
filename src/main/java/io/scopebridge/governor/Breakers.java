package io.scopebridge.governor;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker for each system of each connection. It opens when calls hang, that is, are not answered at all: what is refused or
 * answered with an error costs nobody else anything, and is retried by other rules.
 */
@Component
public class Breakers {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");
    private static final float ALL = 100;
    /** Longer than any call takes with its wait for the governor: a probe that was not reported by then never is. */
    private static final Duration LONGEST_PROBE = Duration.ofMinutes(10);

    private record Breaker(CircuitBreaker circuit, Failure open) {
    }

    private final ConnectionStatuses statuses;
    private final BreakerSettings settings;
    private final CircuitBreakerConfig config;
    private final ConcurrentMap<Governor.Tenant, Breaker> breakers = new ConcurrentHashMap<>();

    @Autowired
    public Breakers(ConnectionStatuses statuses, BreakerSettings settings) {
        this(statuses, settings, LONGEST_PROBE);
    }

    Breakers(ConnectionStatuses statuses, BreakerSettings settings, Duration longestProbe) {
        this.statuses = statuses;
        this.settings = settings;
        this.config = CircuitBreakerConfig.custom().slidingWindowSize(settings.calls()).minimumNumberOfCalls(settings.calls()).failureRateThreshold(ALL)
            .permittedNumberOfCallsInHalfOpenState(1).automaticTransitionFromOpenToHalfOpenEnabled(true).maxWaitDurationInHalfOpenState(longestProbe)
            .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(settings.pause(), 2, settings.longest())).build();
    }

    /** @throws RemoteFailure of class TRANSIENT if the system does not answer at present; nothing was sent */
    public void enter(Connection connection, String system) {
        Breaker breaker = of(connection.id(), system);
        if (!breaker.circuit().tryAcquirePermission()) throw new RemoteFailure(breaker.open());
    }

    /** @param answered false if there was no response, not even an error */
    public void left(Connection connection, String system, boolean answered, Duration took) {
        CircuitBreaker circuit = of(connection.id(), system).circuit();
        if (answered || took.compareTo(settings.hang()) < 0) circuit.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
        else circuit.onError(took.toNanos(), TimeUnit.NANOSECONDS, new IllegalStateException("no response"));
    }

    /** The call was not made. */
    public void unused(Connection connection, String system) {
        of(connection.id(), system).circuit().releasePermission();
    }

    /** That a system of the connection does not answer; empty if all do, as far as is known. */
    public Optional<Failure> hanging(String connectionId) {
        return first(connectionId, Breakers::isOpen);
    }

    /** That a system does not answer, if that stops the job which failed like this: its call was refused for it, or no calls are made now. */
    public Optional<Failure> stopping(String connectionId, Failure failure) {
        return first(connectionId, breaker -> isPaused(breaker) || breaker.open().hanging().equals(failure.hanging()));
    }

    private Optional<Failure> first(String connectionId, Predicate<Breaker> which) {
        return breakers.entrySet().stream().filter(breaker -> breaker.getKey().connectionId().equals(connectionId) && which.test(breaker.getValue()))
            .map(breaker -> breaker.getValue().open()).findFirst();
    }

    /** The connections with a system that does not answer, of which one job at a time may find out whether it does again. */
    public Set<String> open() {
        return breakers.entrySet().stream().filter(breaker -> isOpen(breaker.getValue())).map(breaker -> breaker.getKey().connectionId()).collect(Collectors.toSet());
    }

    /** Those of them that it is too early to ask again. */
    public Set<String> paused() {
        return breakers.entrySet().stream().filter(breaker -> isPaused(breaker.getValue())).map(breaker -> breaker.getKey().connectionId()).collect(Collectors.toSet());
    }

    public void forget(Connection connection) {
        breakers.keySet().removeIf(tenant -> tenant.connectionId().equals(connection.id()));
    }

    private static boolean isOpen(Breaker breaker) {
        return breaker.circuit().getState() != State.CLOSED;
    }

    private static boolean isPaused(Breaker breaker) {
        return breaker.circuit().getState() == State.OPEN;
    }

    private Breaker of(String connectionId, String system) {
        return breakers.computeIfAbsent(new Governor.Tenant(connectionId, system), this::made);
    }

    private Breaker made(Governor.Tenant tenant) {
        Failure open = new Failure(FailureClass.TRANSIENT, tenant.system() + " accepts calls of this connection and does not answer them.",
            "No action needed if it is temporary: the hub asks again at least every " + settings.longest().toSeconds() + " s, and continues with the waiting jobs. Otherwise check the status page of "
                + tenant.system() + ", and the host and firewall between it and the hub.", null, settings.pause(), null, null, tenant.system());
        CircuitBreaker circuit = CircuitBreaker.of(tenant.connectionId() + " " + tenant.system(), config);
        circuit.getEventPublisher().onStateTransition(event -> changed(tenant, event.getStateTransition().getToState(), open));
        return new Breaker(circuit, open);
    }

    private void changed(Governor.Tenant tenant, State to, Failure open) {
        try {
            if (to == State.OPEN && statuses.unreachable(tenant.connectionId(), tenant.system(), open)) {
                LOG.warn("{}: {} Its jobs wait; others are not affected.", tenant.connectionId(), open.cause());
            }
            if (to == State.CLOSED && statuses.reachable(tenant.connectionId(), tenant.system())) LOG.info("{}: {} answers again", tenant.connectionId(), tenant.system());
        } catch (DataAccessException e) {
            LOG.warn("{}: whether {} answers cannot be stored: {}", tenant.connectionId(), tenant.system(), e.getMessage());
        }
    }
}
