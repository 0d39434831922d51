package io.scopebridge.plan.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.archive.ArchivedPlan;
import io.scopebridge.plan.archive.NewPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.execution.PlanCancelled;
import io.scopebridge.plan.execution.PlanExecutor;
import io.scopebridge.plan.execution.PlanProgress;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.ledger.CoveredTwice;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.manual.EditedStep;
import io.scopebridge.plan.manual.StepEdit;
import io.scopebridge.remote.OptionalRoutes;
import io.scopebridge.remote.Routes;
import io.scopebridge.web.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Operations for routes on the plan that a mapping created: {@code bean:plans?method=carryOut}. */
@Component("plans")
public class Plans {

    private static final int MOST_IDS = 20;
    /** Set by the component {@code mapping}: the versions of all mappings that ran, by file. */
    private static final String MAPPINGS = "mappingsUsed";
    private static final JsonNode NO_LINKS = JsonNodeFactory.instance.arrayNode();

    /** For whom a plan runs. */
    private record Work(Connection connection, String flow, String subject, Long jobId, Set<String> only, PlanProgress progress, JsonNode mappings) {

        NewPlan made(String subjectOfPlan, JsonNode made, JsonNode links) {
            return new NewPlan(subjectOfPlan, flow, jobId, made, links, mappings);
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
    private final PlanArchive archive;
    private final Routes routes;
    private final OptionalRoutes optional;
    private final ObjectMapper json;

    Plans(PlanExecutor executor, Ledger ledger, StepLogs logs, PlanArchive archive, Routes routes, OptionalRoutes optional, ObjectMapper json) {
        this.optional = optional;
        this.executor = executor;
        this.ledger = ledger;
        this.logs = logs;
        this.archive = archive;
        this.routes = routes;
        this.json = json;
    }

    /**
     * Archives the plan in the body, runs it, and records its calls.
     *
     * @throws RemoteFailure if the mapping returns problems instead of steps, or every step would fail
     */
    public PlanResult carryOut(@Body Object body, @Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                               @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only, @Variable("progress") PlanProgress progress,
                               @ExchangeProperty(MAPPINGS) Map<String, String> mappings) {
        Work work = new Work(connection, flow, subject, job, only, progress, json.valueToTree(mappings));
        JsonNode made = json.valueToTree(body);
        Plan plan = read(made);
        JsonNode links = links(connection);
        work.reportsTo().begins(archive.add(connection.id(), work.made(plan.subject(), made, links)));
        return carryOut(work, plan, true, Links.of(links));
    }

    /** Like carryOut, for bulk plans: archived only if they fail, without calls. */
    public PlanResult carryOutUnrecorded(@Body Object body, @Variable("connection") Connection connection, @Variable("flow") String flow,
                                         @Variable("subject") String subject, @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only,
                                         @Variable("progress") PlanProgress progress,
                               @ExchangeProperty(MAPPINGS) Map<String, String> mappings) {
        Work work = new Work(connection, flow, subject, job, only, progress, json.valueToTree(mappings));
        JsonNode made = json.valueToTree(body);
        Plan plan = read(made);
        try {
            PlanResult result = carryOut(work, plan, false, Links.none());
            if (result.failed() + result.blocked() > 0) archiveFailed(work, plan, made);
            return result;
        } catch (RemoteFailure e) {
            archiveFailed(work, plan, made);
            throw e;
        }
    }

    /**
     * Runs a plan of the archive, regardless of the current mapping.
     *
     * @param id   null: there is none
     * @param edit of one of its steps, which makes it a plan of its own; or null
     * @throws RemoteFailure when the archive does not have it, the edit does not fit it, or what exists contains a part of it
     */
    public PlanResult carryOutArchived(@Variable("planId") Long id, @Variable("connection") Connection connection, @Variable("flow") String flow,
                                       @Variable("subject") String subject, @Variable("jobId") Long job, @Variable("onlySteps") Set<String> only,
                                       @Variable("progress") PlanProgress progress, @Variable("stepEdit") StepEdit edit) {
        ArchivedPlan original = Optional.ofNullable(id).flatMap(archive::find).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
            "The original plan is no longer stored: job " + job + " failed before it was created.", "Replay with the current mapping.")));
        Work work = new Work(connection, flow, subject, job, only, progress, original.mappings());
        JsonNode made = edited(original.made(), edit);
        Plan plan = read(made);
        work.reportsTo().begins(archive.edited(connection.id(), original, work.made(plan.subject(), made, original.links())));
        refuseTwice(work, plan);
        return carryOut(work, plan, true, Links.of(original.links()));
    }

    /**
     * Archives the plan in the body without running it.
     *
     * @param bundle     with the project that it was made of
     * @param sourceMark tells whether that has changed since
     * @return its number
     */
    public long archive(@Body Object body, @Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                        @Variable("jobId") Long job, @Variable("bundle") Map<String, Object> bundle, @Variable("sourceMark") String sourceMark,
                        @ExchangeProperty(MAPPINGS) Map<String, String> mappings) {
        JsonNode made = json.valueToTree(body);
        JsonNode links = made.path("problems").isEmpty() ? links(connection) : NO_LINKS;
        NewPlan plan = new NewPlan(made.path("subject").asText(subject), flow, job, made, links, json.valueToTree(mappings));
        return archive.add(connection.id(), plan, json.valueToTree(bundle.get("project")), sourceMark);
    }

    /** @throws RemoteFailure if it contains problems */
    public void possible(Object made) {
        JsonNode problems = json.valueToTree(made).path("problems");
        if (!problems.isEmpty()) throw new RemoteFailure(problem(problems));
    }

    /** The mapping sees to it for the plans that it creates; what was created since an archived one, it could not know. */
    private void refuseTwice(Work work, Plan plan) {
        CoveredTwice.first(plan, work.onlySteps(), ledger.earlier(work.connection().id(), plan.subject())).ifPresent(twice -> {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The stored plan has the step '" + twice.step() + "', but a part of it is in the step '"
                + twice.existing() + "' of another push. Nothing was sent.", "Replay with the current mapping, or request another preview."));
        });
    }

    private void archiveFailed(Work work, Plan plan, JsonNode made) {
        work.reportsTo().begins(archive.add(work.connection().id(), work.made(plan.subject(), made, NO_LINKS)));
    }

    private PlanResult carryOut(Work work, Plan plan, boolean recorded, Links links) {
        try {
            return known(executor.carryOut(work.connection(), plan, work.onlySteps(), work.reportsTo(), logs.of(work.flow(), work.subject(), work.jobId()), recorded), work, plan, links);
        } catch (PlanCancelled e) {
            throw new PlanCancelled(known(e.result(), work, plan, links));
        }
    }

    private PlanResult known(PlanResult result, Work work, Plan plan, Links links) {
        return result.linked(plan, links).identified(ledger.remoteIds(work.connection().id(), plan.subject(), mainSteps(plan)));
    }

    /** A PSA without pages of its own has no such route. */
    private JsonNode links(Connection connection) {
        if (!optional.has(connection, "links")) return json.createArrayNode();
        Exchange sent = routes.send("direct:" + connection.system() + "-links", connection,
            exchange -> exchange.getMessage().setBody(List.of()));
        return json.valueToTree(sent.getMessage().getBody());
    }

    private static JsonNode edited(JsonNode plan, StepEdit edit) {
        try {
            return edit == null ? plan : EditedStep.in(plan, edit);
        } catch (InvalidInput e) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The plan was created again after step '" + edit.step() + "' was edited. " + e.getMessage(),
                "Edit the current request body of the step, and replay."));
        }
    }

    private static List<String> mainSteps(Plan plan) {
        return plan.steps().stream().filter(step -> step.call().references().isEmpty()).map(Step::key).limit(MOST_IDS).toList();
    }

    private static Plan read(JsonNode made) {
        if (made.path("problems").size() > 0) throw new RemoteFailure(problem(made.path("problems")));
        return PlanReader.read(made);
    }

    /** All of them in one entry, because they result from one request. */
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
