package io.scopebridge.plan.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.archive.CarriedPlan;
import io.scopebridge.plan.archive.CarriedPlans;
import io.scopebridge.plan.archive.KeptPlans;
import io.scopebridge.plan.execution.PlanExecutor;
import io.scopebridge.plan.execution.PlanProgress;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.manual.EditedStep;
import io.scopebridge.plan.manual.StepEdit;
import io.scopebridge.web.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** What routes do with the plan that a mapping made: {@code bean:plans?method=carryOut}. */
@Component("plans")
public class Plans {

    private static final int MOST_IDS = 20;

    /** For whom a plan is carried out. */
    private record Work(Connection connection, String flow, String subject, Long jobId, Set<String> only, PlanProgress progress) {

        Optional<Long> job() {
            return Optional.ofNullable(jobId);
        }

        Set<String> onlySteps() {
            return only == null ? Set.of() : only;
        }

        PlanProgress reportsTo() {
            return progress == null ? (done, total) -> { } : progress;
        }
    }

    private final PlanExecutor executor;
    private final Ledger ledger;
    private final StepLogs logs;
    private final CarriedPlans carried;
    private final KeptPlans kept;
    private final ObjectMapper json;

    Plans(PlanExecutor executor, Ledger ledger, StepLogs logs, CarriedPlans carried, KeptPlans kept, ObjectMapper json) {
        this.executor = executor;
        this.ledger = ledger;
        this.logs = logs;
        this.carried = carried;
        this.kept = kept;
        this.json = json;
    }

    /** Carries out the plan in the body, of which nothing is kept to be looked at. */
    public PlanResult carryOut(@Body Object plan, @Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                               @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only, @Variable("progress") PlanProgress progress) {
        JsonNode made = json.valueToTree(plan);
        return carryOut(new Work(connection, flow, subject, job, only, progress), read(made), made, Optional.empty());
    }

    /**
     * Carries out the plan in the body. Plan and calls are kept for people to look at, with the links (see {@link Links}; the list may be empty).
     *
     * @throws RemoteFailure when the mapping names problems instead of steps, or every step would fail
     */
    public PlanResult carryOutShown(@Body Object plan, @Variable("connection") Connection connection, @Variable("flow") String flow,
                                    @Variable("subject") String subject, @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only,
                                    @Variable("progress") PlanProgress progress, @Variable("links") Object links) {
        JsonNode made = json.valueToTree(plan);
        Plan read = read(made);
        JsonNode shown = json.valueToTree(links);
        carried.keep(connection.id(), new CarriedPlans.Work(flow, subject), read.subject(), made, shown);
        return carryOut(new Work(connection, flow, subject, job, only, progress), read, made, Optional.of(Links.of(shown)));
    }

    /**
     * Carries out the plan that an earlier run of the job left behind, whatever its mapping makes today. An edited plan that does not get
     * through is kept as edited.
     *
     * @param edit of one of its steps, or null
     * @throws RemoteFailure when none was kept, or it is no longer one that was edited like this
     */
    public PlanResult carryOutKept(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                                   @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only, @Variable("progress") PlanProgress progress,
                                   @Variable("stepEdit") StepEdit edit) {
        JsonNode then = kept.of(job).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
            "The plan of then is not kept: job " + job + " failed before there was one.", "Replay with the mapping of now.")));
        JsonNode made = edited(then, edit);
        Plan plan = read(made);
        return carryOut(new Work(connection, flow, subject, job, only, progress), plan, made,
            carried.find(connection.id(), plan.subject()).map(CarriedPlan::links));
    }

    /** A plan that does not get through is kept, so that it can be read and carried out again. */
    private PlanResult carryOut(Work work, Plan plan, JsonNode made, Optional<Links> links) {
        PlanResult result;
        try {
            result = executor.carryOut(work.connection(), plan, work.onlySteps(), work.reportsTo(), logs.of(work.flow(), work.subject(), work.jobId()), links.isPresent());
        } catch (RemoteFailure e) {
            work.job().ifPresent(id -> kept.keep(id, made));
            throw e;
        }
        if (result.failed() + result.blocked() == 0) work.job().ifPresent(kept::forget);
        else work.job().ifPresent(id -> kept.keep(id, made));
        return links.map(known -> result.linked(plan, known)).orElse(result)
            .identified(ledger.remoteIds(work.connection().id(), plan.subject(), mainSteps(plan)));
    }

    private static JsonNode edited(JsonNode plan, StepEdit edit) {
        try {
            return edit == null ? plan : EditedStep.in(plan, edit);
        } catch (InvalidInput e) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The plan was made anew since step '" + edit.step() + "' was edited. " + e.getMessage(),
                "Edit what the step sends now, and replay."));
        }
    }

    private static List<String> mainSteps(Plan plan) {
        return plan.steps().stream().filter(step -> step.call().references().isEmpty()).map(Step::key).limit(MOST_IDS).toList();
    }

    private static Plan read(JsonNode made) {
        if (made.path("problems").size() > 0) throw new RemoteFailure(problem(made.path("problems")));
        return PlanReader.read(made);
    }

    /** All of them in one, since one request asked for all of them. */
    private static Failure problem(JsonNode problems) {
        JsonNode first = problems.get(0);
        return new Failure(FailureClass.valueOf(first.path("class").asText("VALIDATION")), all(problems, "cause"), all(problems, "remedy"),
            all(problems, "field"), null, null, null);
    }

    private static String all(JsonNode problems, String part) {
        return StreamSupport.stream(problems.spliterator(), false).map(problem -> problem.path(part).asText()).distinct()
            .collect(Collectors.joining(" "));
    }
}
