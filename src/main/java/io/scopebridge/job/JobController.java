package io.scopebridge.job;

import io.scopebridge.connection.Connections;
import io.scopebridge.connection.Feature;
import io.scopebridge.job.cancel.Cancellation;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Jobs, and the action Sync now. */
@RestController
class JobController {

    private final JobViews jobs;
    private final Cancellations cancellations;
    private final Connections connections;
    private final Schedules schedules;

    JobController(JobViews jobs, Cancellations cancellations, Connections connections, Schedules schedules) {
        this.jobs = jobs;
        this.cancellations = cancellations;
        this.connections = connections;
        this.schedules = schedules;
    }

    /** The newest 200, of one or all connections, in one or any state. */
    @GetMapping("/api/jobs")
    List<JobView> list(@RequestParam(required = false) String connection, @RequestParam(required = false) JobState state) {
        return jobs.newest(connection, state, 200);
    }

    @GetMapping("/api/jobs/{id}")
    JobView one(@PathVariable long id) {
        return jobs.find(id).orElseThrow(() ->
            new ErrorResponseException(HttpStatus.NOT_FOUND, ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
                "There is no job " + id + ". GET /api/jobs lists the newest."), null));
    }

    /**
     * A waiting job never starts; a running one stops before its next step, on whichever node it runs. Calls in flight are awaited, and
     * what is done stays. 202 while it stops, 200 if it has ended with this request.
     */
    @PostMapping("/api/jobs/{id}/cancel")
    ResponseEntity<JobView> cancel(@PathVariable long id, @RequestBody Cancellation.Wish wish, Principal asking) {
        boolean now = cancellations.add(id, Cancellation.of(wish, asking.getName()));
        JobView job = one(id);
        if (!now && job.state() != JobState.RUNNING) {
            throw new ErrorResponseException(HttpStatus.CONFLICT, ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
                "Job " + id + " has ended: " + job.state() + ". Only a waiting or running job can be cancelled."), null);
        }
        return ResponseEntity.status(job.state() == JobState.RUNNING ? HttpStatus.ACCEPTED : HttpStatus.OK).body(job);
    }

    /**
     * Polls opportunities, unless the connection is not used for them, and projects now.
     *
     * @param full           whether to read all opportunities, not only changes
     * @param confirmClosing whether the full sync may exceed the safety limit; implies full
     */
    @PostMapping("/api/connections/{id}/sync")
    ResponseEntity<Map<String, List<Long>>> sync(@PathVariable String id, @RequestParam(defaultValue = "false") boolean full,
                                                 @RequestParam(defaultValue = "false") boolean confirmClosing) {
        List<Long> jobs = new ArrayList<>();
        if (connections.getEnabled(id).has(Feature.CRM)) {
            jobs.add(full || confirmClosing ? schedules.runFullSync(id, confirmClosing, "api") : schedules.runNow(id, Schedules.POLL, "api"));
        }
        jobs.add(schedules.runNow(id, Schedules.WATCH, "api"));
        return ResponseEntity.accepted().location(URI.create("/api/jobs?connection=" + id)).body(Map.of("jobs", jobs));
    }

    /** Reads the company list of the PSA now. */
    @PostMapping("/api/connections/{id}/companies/sync")
    ResponseEntity<Map<String, Long>> companies(@PathVariable String id) {
        connections.getEnabled(id);
        long job = schedules.runNow(id, Schedules.COMPANIES, "api");
        return ResponseEntity.accepted().location(URI.create("/api/jobs/" + job)).body(Map.of("job", job));
    }
}
