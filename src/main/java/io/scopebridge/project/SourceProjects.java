package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Routes;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A project as currently in ScopeStack. */
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
     * Detects changes: not only by time, because ScopeStack does not guarantee that a changed service counts as a change of its project.
     *
     * @throws io.scopebridge.failure.RemoteFailure if ScopeStack does not return it
     * @throws io.scopebridge.remote.NoAnswer       if ScopeStack cannot be reached
     */
    String markOf(Connection connection, String project) {
        var exchange = routes.send("direct:scopestack-project", connection, sent -> sent.setVariable("projectId", project));
        return mark(exchange.getMessage().getBody());
    }

    /** @param document ScopeStack's response, as a route has read it */
    public String mark(Object document) {
        JsonNode attributes = json.valueToTree(document).at("/data/attributes");
        return MARKS.stream().map(name -> name + "=" + attributes.path(name).asText()).collect(Collectors.joining(" "));
    }
}
