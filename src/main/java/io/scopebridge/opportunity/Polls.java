package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Starts a poll and its counts, and sums them up for its report. */
@Component("polls")
public class Polls {

    private final JdbcClient db;
    private final Closing closings;
    private final int readAllUpTo;

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
        PollCount count = new PollCount(db.sql("select current_timestamp").query(OffsetDateTime.class).single());
        count.setTotal(total);
        return count;
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
