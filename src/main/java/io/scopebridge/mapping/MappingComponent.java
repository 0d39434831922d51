package io.scopebridge.mapping;

import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * Lets routes say {@code mapping:psa/project-plan}: the input is the body, the output a plain map, list or value. Maps, lists, JSON
 * trees and JSON text are accepted; streams and bytes are parsed as JSON.
 * With {@code ?variables=bundle,options} the input is an object of these exchange variables instead.
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
