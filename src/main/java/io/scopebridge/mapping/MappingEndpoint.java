package io.scopebridge.mapping;

import java.io.InputStream;
import java.io.Reader;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.StreamCache;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

class MappingEndpoint extends DefaultEndpoint {

    private final String name;
    private final Mappings mappings;

    MappingEndpoint(String uri, MappingComponent component, String name, Mappings mappings) {
        super(uri, component);
        this.name = name;
        this.mappings = mappings;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                exchange.getMessage().setBody(mappings.apply(name, payload(exchange)));
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("A mapping cannot start a route; use to: mapping:" + name);
    }

    private static Object payload(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        boolean text = body instanceof InputStream || body instanceof Reader || body instanceof byte[] || body instanceof StreamCache;
        return text ? exchange.getMessage().getBody(String.class) : body;
    }
}
