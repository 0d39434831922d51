package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connections;
import io.scopebridge.job.JobRequests;
import io.scopebridge.web.ApiErrors;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The dropdown Opportunity of a ScopeStack project. */
@RestController
class LinkController {

    private static final String PATH = "/api/connections/{id}/projects/{project}/opportunity";

    private static final String CONFIRM = "confirmOtherCompany";

    private final Connections connections;
    private final OpportunityLinks links;
    private final JobRequests jobs;
    private final ObjectMapper json;

    LinkController(Connections connections, OpportunityLinks links, JobRequests jobs, ObjectMapper json) {
        this.connections = connections;
        this.links = links;
        this.jobs = jobs;
        this.json = json;
    }

    /** The link as last read. */
    @GetMapping(PATH)
    OpportunityLinks.Link show(@PathVariable String id, @PathVariable String project) {
        connections.view(id);
        return links.of(id, number(project)).orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "The hub has not read the project " + project + " yet. POST /api/connections/" + id + "/sync reads the projects."), null));
    }

    /** Links the project to an opportunity, by its id in the PSA; null removes the link. */
    @PutMapping(PATH)
    ResponseEntity<Map<String, Long>> link(@PathVariable String id, @PathVariable String project, @RequestBody JsonNode body) {
        connections.getEnabled(id);
        ObjectNode payload = json.createObjectNode().put("project", number(project));
        String opportunity = opportunity(body);
        OpportunityLinks.Target target = opportunity == null ? null : target(id, opportunity);
        payload.put("crmOpportunity", target == null ? null : target.crmOpportunity());
        // For a project that was not read yet the job compares.
        if (target != null && !confirmed(body)) payload.put("company", compared(id, project, opportunity, target));
        long job = jobs.request(id, "link-opportunity", ProjectNumber.linkSubject(project), payload, "api", null);
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }

    private String compared(String id, String project, String opportunity, OpportunityLinks.Target target) {
        String client = links.of(id, project).map(OpportunityLinks.Link::client).orElse(null);
        if (OpportunityLinks.isSameCompany(client, target.company())) return target.company();
        throw new ErrorResponseException(HttpStatus.CONFLICT, ApiErrors.problem(HttpStatus.CONFLICT, "The client of project " + project + " is '" + client + "', the company of opportunity "
            + opportunity + " is '" + target.company() + "'. Revenue and the PSA project would go to '" + target.company() + "'. Set " + CONFIRM + " to true to link them all the same.",
            List.of(new FieldError("opportunity", "belongs to another company than the project"))), null);
    }

    private static boolean confirmed(JsonNode body) {
        JsonNode confirmed = body.path(CONFIRM);
        if (!confirmed.isMissingNode() && !confirmed.isBoolean()) throw new InvalidInput(CONFIRM, "must be true or false");
        return confirmed.asBoolean();
    }

    private OpportunityLinks.Target target(String id, String opportunity) {
        OpportunityLinks.Target target = links.target(id, opportunity).orElseThrow(() -> new InvalidInput("opportunity",
            "is unknown; GET /api/connections/" + id + "/opportunities lists them"));
        if (target.filteredOutReason() != null) throw new InvalidInput("opportunity", "is not offered: " + target.filteredOutReason());
        if (target.closed()) throw new InvalidInput("opportunity", "is closed in the PSA");
        if (target.crmOpportunity() == null) throw new InvalidInput("opportunity", "is not in ScopeStack yet; check the log, or wait for the next poll");
        return target;
    }

    private static String opportunity(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!name.equals("opportunity") && !name.equals(CONFIRM)) throw new InvalidInput(name, "is unknown; use opportunity and " + CONFIRM);
        });
        JsonNode opportunity = body.path("opportunity");
        if (opportunity.isNull()) return null;
        if (opportunity.isTextual() && opportunity.asText().matches("\\P{Cntrl}{1,40}")) return opportunity.asText();
        throw new InvalidInput("opportunity", "must be the id of an opportunity in the PSA as a string, such as \"5531\", or null for none");
    }

    private static String number(String project) {
        if (!project.matches("[0-9]{1,18}")) throw new InvalidInput("project", "must be the id of a ScopeStack project, such as 90001");
        return project;
    }
}
