package io.scopebridge.plan.execution;

/** Who waits for a plan: receives its progress, at most a few times a second and at the end, never concurrently; may end it early. */
@FunctionalInterface
public interface PlanProgress {

    /** @param done steps that need no more work in this run, including failed and blocked ones */
    void progress(int done, int total);

    /** @param plan its number in the archive; called before the first step is sent */
    default void begins(long plan) {
    }

    /** Whether nothing more is to be sent. Asked before each step, by several threads. */
    default boolean isCancelled() {
        return false;
    }
}
