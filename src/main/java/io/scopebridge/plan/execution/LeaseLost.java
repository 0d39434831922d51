package io.scopebridge.plan.execution;

/** The plan stopped because another node works the connection, or may soon do so. The rest of the plan is for whoever holds the lease. */
public class LeaseLost extends RuntimeException {

    public LeaseLost(String message) {
        super(message);
    }
}
