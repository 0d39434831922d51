package io.scopebridge.plan.execution;

/** Gives the lease that this node holds on a connection; one that outlives nothing when it holds none. */
@FunctionalInterface
public interface Leases {

    Lease of(String connectionId);
}
