package io.scopebridge.plan.execution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.Warning;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The result of one run of a plan. The six numbers add up to the steps of the plan.
 *
 * @param created  created by this run (or by one that was killed)
 * @param updated  written again
 * @param existing done before, or found
 * @param failed   left REJECTED or UNKNOWN
 * @param blocked  not sent, because a step they depend on failed
 * @param cancelled not sent, because the run was cancelled
 * @param warnings content that could not be transferred unchanged
 * @param steps    each with its outcome
 * @param link     to the created record, in the pages of the system; or null
 * @param remoteIds of its main objects, by step; empty until they are asked for
 */
public record PlanResult(int created, int updated, int existing, int failed, int blocked, int cancelled, List<StepFailure> failures, List<Warning> warnings,
                         @JsonIgnore List<StepReport> steps, String link, @JsonIgnore Map<String, String> remoteIds) {

    static PlanResult of(List<StepReport> steps, List<StepFailure> failures, List<Warning> warnings) {
        return new PlanResult(count(steps, StepAction.CREATE), count(steps, StepAction.UPDATE), count(steps, StepAction.SKIP) + count(steps, StepAction.REUSE),
                count(steps, StepAction.UNDECIDED) + count(steps, StepAction.REFUSED), count(steps, StepAction.BLOCKED), count(steps, StepAction.CANCELLED), failures, warnings, steps,
                steps.stream().map(StepReport::link).filter(Objects::nonNull).findFirst().orElse(null), Map.of());
    }

    /** The same with the ids of its main objects. */
    public PlanResult identified(Map<String, String> ids) {
        return new PlanResult(created, updated, existing, failed, blocked, cancelled, failures, warnings, steps, link, ids);
    }

    /** The records that this run wrote. */
    public int written() {
        return created + updated;
    }

    /** The same with links into the pages of the system. */
    public PlanResult linked(Plan plan, Links links) {
        Map<String, StepReport> byKey = steps.stream().collect(Collectors.toMap(StepReport::key, Function.identity()));
        UnaryOperator<String> remoteIds = key -> byKey.get(key).remoteId();
        return of(plan.steps().stream().map(step -> byKey.get(step.key()).linked(links.of(step, remoteIds))).toList(), failures, warnings);
    }

    private static int count(List<StepReport> steps, StepAction what) {
        return (int) steps.stream().filter(step -> step.action() == what).count();
    }
}
