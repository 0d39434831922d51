package io.scopebridge.plan.execution;

/** The plan stopped because it was cancelled. No call is in flight; the same plan continues where it stopped when it runs again. */
public class PlanCancelled extends RuntimeException {

    private final transient PlanResult result;

    public PlanCancelled(PlanResult result) {
        super("The plan was cancelled: " + result.cancelled() + " of its steps were not sent");
        this.result = result;
    }

    /** What was done until then. */
    public PlanResult result() {
        return result;
    }
}
