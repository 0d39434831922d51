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
import io.scopebridge.plan.execution.PlanExecutor;
import io.scopebridge.plan.execution.PlanProgress;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.manual.EditedStep;
import io.scopebridge.plan.manual.StepEdit;
import io.scopebridge.remote.OptionalRoutes;
import io.scopebridge.remote.Routes;
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
    private static final JsonNode NO_LINKS = JsonNodeFactory.instance.arrayNode();

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
     * Archives the plan in the body, carries it out, and records its calls. Leaves its {@link PlanResult} in the variable {@code result}, and
     * the remote ids of its main objects by step in {@code remoteIds}: those that belong to no other object of the plan, at most 20.
     *
     * @throws RemoteFailure when the mapping names problems instead of steps, or every step would fail
     */
    public void carryOut(Exchange exchange) {
        JsonNode made = body(exchange);
        Plan plan = read(made);
        Connection connection = connection(exchange);
        JsonNode links = links(connection);
        progress(exchange).begins(archive.add(connection.id(), made(exchange, plan.subject(), made, links)));
        carryOut(exchange, plan, true, Links.of(links));
    }

    /** As {@link #carryOut(Exchange)}, for plans of many records that nobody reads one by one: archived only when they fail, without calls. */
    public void carryOutUnrecorded(Exchange exchange) {
        JsonNode made = body(exchange);
        Plan plan = read(made);
        try {
            if (!carryOut(exchange, plan, false, Links.none())) archiveFailed(exchange, plan, made);
        } catch (RemoteFailure e) {
            archiveFailed(exchange, plan, made);
            throw e;
        }
    }

    /**
     * Carries out a plan of the archive, whatever its mapping makes today; with the {@link StepEdit} in the variable {@code stepEdit}, if
     * there is one, as a plan of its own.
     *
     * @param id null: there is none
     * @throws RemoteFailure when the archive does not have it, or the edit does not fit it
     */
    public void carryOutArchived(Exchange exchange, Long id) {
        ArchivedPlan original = Optional.ofNullable(id).flatMap(archive::find).orElseThrow(() -> new RemoteFailure(Failure.of(FailureClass.CONFIGURATION,
            "The original plan is no longer stored: job " + exchange.getVariable("jobId", Long.class) + " failed before it was created.", "Replay with the current mapping.")));
        JsonNode made = edited(original.made(), exchange.getVariable("stepEdit", StepEdit.class));
        Plan plan = read(made);
        progress(exchange).begins(archive.edited(connection(exchange).id(), original, made(exchange, plan.subject(), made, original.links())));
        carryOut(exchange, plan, true, Links.of(original.links()));
    }

    /**
     * Archives the plan in the body, which stays, without carrying it out, and leaves its number in the variable {@code planId}.
     *
     * @param source     what it was made of
     * @param sourceMark tells whether that has changed since
     */
    public void archive(Exchange exchange, Object source, String sourceMark) {
        JsonNode made = body(exchange);
        Connection connection = connection(exchange);
        JsonNode links = made.path("problems").isEmpty() ? links(connection) : NO_LINKS;
        NewPlan plan = made(exchange, made.path("subject").asText(exchange.getVariable("subject", String.class)), made, links);
        exchange.setVariable("planId", archive.add(connection.id(), plan, json.valueToTree(source), sourceMark));
    }

    /** @throws RemoteFailure when the body names problems */
    public void possible(Exchange exchange) {
        JsonNode problems = body(exchange).path("problems");
        if (problems.size() > 0) throw new RemoteFailure(problem(problems));
    }

    private void archiveFailed(Exchange exchange, Plan plan, JsonNode made) {
        progress(exchange).begins(archive.add(connection(exchange).id(), made(exchange, plan.subject(), made, NO_LINKS)));
    }

    private boolean carryOut(Exchange exchange, Plan plan, boolean recorded, Links links) {
        Connection connection = connection(exchange);
        PlanResult result = executor.carryOut(connection, plan, only(exchange), progress(exchange), logs.of(exchange), recorded);
        exchange.setVariable("result", result.linked(plan, links));
        exchange.setVariable("remoteIds", ledger.remoteIds(connection.id(), plan.subject(), mainSteps(plan)));
        return result.failed() + result.blocked() == 0;
    }

    /** A PSA without pages of its own has no such route. */
    private JsonNode links(Connection connection) {
        if (!optional.has(connection, "links")) return json.createArrayNode();
        Exchange sent = routes.send("direct:" + connection.system() + "-links", connection,
            exchange -> exchange.getMessage().setBody(List.of()));
        return json.valueToTree(sent.getMessage().getBody());
    }

    private JsonNode body(Exchange exchange) {
        return json.valueToTree(exchange.getMessage().getBody());
    }

    private static Connection connection(Exchange exchange) {
        return exchange.getVariable("connection", Connection.class);
    }

    private static NewPlan made(Exchange exchange, String subject, JsonNode made, JsonNode links) {
        return new NewPlan(subject, exchange.getVariable("flow", String.class), exchange.getVariable("jobId", Long.class), made, links);
    }

    private static JsonNode edited(JsonNode plan, StepEdit edit) {
        try {
            return edit == null ? plan : EditedStep.in(plan, edit);
        } catch (InvalidInput e) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The plan was created again after step '" + edit.step() + "' was edited. " + e.getMessage(),
                "Edit the current request body of the step, and replay."));
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
