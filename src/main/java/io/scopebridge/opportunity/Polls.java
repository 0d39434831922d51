package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import java.lang.ref.WeakReference;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts a poll and its counts, and sums them up for its report. */
@Component("polls")
public class Polls {

    private final JdbcClient db;
    private final Closing closings;
    private final int readAllUpTo;
    /** The newest of each connection, all on this node: a connection is processed by one node at a time. */
    private final Map<String, WeakReference<PollCount>> newest = new ConcurrentHashMap<>();

    Polls(JdbcClient db, Closing closings, @Value("${scopebridge.opportunities.read-all-up-to}") int readAllUpTo) {
        this.db = db;
        this.closings = closings;
        this.readAllUpTo = readAllUpTo;
    }

    /**
     * Discards the closings of a poll that did not finish.
     *
     * @param total the total in the system, or null if it was not requested
     */
    public PollCount begin(Connection connection, Integer total) {
        closings.forget(connection.id());
        PollCount count = new PollCount(now(), ids -> { });
        count.setTotal(total);
        newest.put(connection.id(), new WeakReference<>(count));
        return count;
    }

    /** For a read that may run beside a poll: keeps the closings of the poll, and what is read does not count as gone there. */
    public PollCount beginBeside(Connection connection) {
        return new PollCount(now(), ids -> {
            WeakReference<PollCount> running = newest.get(connection.id());
            PollCount poll = running == null ? null : running.get();
            if (poll != null) poll.sawBeside(ids);
        });
    }

    private OffsetDateTime now() {
        return db.sql("select current_timestamp").query(OffsetDateTime.class).single();
    }

    /** Whether a full sync also reads filtered-out opportunities, so that people see them with the reason; not if there are too many. */
    public boolean readsAll(Integer total) {
        return total != null && total <= readAllUpTo;
    }

    /** @param expected how many there are, or null where that was not asked */
    public boolean isShort(PollCount poll, Integer expected) {
        poll.expect(expected);
        return expected != null && poll.listed() < expected;
    }

    public int sum(int so, int more) {
        return so + more;
    }
}
