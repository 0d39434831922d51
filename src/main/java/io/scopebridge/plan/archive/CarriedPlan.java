package io.scopebridge.plan.archive;

import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan as it was last carried out, or begun with.
 *
 * @param flow       what carried it out; null when nothing did
 * @param jobSubject what that was asked for
 */
public record CarriedPlan(String flow, String jobSubject, Plan plan, Links links, Instant at) {

    /** Empty when the plan has no such step. */
    public Optional<Step> step(String key) {
        return plan.steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    public static CarriedPlan none(String subject) {
        return new CarriedPlan(null, null, new Plan(subject, "", List.of(), List.of()), Links.none(), null);
    }
}
