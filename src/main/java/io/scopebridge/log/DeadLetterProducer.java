package io.scopebridge.log;

import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseUnavailable;
import io.scopebridge.failure.Classifier;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a failed exchange: its variables {@code payload}, {@code connection}, {@code flow}, {@code subject}, {@code step}, {@code jobId}
 * and {@code failure}, all optional, and its body. Sets the variable {@code logEntry}; without it, the failure is not logged.
 */
class DeadLetterProducer extends DefaultProducer {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final FailureLog log;

    DeadLetterProducer(DeadLetterEndpoint endpoint, FailureLog log) {
        super(endpoint);
        this.log = log;
    }

    @Override
    public void process(Exchange exchange) {
        Throwable thrown = Classifier.thrown(exchange);
        Failure failure = exchange.getVariable(Classifier.FAILURE) instanceof Failure known ? known : FailureOf.of(thrown);
        Connection connection = exchange.getVariable("connection") instanceof Connection known ? known : null;
        try {
            long id = log.write(new FailedWork(connection == null ? null : connection.id(), flow(exchange),
                    exchange.getVariable("subject", String.class), exchange.getVariable("step", String.class),
                    exchange.getVariable("jobId", Long.class), failure, payload(exchange),
                    failure.type() == FailureClass.BUG ? thrown : null));
            exchange.setVariable("logEntry", id);
        } catch (RuntimeException e) {
            // Whoever handles the failure continues: a job waits before it runs again.
            if (DatabaseUnavailable.causes(e)) LOG.warn("{} failed and cannot be logged without the database: {}", flow(exchange), failure.cause());
            else LOG.error("{} failed and cannot be logged: {}", flow(exchange), failure.cause(), e);
        }
    }

    /** The input of the flow if known, otherwise its current body. */
    private static String payload(Exchange exchange) {
        Object given = exchange.getVariable("payload");
        return given != null ? given.toString() : exchange.getMessage().getBody(String.class);
    }

    private static String flow(Exchange exchange) {
        String flow = exchange.getVariable("flow", String.class);
        if (flow == null) {
            flow = exchange.getProperty(Exchange.FAILURE_ROUTE_ID, String.class);
        }
        return flow != null ? flow : exchange.getFromRouteId() != null ? exchange.getFromRouteId() : "unknown";
    }
}
