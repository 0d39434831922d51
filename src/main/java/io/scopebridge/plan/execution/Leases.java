package io.scopebridge.plan.execution;

/** Returns this node's lease on a connection; an expired one if it holds none. */
@FunctionalInterface
public interface Leases {

    Lease of(String connectionId);
}
