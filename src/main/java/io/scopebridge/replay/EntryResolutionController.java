package io.scopebridge.replay;

import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.job.JobRequests;
import io.scopebridge.log.FailureLog;
import io.scopebridge.log.LogEntry;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.manual.ManualResolutions;
import io.scopebridge.plan.manual.Resolution;
import java.security.Principal;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Resolves the step of a log entry of any flow. */
@RestController
class EntryResolutionController {

    /** One of {@code remoteId} and {@code "create": true}. */
    record Wish(String remoteId, Boolean create, String reason) {
    }

    private final Connections connections;
    private final FailureLog log;
    private final ManualResolutions resolutions;
    private final JobRequests jobs;

    EntryResolutionController(Connections connections, FailureLog log, ManualResolutions resolutions, JobRequests jobs) {
        this.connections = connections;
        this.log = log;
        this.resolutions = resolutions;
        this.jobs = jobs;
    }

    /** The job of the entry runs immediately; the response contains it unless it is no longer stored. */
    @PostMapping("/api/log/{entry}/resolution")
    ResponseEntity<Map<String, Object>> resolve(@PathVariable long entry, @RequestBody Wish wish, Principal user) {
        LogEntry about = log.get(entry);
        if (about.step() == null || about.connectionId() == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Log entry " + entry + " is about no step. Retry it instead.");
        }
        Connection connection = connections.getEnabled(about.connectionId());
        Resolution decision = Resolution.of(wish.remoteId(), wish.create(), wish.reason(), user.getName());
        try {
            resolutions.resolve(connection, new LastPlan.Work(about.flow(), about.subject()), about.step(), decision);
        } catch (RemoteFailure e) {
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, e.failure().cause() + " " + e.failure().remedy(), e);
        }
        return ResponseEntity.accepted().body(jobs.rerun(about.connectionId(), about.flow(), about.subject(), "resolution")
            .map(job -> Map.<String, Object>of("job", job)).orElse(Map.of()));
    }
}
