package io.scopebridge.plan.execution;

/** Receives the progress of a plan, at most a few times a second, and at the end. Never called concurrently. */
@FunctionalInterface
public interface PlanProgress {

    /** @param done steps that need no more work in this run, including failed and blocked ones */
    void progress(int done, int total);

    /** @param plan its number in the archive; called before the first step is sent */
    default void begins(long plan) {
    }
}
