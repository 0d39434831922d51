package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.connection.ProjectOptions;
import io.scopebridge.plan.archive.ArchivedPlan;
import java.net.URI;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Previews Create PSA project before anything is written. */
@RestController
@RequestMapping("/api/connections/{id}/projects/{project}/psa-project/preview")
class PreviewController {

    private final Connections connections;
    private final ProjectOptions options;
    private final PreviewRequests previews;
    private final PreviewFailures failures;

    PreviewController(Connections connections, ProjectOptions options, PreviewRequests previews, PreviewFailures failures) {
        this.connections = connections;
        this.options = options;
        this.previews = previews;
        this.failures = failures;
    }

    /** Takes the form's values, like Create PSA project. */
    @PostMapping
    ResponseEntity<PreviewRequests.Asked> ask(@PathVariable String id, @PathVariable String project, @RequestBody(required = false) JsonNode form,
                                              Principal user) {
        Connection connection = connections.getEnabled(id);
        connection.require(Feature.PSA);
        var asked = previews.ask(connection, ProjectNumber.checked(project), options.validate(connection, form), user.getName());
        return ResponseEntity.accepted()
            .location(URI.create("/api/connections/" + id + "/projects/" + project + "/psa-project/preview/" + asked.preview())).body(asked);
    }

    @GetMapping("/{preview}")
    PreviewAnswer show(@PathVariable String id, @PathVariable String project, @PathVariable long preview) {
        Preview found = previews.find(connections.get(id), ProjectNumber.checked(project), preview).orElseThrow(() ->
            new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no preview " + preview + " of project " + project + "."));
        var failure = found.content() == null && found.job() != null ? failures.of(found.job()).orElse(null) : null;
        return PreviewAnswer.of(found, previews.plan(found).map(ArchivedPlan::source).orElse(null), project, previews.stateOf(found, failure != null && failure.ended()), previews.validUntil(found), failure);
    }
}
