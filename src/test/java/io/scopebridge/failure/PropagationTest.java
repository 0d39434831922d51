package io.scopebridge.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a failure of a called route reaches the configuration of the caller. */
@Fast
class PropagationTest {

    private static final String CALLED = """
            - route:
                id: %1$s
                %2$s
                from:
                  uri: direct:%1$s
                  steps:
                    - throwException: {exceptionType: java.lang.IllegalStateException, message: "from %1$s"}
            - route:
                id: calls-%1$s
                routeConfigurationId: failures
                from:
                  uri: direct:calls-%1$s
                  steps:
                    - to: direct:%1$s
                    - process: {ref: after}
            """;

    /** Stands where the hub ends the job. */
    public static class NoJob {
        public boolean isTaken(Exchange exchange) {
            return false;
        }

        public boolean isCancelled(Exchange exchange) {
            return false;
        }

        public void cancelled(Exchange exchange) {
        }

        public void logOnce(Exchange exchange) {
        }

        public void left(Exchange exchange) {
        }

        public void failed(Exchange exchange) {
        }

        public void lost(Exchange exchange) {
        }
    }

    private final List<String> classified = new CopyOnWriteArrayList<>();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final List<String> after = new CopyOnWriteArrayList<>();
    private DefaultCamelContext camel;

    @BeforeEach
    void start() throws Exception {
        camel = new DefaultCamelContext();
        camel.getRegistry().bind("classifier", new Classifier() {
            @Override
            public void classify(Exchange exchange) {
                super.classify(exchange);
                classified.add(((Failure) exchange.getVariable("failure")).cause());
            }
        });
        camel.getRegistry().bind("jobRuns", new NoJob());
        camel.getRegistry().bind("after", (org.apache.camel.Processor) exchange -> after.add(exchange.getFromRouteId()));
        camel.addComponent("deadletter", new org.apache.camel.support.DefaultComponent() {
            @Override
            protected org.apache.camel.Endpoint createEndpoint(String uri, String name, java.util.Map<String, Object> parameters) {
                return new org.apache.camel.support.ProcessorEndpoint(uri, camel,
                        exchange -> logged.add(exchange.getProperty(Exchange.FAILURE_ROUTE_ID, String.class)));
            }
        });
        Resource failures = ResourceHelper.fromString("failures.camel.yaml", Files.readString(Path.of("routes/hub/failures.camel.yaml")));
        Resource routes = ResourceHelper.fromString("called.camel.yaml",
                CALLED.formatted("propagating", "routeConfigurationId: propagate") + CALLED.formatted("plain", "description: no configuration")
                        + CALLED.formatted("own", "routeConfigurationId: failures"));
        PluginHelper.getRoutesLoader(camel).loadRoutes(failures, routes);
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private Exchange call(String route) {
        return camel.createProducerTemplate().send("direct:calls-" + route, exchange -> { });
    }

    @Test
    void aFailureOfAPropagatingRouteIsHandledOnceByTheCaller() {
        assertThat(call("propagating").getException()).isNull();
        assertThat(classified).containsExactly("The hub or one of its routes failed: from propagating");
        assertThat(logged).hasSize(1);
        assertThat(after).isEmpty();
    }

    /** Its own default error handler counts as having tried: so every called route names a configuration. */
    @Test
    void aFailureOfARouteWithoutConfigurationPassesTheCallerByUnlogged() {
        assertThat(call("plain").getException()).hasMessage("from plain");
        assertThat(classified).isEmpty();
        assertThat(after).isEmpty();
    }

    @Test
    void aCalledRouteWithTheSameConfigurationHandlesItItselfAndTheCallerStops() {
        assertThat(call("own").getException()).isNull();
        assertThat(classified).hasSize(1);
        assertThat(after).isEmpty();
    }
}
