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
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** What routes do with the plan that a mapping made: {@code bean:plans?method=carryOut}. */
@Component("plans")
public class Plans {

    private static final int MOST_IDS = 20;

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

    /**
     * Carries the plan in the body out and leaves its {@link PlanResult} in the variable {@code result}, and the remote ids of its
     * main objects by step in {@code remoteIds}: those that belong to no other object of the plan, at most 20.
     * With the variable {@code links} (see {@link Links}; the list may be empty) plan and calls are kept for people to look at.
     *
     * @throws RemoteFailure when the mapping names problems instead of steps, or every step would fail
     */
    public void carryOut(Exchange exchange) {
        JsonNode made = json.valueToTree(exchange.getMessage().getBody());
        Plan plan = read(made);
        JsonNode links = json.valueToTree(exchange.getVariable("links"));
        if (links.isArray()) {
            var work = new CarriedPlans.Work(exchange.getVariable("flow", String.class), exchange.getVariable("subject", String.class));
            carried.keep(exchange.getVariable("connection", Connection.class).id(), work, plan.subject(), made, links);
        }
        carryOut(exchange, plan, made, links.isArray() ? Optional.of(Links.of(links)) : Optional.empty());
    }

    /**
     * Carries the plan out that an earlier run of the job left behind, whatever its mapping makes today; with the {@link StepEdit}
     * in the variable {@code stepEdit}, if there is one. An edited plan that does not get through is kept as edited.
     *
     * @throws RemoteFailure when none was kept, or it is no longer one that was edited like this
     */
    public void carryOutKept(Exchange exchange) {
        Long job = exchange.getVariable("jobId", Long.class);
        JsonNode then = kept.of(job).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
            "The plan of then is not kept: job " + job + " failed before there was one.", "Replay with the mapping of now.")));
        JsonNode made = edited(then, exchange.getVariable("stepEdit", StepEdit.class));
        Plan plan = read(made);
        String connectionId = exchange.getVariable("connection", Connection.class).id();
        carryOut(exchange, plan, made, carried.find(connectionId, plan.subject()).map(CarriedPlan::links));
    }

    /** A plan that does not get through is kept, so that it can be read and carried out again. */
    private void carryOut(Exchange exchange, Plan plan, JsonNode made, Optional<Links> links) {
        Connection connection = exchange.getVariable("connection", Connection.class);
        Optional<Long> job = Optional.ofNullable(exchange.getVariable("jobId", Long.class));
        PlanResult result;
        try {
            result = executor.carryOut(connection, plan, only(exchange), progress(exchange), logs.of(exchange), links.isPresent());
        } catch (RemoteFailure e) {
            job.ifPresent(id -> kept.keep(id, made));
            throw e;
        }
        exchange.setVariable("result", links.map(known -> result.linked(plan, known)).orElse(result));
        exchange.setVariable("remoteIds", ledger.remoteIds(connection.id(), plan.subject(), mainSteps(plan)));
        if (result.failed() + result.blocked() == 0) job.ifPresent(kept::forget);
        else job.ifPresent(id -> kept.keep(id, made));
    }

    private static JsonNode edited(JsonNode plan, StepEdit edit) {
        try {
            return edit == null ? plan : EditedStep.in(plan, edit);
        } catch (InvalidInput e) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The plan was made anew since step '" + edit.step() + "' was edited. " + e.getMessage(),
                "Edit what the step sends now, and replay."));
        }
    }

    @SuppressWarnings("unchecked")
    private static Set<String> only(Exchange exchange) {
        Set<String> steps = exchange.getVariable("onlySteps", Set.class);
        return steps == null ? Set.of() : steps;
    }

    private static List<String> mainSteps(Plan plan) {
        return plan.steps().stream().filter(step -> step.call().references().isEmpty()).map(Step::key).limit(MOST_IDS).toList();
    }

    private static Plan read(JsonNode made) {
        if (made.path("problems").size() > 0) throw new RemoteFailure(problem(made.path("problems")));
        return PlanReader.read(made);
    }

    private static PlanProgress progress(Exchange exchange) {
        PlanProgress told = exchange.getVariable("progress", PlanProgress.class);
        return told == null ? (done, total) -> { } : told;
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
