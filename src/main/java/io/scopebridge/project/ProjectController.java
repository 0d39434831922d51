package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
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
    private final PreviewRequests previews;
    private final ObjectMapper json;

    ProjectController(Connections connections, ProjectOptions options, JobRequests jobs, PreviewRequests previews, ObjectMapper json) {
        this.connections = connections;
        this.options = options;
        this.jobs = jobs;
        this.previews = previews;
        this.json = json;
    }

    /**
     * Takes the form's values over the connection's default values; what the project has already is left as it is.
     * With {@code {"preview": 7}} in their place, exactly the plan of that preview is carried out.
     */
    @PostMapping("/api/connections/{id}/projects/{project}/psa-project")
    ResponseEntity<Map<String, Long>> create(@PathVariable String id, @PathVariable String project,
                                             @RequestBody(required = false) JsonNode form) {
        Connection connection = connections.getEnabled(id);
        ProjectNumber.checked(project);
        long job = form != null && form.has("preview") ? confirmed(connection, project, form) : requested(connection, project, form);
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }

    private long requested(Connection connection, String project, JsonNode form) {
        ObjectNode payload = json.createObjectNode().put("project", project);
        payload.set("options", options.validate(connection, form));
        return jobs.request(connection.id(), "push-project", ProjectNumber.subject(project), payload, "api", null);
    }

    private long confirmed(Connection connection, String project, JsonNode form) {
        if (form.size() > 1) throw new InvalidInput("preview", "stands alone: the plan of a preview is carried out with the options that it was asked with");
        if (!form.path("preview").canConvertToLong()) throw new InvalidInput("preview", "must be the number of a preview, such as 7");
        return Unavailable.unless(() -> previews.confirm(connection, project, form.path("preview").asLong()));
    }
}
