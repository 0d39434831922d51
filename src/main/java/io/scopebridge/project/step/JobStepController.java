package io.scopebridge.project.step;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.job.JobView;
import io.scopebridge.job.JobViews;
import io.scopebridge.log.source.LogSources;
import io.scopebridge.log.source.Source;
import io.scopebridge.plan.archive.ArchivedPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.journal.CallHistory;
import io.scopebridge.plan.journal.PastCall;
import io.scopebridge.web.InvalidInput;
import io.scopebridge.web.Paging;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** One step of a job: what it was made of, as the mapping made it, as it was sent and as it was answered. */
@RestController
class JobStepController {

    private static final Set<String> PARAMETERS = Set.of("step");

    private final JobViews jobs;
    private final PlanArchive archive;
    private final CallHistory calls;
    private final LogSources sources;

    JobStepController(JobViews jobs, PlanArchive archive, CallHistory calls, LogSources sources) {
        this.jobs = jobs;
        this.archive = archive;
        this.calls = calls;
        this.sources = sources;
    }

    /**
     * @param mapped   the step of the plan; null if the plan has no such step
     * @param sent     when the job sent it last; null if it did not
     * @param request  what was sent, without credentials; or null
     * @param response the answer to it; null if there was none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JobStep(long job, String step, JsonNode mapped, Instant sent, Integer status, String request, String response) {
    }

    private record Found(JobView job, ArchivedPlan plan) {
    }

    /** @param step its key in the plan, such as {@code ticket:720007} */
    @GetMapping("/api/jobs/{id}/step")
    JobStep step(@PathVariable long id, @RequestParam Map<String, String> all, @RequestParam(defaultValue = "") String step) {
        Found found = found(id, all, step);
        JsonNode mapped = StreamSupport.stream(found.plan().made().path("steps").spliterator(), false)
            .filter(one -> one.path("key").asText().equals(step)).findFirst().orElse(null);
        Optional<PastCall> last = calls.lastWrite(found.job().connection(), found.plan().subject(), step, found.job().createdAt().toInstant(), end(found.job()));
        return new JobStep(id, step, mapped, last.map(PastCall::at).orElse(null), last.map(PastCall::status).orElse(null),
            last.map(PastCall::request).orElse(null), last.map(PastCall::response).orElse(null));
    }

    /** What the mapping was given for it; inputs are data of tenants: for operators. */
    @GetMapping("/api/jobs/{id}/source")
    Source source(@PathVariable long id, @RequestParam Map<String, String> all, @RequestParam(defaultValue = "") String step) {
        Found found = found(id, all, step);
        return sources.of(new LogSources.Work(found.job().connection(), found.job().subject(), step, id, end(found.job())));
    }

    private Found found(long id, Map<String, String> all, String step) {
        Paging.only(all.keySet(), PARAMETERS);
        if (step.isBlank()) throw new InvalidInput("step", "is required: the key of a step of the job, such as project");
        JobView job = jobs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no job " + id + ". GET /api/jobs lists the newest."));
        ArchivedPlan plan = archive.ofJob(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Job " + id + " has no plan: it failed before there was one, or its flow makes none."));
        return new Found(job, plan);
    }

    private static Instant end(JobView job) {
        return Optional.ofNullable(job.finishedAt()).map(OffsetDateTime::toInstant).orElseGet(Instant::now);
    }
}
