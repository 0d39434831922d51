package io.scopebridge.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.remote.Routes;
import org.springframework.stereotype.Component;

/** A project as ScopeStack has it now. */
@Component
class SourceProjects {

    private final Routes routes;
    private final ObjectMapper json;

    SourceProjects(Routes routes, ObjectMapper json) {
        this.routes = routes;
        this.json = json;
    }

    /**
     * When it was changed last, as ScopeStack writes it.
     *
     * @throws io.scopebridge.failure.RemoteFailure when ScopeStack does not show it
     * @throws io.scopebridge.remote.NoAnswer       when ScopeStack cannot be reached
     */
    String changedAt(Connection connection, String project) {
        var exchange = routes.send("direct:scopestack-project", connection, sent -> sent.setVariable("projectId", project));
        return json.valueToTree(exchange.getMessage().getBody()).at("/data/attributes/updated-at").asText();
    }
}
