package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.connection.ProjectAction;
import io.scopebridge.connection.ProjectActions;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.job.JobRequests;
import io.scopebridge.web.InvalidInput;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The actions of a project: Create PSA project, Update CRM, Create Sales Order. */
@RestController
class ProjectController {

    private final Connections connections;
    private final ProjectOptions options;
    private final ProjectActions actions;
    private final JobRequests jobs;
    private final PreviewRequests previews;
    private final ObjectMapper json;

    ProjectController(Connections connections, ProjectOptions options, ProjectActions actions, JobRequests jobs, PreviewRequests previews, ObjectMapper json) {
        this.connections = connections;
        this.options = options;
        this.actions = actions;
        this.jobs = jobs;
        this.previews = previews;
        this.json = json;
    }

    /**
     * The form's values override the connection's defaults; existing objects are not changed. With {@code {"preview": 7}} instead,
     * exactly the plan of that preview runs; if its records go to another company than the project's client, with
     * {@code "confirmOtherCompany": true} beside it.
     */
    @PostMapping("/api/connections/{id}/projects/{project}/psa-project")
    ResponseEntity<Map<String, Long>> create(@PathVariable String id, @PathVariable String project,
                                             @RequestBody(required = false) JsonNode form) {
        Connection connection = connections.getEnabled(id);
        connection.require(Feature.PSA);
        ObjectNode payload = payload(project);
        if (form != null && form.has("preview")) return accepted(confirmed(connection, project, form));
        payload.set("options", options.validate(connection, form));
        return accepted(id, "push-project", project, payload);
    }

    /** Writes the project's revenue to its opportunity, even if automatic writing is off. */
    @PostMapping("/api/connections/{id}/projects/{project}/crm")
    ResponseEntity<Map<String, Long>> updateCrm(@PathVariable String id, @PathVariable String project) {
        actions.require(connections.getEnabled(id), ProjectAction.UPDATE_CRM);
        return accepted(id, RevenueJobs.FLOW, project, payload(project).put("asked", true));
    }

    /** Creates a sales order from the project's opportunity unless there is one. */
    @PostMapping("/api/connections/{id}/projects/{project}/sales-order")
    ResponseEntity<Map<String, Long>> createSalesOrder(@PathVariable String id, @PathVariable String project) {
        actions.require(connections.getEnabled(id), ProjectAction.CREATE_SALES_ORDER);
        return accepted(id, "create-sales-order", project, payload(project));
    }

    private ObjectNode payload(String project) {
        return json.createObjectNode().put("project", ProjectNumber.checked(project));
    }

    private ResponseEntity<Map<String, Long>> accepted(String connection, String flow, String project, ObjectNode payload) {
        return accepted(jobs.request(connection, flow, ProjectNumber.subject(project), payload, "api", null));
    }

    private static ResponseEntity<Map<String, Long>> accepted(long job) {
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }

    private long confirmed(Connection connection, String project, JsonNode form) {
        JsonNode other = form.path(PreviewRequests.OTHER_COMPANY);
        if (form.size() > (other.isMissingNode() ? 1 : 2)) {
            throw new InvalidInput("preview", "must be the only field beside " + PreviewRequests.OTHER_COMPANY + ": the plan of a preview runs with the options it was requested with");
        }
        if (!form.path("preview").canConvertToLong()) throw new InvalidInput("preview", "must be the id of a preview, such as 7");
        if (!other.isMissingNode() && !other.isBoolean()) throw new InvalidInput(PreviewRequests.OTHER_COMPANY, "must be true or false");
        return Unavailable.unless(() -> previews.confirm(connection, project, form.path("preview").asLong(), other.asBoolean()));
    }
}
