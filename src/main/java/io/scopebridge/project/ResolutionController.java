package io.scopebridge.project;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.job.JobRequests;
import io.scopebridge.plan.manual.ManualResolutions;
import io.scopebridge.plan.manual.Resolution;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person resolves a step with an unknown outcome: the record exists, or is to be created. */
@RestController
class ResolutionController {

    /** One of {@code remoteId} and {@code "create": true}. */
    record Wish(String remoteId, Boolean create, String reason) {
    }

    private final Connections connections;
    private final ManualResolutions resolutions;
    private final ProjectPlans plans;
    private final JobRequests jobs;

    ResolutionController(Connections connections, ManualResolutions resolutions, ProjectPlans plans, JobRequests jobs) {
        this.connections = connections;
        this.resolutions = resolutions;
        this.plans = plans;
        this.jobs = jobs;
    }

    /** Dependent steps continue immediately, in the job that is returned. */
    @PostMapping("/api/connections/{id}/projects/{project}/steps/{key}/resolution")
    ResponseEntity<Map<String, Object>> resolve(@PathVariable String id, @PathVariable String project, @PathVariable String key,
                                               @RequestBody Wish wish, Principal user) {
        Connection connection = connections.getEnabled(id);
        String subject = ProjectNumber.subject(ProjectNumber.checked(project));
        Resolution decision = Resolution.of(wish.remoteId(), wish.create(), wish.reason(), user.getName());
        var work = Unavailable.unless(() -> resolutions.resolve(connection, plans.of(id, subject), key, decision));
        long job = jobs.rerun(id, work.flow(), work.subject(), "resolution").orElseThrow();
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }
}
