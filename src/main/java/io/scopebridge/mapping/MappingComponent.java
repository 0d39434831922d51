package io.scopebridge.mapping;

import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * Lets routes say {@code mapping:psa/project-plan}: the body goes in, the plain map, list or value comes out.
 * Maps, lists, JSON trees and JSON text are taken as they are; streams and bytes as JSON text.
 * With {@code ?variables=bundle,options} an object of these variables of the exchange goes in instead of the body.
 */
@Component("mapping-component")
class MappingComponent extends DefaultComponent {

    private final Mappings mappings;

    MappingComponent(Mappings mappings) {
        this.mappings = mappings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        String variables = getAndRemoveParameter(parameters, "variables", String.class);
        return new MappingEndpoint(uri, this, name, variables == null ? List.of() : List.of(variables.split(",")), mappings);
    }
}
