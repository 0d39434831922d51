package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins a poll, its count, and adds up for its report. */
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
     * Forgets what a poll that did not come to its end would have closed.
     *
     * @param total how many the system holds in all, or null where that was not asked
     */
    public PollCount begin(Connection connection, Integer total) {
        closings.forget(connection.id());
        PollCount count = new PollCount(db.sql("select current_timestamp").query(OffsetDateTime.class).single());
        count.setTotal(total);
        return count;
    }

    /** Whether a full pass reads also what the filter keeps out, so that a person sees it and why; not with very many. */
    public boolean readsAll(Integer total) {
        return total != null && total <= readAllUpTo;
    }

    public int sum(int so, int more) {
        return so + more;
    }
}
