package io.scopebridge.plan.execution;

/** Hears how far a plan is: a few times a second at most, and at the end. Never called by two threads at once. */
@FunctionalInterface
public interface PlanProgress {

    /** @param done steps that need no more work in this run, failed and blocked ones among them */
    void progress(int done, int total);

    /** @param plan its number in the archive; before the first step is sent */
    default void begins(long plan) {
    }
}
