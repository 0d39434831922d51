package io.scopebridge.plan.archive;

import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a subject that ran last, or was started last.
 *
 * @param work the job that ran it; null if none did
 * @param at   start of the run; null if it never ran
 */
public record LastPlan(Work work, Plan plan, Links links, Instant at) {

    /** The flow of a job, and the job's subject. */
    public record Work(String flow, String subject) {
    }

    /** Empty if the plan has no such step. */
    public Optional<Step> step(String key) {
        return plan.steps().stream().filter(step -> step.key().equals(key)).findFirst();
    }

    public static LastPlan none(String subject) {
        return new LastPlan(new Work(null, null), new Plan(subject, "", List.of(), List.of()), Links.none(), null);
    }
}
