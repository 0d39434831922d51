package io.scopebridge.plan.execution;

import java.time.Duration;

/** The right of this node to work one connection. It ends unless it is renewed. */
@FunctionalInterface
public interface Lease {

    /** Whether no other node can work the connection before this time has passed. */
    boolean outlives(Duration time);
}
