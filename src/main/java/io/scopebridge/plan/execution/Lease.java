package io.scopebridge.plan.execution;

import java.time.Duration;

/** The right of this node to process one connection. It expires unless renewed. */
@FunctionalInterface
public interface Lease {

    /** Whether no other node can process the connection for this long. */
    boolean outlives(Duration time);
}
