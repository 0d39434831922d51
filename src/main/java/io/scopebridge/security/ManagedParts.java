package io.scopebridge.security;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.Route;
import org.apache.camel.management.DefaultManagementObjectStrategy;
import org.apache.camel.spi.ManagementStrategy;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What of Camel is seen through JMX: the context, routes and endpoints, which the console shows. The steps of routes, producers and
 * consumers were three quarters of all MBeans: their descriptions took a third of the heap, and 8 MB at each load of the console.
 */
@Configuration
class ManagedParts {

    @Bean
    CamelContextConfiguration routesAndEndpoints() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                ManagementStrategy management = context.getManagementStrategy();
                if (management.getManagementAgent() != null) management.setManagementObjectStrategy(new RoutesAndEndpoints());
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // Everything is set before.
            }
        };
    }

    /** Null: not managed. */
    private static class RoutesAndEndpoints extends DefaultManagementObjectStrategy {

        @Override
        public Object getManagedObjectForProcessor(CamelContext context, Processor processor, NamedNode node, Route route) {
            return null;
        }

        @Override
        public Object getManagedObjectForProducer(CamelContext context, Producer producer) {
            return null;
        }

        @Override
        public Object getManagedObjectForConsumer(CamelContext context, Consumer consumer) {
            return null;
        }
    }
}
