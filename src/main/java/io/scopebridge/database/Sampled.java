package io.scopebridge.database;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What metrics show of the database: read at most every fifteen seconds, so that many gauges cost one query, and a database that is away
 * costs one wait.
 */
public final class Sampled<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Sampled.class);
    private static final long KEPT_NANOS = Duration.ofSeconds(15).toNanos();

    private final Supplier<T> query;
    private final T unknown;
    private T last;
    private long readAt;

    /** @param unknown the value while the database does not answer */
    public Sampled(Supplier<T> query, T unknown) {
        this.query = query;
        this.unknown = unknown;
    }

    public synchronized T get() {
        if (last != null && System.nanoTime() - readAt < KEPT_NANOS) return last;
        try {
            last = query.get();
        } catch (RuntimeException e) {
            LOG.debug("A metric cannot be read", e);
            last = unknown;
        }
        readAt = System.nanoTime();
        return last;
    }
}
