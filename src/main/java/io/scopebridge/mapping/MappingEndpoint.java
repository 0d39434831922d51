package io.scopebridge.mapping;

import java.io.InputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.StreamCache;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

class MappingEndpoint extends DefaultEndpoint {

    private final String name;
    private final List<String> variables;
    private final boolean keepInput;
    private final Mappings mappings;
    private final MappingRuns runs;

    MappingEndpoint(String uri, MappingComponent component, String name, List<String> variables, boolean keepInput, Mappings mappings, MappingRuns runs) {
        super(uri, component);
        this.name = name;
        this.variables = variables;
        this.keepInput = keepInput;
        this.mappings = mappings;
        this.runs = runs;
    }

    @Override
    public Producer createProducer() {
        return new DefaultProducer(this) {
            @Override
            public void process(Exchange exchange) {
                Object payload = payload(exchange);
                if (keepInput) runs.begins(exchange, name, payload);
                Mapped mapped = mappings.run(name, payload);
                used(exchange, mapped.versions());
                exchange.getMessage().setBody(mapped.output());
            }
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new UnsupportedOperationException("A mapping cannot start a route; use 'to: mapping:" + name);
    }

    private static void used(Exchange exchange, Map<String, String> versions) {
        Map<String, String> all = new TreeMap<>(versions);
        if (exchange.getProperty(Mappings.USED) instanceof Map<?, ?> before) before.forEach((file, hash) -> all.putIfAbsent((String) file, (String) hash));
        exchange.setProperty(Mappings.USED, all);
    }

    private Object payload(Exchange exchange) {
        if (!variables.isEmpty()) {
            Map<String, Object> payload = new LinkedHashMap<>();
            variables.forEach(variable -> payload.put(variable, exchange.getVariable(variable)));
            return payload;
        }
        Object body = exchange.getMessage().getBody();
        boolean text = body instanceof InputStream || body instanceof Reader || body instanceof byte[] || body instanceof StreamCache;
        return text ? exchange.getMessage().getBody(String.class) : body;
    }
}
