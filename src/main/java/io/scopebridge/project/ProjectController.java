package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.connection.InvalidInput;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.job.JobRequests;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The button Create PSA project. */
@RestController
class ProjectController {

    private final Connections connections;
    private final ProjectOptions options;
    private final JobRequests jobs;
    private final ObjectMapper json;

    ProjectController(Connections connections, ProjectOptions options, JobRequests jobs, ObjectMapper json) {
        this.connections = connections;
        this.options = options;
        this.jobs = jobs;
        this.json = json;
    }

    /** Takes the form's values over the connection's default values; what the project has already is left as it is. */
    @PostMapping("/api/connections/{id}/projects/{project}/psa-project")
    ResponseEntity<Map<String, Long>> create(@PathVariable String id, @PathVariable String project,
                                             @RequestBody(required = false) JsonNode form) {
        Connection connection = connections.getEnabled(id);
        connection.require(Feature.PSA);
        if (!project.matches("[0-9]{1,18}")) throw new InvalidInput("project", "must be the number of a ScopeStack project, such as 90001");
        ObjectNode payload = json.createObjectNode().put("project", project);
        payload.set("options", options.validate(connection, form));
        long job = jobs.request(id, "push-project", "project:" + project, payload, "api", null);
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }
}
