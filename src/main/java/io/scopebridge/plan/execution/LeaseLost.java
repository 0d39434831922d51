package io.scopebridge.plan.execution;

/** The plan stopped because another node processes the connection, or may do so soon. The lease holder continues the plan. */
public class LeaseLost extends RuntimeException {

    public LeaseLost(String message) {
        super(message);
    }
}
