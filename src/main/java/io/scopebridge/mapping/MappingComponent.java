package io.scopebridge.mapping;

import java.util.List;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets routes say {@code mapping:psa/project-plan}: the input is the body, the output a plain map, list or value. Maps, lists, JSON
 * trees and JSON text are accepted; streams and bytes are parsed as JSON.
 * With {@code ?variables=bundle,options} the input is an object of these exchange variables instead. With {@code keepInput=true} the hub keeps
 * inputs, on which drafts of the mapping are tried.
 */
@Component("mapping-component")
class MappingComponent extends DefaultComponent {

    private final Mappings mappings;
    private final MappingRuns runs;

    @Autowired
    MappingComponent(Mappings mappings, ObjectProvider<MappingRuns> runs) {
        this(mappings, runs.getIfAvailable(() -> MappingRuns.UNHEARD));
    }

    MappingComponent(Mappings mappings, MappingRuns runs) {
        this.mappings = mappings;
        this.runs = runs;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        String variables = getAndRemoveParameter(parameters, "variables", String.class);
        boolean keepInput = getAndRemoveParameter(parameters, "keepInput", Boolean.class, false);
        return new MappingEndpoint(uri, this, name, variables == null ? List.of() : List.of(variables.split(",")), keepInput, mappings, runs);
    }
}
