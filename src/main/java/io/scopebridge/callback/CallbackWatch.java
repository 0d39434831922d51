package io.scopebridge.callback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.ConnectionChanged;
import io.scopebridge.connection.ConnectionSecrets;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.DeletedConnections;
import io.scopebridge.connection.Feature;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.job.JobRequests;
import io.scopebridge.remote.Routes;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the callbacks of a tenant registered while the connection is enabled and uses them, and removes them otherwise. The route
 * {@code direct:<system>-callbacks} does the work, with the variables
 * {@code address}, {@code mark} and {@code wanted}.
 */
@Component("callbackWatch")
public class CallbackWatch {

    static final String ENABLED = "callbacks.enabled";
    private static final String FLOW = "watch-callbacks";
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final Connections connections;
    private final PublicAddress address;
    private final JobRequests jobs;
    private final Routes routes;
    private final CallbackEvents events;
    private final ConnectionSecrets secrets;
    private final ExecutorService farewells = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "callback-farewells");
        thread.setDaemon(true);
        return thread;
    });

    CallbackWatch(Connections connections, PublicAddress address, JobRequests jobs, Routes routes, CallbackEvents events, ConnectionSecrets secrets) {
        this.connections = connections;
        this.address = address;
        this.jobs = jobs;
        this.routes = routes;
        this.events = events;
        this.secrets = secrets;
    }

    /** The URL for the system to call; null if the hub has no public URL. */
    public String address(Connection connection) {
        events.forgetOld(connection.id());
        return address.callbacksOf(connection).orElse(null);
    }

    /** The mark in the hub's own callbacks of this connection, whatever its public URL was when they were registered. */
    public String mark(Connection connection) {
        return secrets.callbackMark(connection.id());
    }

    public boolean wanted(Connection connection) {
        return connection.enabled() && connection.has(Feature.CRM) && Boolean.parseBoolean(connection.setting(ENABLED)) && address.callbacksOf(connection).isPresent();
    }

    /** Without the right to callbacks everything else still works, so the connection does not need attention. */
    public void refused(Exchange exchange) {
        RemoteFailure thrown = ObjectHelper.getException(RemoteFailure.class, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
        Failure failure = thrown.failure();
        if (failure.type() != FailureClass.PERMISSION) throw thrown;
        throw new RemoteFailure(new Failure(FailureClass.CONFIGURATION, "The hub has no right to register callbacks: " + failure.cause(),
            failure.remedy() + " Or set " + ENABLED + " to false; changes are then read by the next poll.", ENABLED, null, failure.request(), failure.response()), thrown);
    }

    @EventListener
    public void changed(ConnectionChanged event) {
        connections.find(event.id()).filter(this::hasCallbacks).filter(Connection::enabled).ifPresent(connection ->
            jobs.requestUnlessWaiting(connection.id(), FLOW, "callbacks", JsonNodeFactory.instance.objectNode(), "settings"));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    public void disabled(ConnectionChanged event) {
        connections.find(event.id()).filter(this::hasCallbacks).filter(connection -> !connection.enabled()).ifPresent(this::takeLeave);
    }

    @EventListener
    public void deleting(DeletedConnections.Deleting event) {
        if (!hasCallbacks(event.connection())) return;
        try {
            takeLeave(event.connection()).get(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("{}: the callbacks were not removed in time", event.connection().id());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        farewells.shutdown();
    }

    private boolean hasCallbacks(Connection connection) {
        return connection.setting(ENABLED) != null && address.callbacksOf(connection).isPresent();
    }

    /** No job runs for such a connection. If removal fails, the system stops by itself, because it gets no successful responses. */
    private Future<?> takeLeave(Connection connection) {
        return farewells.submit(() -> {
            try {
                routes.send("direct:" + connection.system() + "-callbacks", connection, sent -> {
                    sent.setVariable("address", address.callbacksOf(connection).orElse(null));
                    sent.setVariable("mark", mark(connection));
                    sent.setVariable("wanted", false);
                });
            } catch (RuntimeException e) {
                LOG.warn("{}: the callbacks were not removed: {}", connection.id(), e.getMessage());
            }
        });
    }
}
