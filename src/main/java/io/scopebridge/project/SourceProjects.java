package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Routes;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A project as ScopeStack has it now. */
@Component("sourceProjects")
public class SourceProjects {

    private static final List<String> MARKS = List.of("updated-at", "status", "approved-at", "contract-revenue", "contract-cost");

    private final Routes routes;
    private final ObjectMapper json;

    SourceProjects(Routes routes, ObjectMapper json) {
        this.routes = routes;
        this.json = json;
    }

    /**
     * What tells whether it was changed: not only when, because ScopeStack does not promise that a change of a service counts as one of its project.
     *
     * @throws io.scopebridge.failure.RemoteFailure when ScopeStack does not show it
     * @throws io.scopebridge.remote.NoAnswer       when ScopeStack cannot be reached
     */
    String markOf(Connection connection, String project) {
        var exchange = routes.send("direct:scopestack-project", connection, sent -> sent.setVariable("projectId", project));
        return mark(exchange.getMessage().getBody());
    }

    /** @param document ScopeStack's answer, as a route has read it */
    public String mark(Object document) {
        JsonNode attributes = json.valueToTree(document).at("/data/attributes");
        return MARKS.stream().map(name -> name + "=" + attributes.path(name).asText()).collect(Collectors.joining(" "));
    }
}
