package io.scopebridge.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.job.JobRequests;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the systems of a connection hold differently from what the hub made. */
@RestController
@RequestMapping("/api/connections/{id}/drift")
class DriftController {

    static final String FLOW = "check-drift";
    static final String SUBJECT = "drift";

    /** @param project the id of a ScopeStack project; null: all */
    record Wish(String project) {
    }


    private final Connections connections;
    private final DriftView view;
    private final DriftCheck check;
    private final DriftDecisions decisions;
    private final JobRequests jobs;
    private final ObjectMapper json;

    DriftController(Connections connections, DriftView view, DriftCheck check, DriftDecisions decisions, JobRequests jobs, ObjectMapper json) {
        this.connections = connections;
        this.view = view;
        this.check = check;
        this.decisions = decisions;
        this.jobs = jobs;
        this.json = json;
    }

    /** The result of the last checks, by project. */
    @GetMapping
    DriftSummary report(HttpServletRequest request, @PathVariable String id, @RequestParam(required = false) String project, @RequestParam(required = false) String after,
                        @RequestParam(defaultValue = "50") String limit) {
        Paging.only(request, List.of("project", "after", "limit"));
        return view.of(connections.view(id), project == null ? null : checked(project), after, Paging.limit(limit));
    }

    /** Checks now: everything, or one project. Nothing is changed. */
    @PostMapping
    ResponseEntity<Map<String, Long>> start(@PathVariable String id, @RequestBody(required = false) Wish wish) {
        Connection connection = connections.getEnabled(id);
        if (!check.knows(connection.system())) throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY,
            connection.system() + " has no drift check: there is no mapping " + connection.system() + "/drift.");
        ObjectNode payload = json.createObjectNode();
        if (wish != null && wish.project() != null) payload.put("project", known(connection, checked(wish.project())));
        return accepted(jobs.requestUnlessWaiting(id, FLOW, SUBJECT, payload, "api"));
    }

    @PostMapping("/{finding}/make-again")
    ResponseEntity<Map<String, Long>> makeAgain(@PathVariable String id, @PathVariable long finding, @RequestBody(required = false) JsonNode decision, Principal user) {
        return accepted(decisions.decide(connections.getEnabled(id), finding, DriftAction.MAKE_AGAIN, reason(decision), user.getName()));
    }

    @PostMapping("/{finding}/take-over")
    DriftSummary takeOver(@PathVariable String id, @PathVariable long finding, @RequestBody(required = false) JsonNode decision, Principal user) {
        return decide(id, finding, DriftAction.TAKE_OVER, decision, user);
    }

    @PostMapping("/{finding}/forget")
    DriftSummary forget(@PathVariable String id, @PathVariable long finding, @RequestBody(required = false) JsonNode decision, Principal user) {
        return decide(id, finding, DriftAction.FORGET, decision, user);
    }

    private DriftSummary decide(String id, long finding, DriftAction action, JsonNode decision, Principal user) {
        decisions.decide(connections.get(id), finding, action, reason(decision), user.getName());
        return view.of(connections.view(id), null, null, 50);
    }

    private static String reason(JsonNode decision) {
        String reason = decision == null ? "" : decision.path("reason").asText("").strip();
        if (reason.isEmpty() || reason.length() > 1_000) throw new InvalidInput("reason", "is required, in at most 1000 characters");
        return reason;
    }

    private String known(Connection connection, String project) {
        if (check.hasMade(connection, project)) return project;
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "The hub has made no records for the project " + project + " in " + connection.name() + ", so there is nothing to compare.");
    }

    private static String checked(String project) {
        if (!project.matches("[A-Za-z0-9._-]{1,40}")) throw new InvalidInput("project", "must be the id of a ScopeStack project, such as 90001");
        return project;
    }

    private static ResponseEntity<Map<String, Long>> accepted(long job) {
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }
}
