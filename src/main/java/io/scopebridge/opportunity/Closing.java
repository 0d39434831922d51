package io.scopebridge.opportunity;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.log.FailureLog;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes opportunities in ScopeStack that are closed in the PSA, filtered out, or gone. A sync collects closings while it reads and
 * applies them after it has read everything, unless they exceed the {@link SafetyLimit}.
 */
@Component("closings")
public class Closing {

    private static final String GONE = "It is gone from the PSA: deleted, or no longer visible to the hub's user.";
    private static final String NOT_READ = "The PSA no longer returns it: it is filtered out or gone.";
    private static final int BATCH = 500;

    private final JdbcClient db;
    private final OpportunityRows table;
    private final ClosingRows closings;
    private final UnseenOpportunities unseen;
    private final FailureLog log;

    Closing(JdbcClient db, OpportunityRows table, ClosingRows closings, UnseenOpportunities unseen, FailureLog log) {
        this.db = db;
        this.table = table;
        this.closings = closings;
        this.unseen = unseen;
        this.log = log;
    }

    void forget(String connection) {
        closings.discardAll(connection);
    }

    /**
     * After everything was read: closes what is to be closed, or nothing of it. What an incomplete list does not hold stays open.
     *
     * @param incomplete whether fewer were read than the PSA says there are
     */
    @Transactional
    public void decide(@Variable("connection") Connection connection, @Variable("poll") PollCount poll, @Variable("since") String since, @Variable("readAll") Boolean readAll,
                       @Variable("unknown") List<?> unknown, @Variable("confirmClosing") Boolean confirmed, @Variable("incomplete") Boolean incomplete) {
        boolean sure = Boolean.TRUE.equals(confirmed);
        boolean unproven = since == null && Boolean.TRUE.equals(incomplete) && !sure;
        if (since == null && !unproven) noteUnseen(connection.id(), poll, Boolean.TRUE.equals(readAll), unknown.isEmpty());
        int closing = closings.count(connection.id());
        SafetyLimit brake = new SafetyLimit(connection, closing > SafetyLimit.FEW || unproven ? open(connection.id()) : 0, closing);
        if (!brake.holds() || sure) {
            poll.closed(close(connection.id()));
            if (unproven) poll.brake(brake.incomplete(poll.listed(), poll.expected(), unseenOpen(connection.id(), poll)));
            return;
        }
        poll.brake(brake.failure(closings.because(connection.id(), List.of(GONE, NOT_READ)), closings.closedThere(connection.id())));
        forget(connection.id());
    }

    /** Those of the given ids that the hub knows and that were not read since the poll started. */
    public List<String> unseen(Connection connection, PollCount poll, List<String> ids) {
        return unseen.among(connection.id(), poll, ids);
    }

    /** After these were requested: closes those that were not found or are closed. The safety limit does not count them. */
    @Transactional
    public void decideEach(@Variable("connection") Connection connection, @Variable("poll") PollCount poll, @Variable("idsToRead") List<String> ids) {
        List<String> gone = unseen(connection, poll, ids);
        if (!gone.isEmpty()) {
            closings.addStored(connection.id(), gone, GONE);
            unseen.note(connection.id(), gone, GONE);
            unseen.delete(connection.id(), gone);
        }
        poll.closed(close(connection.id()));
    }

    /**
     * Ends a sync that reached the safety limit, after everything else is done. Its log entry is resolved by a full sync within the limit.
     *
     * @throws RemoteFailure with the number of closings
     */
    public void tell(@Variable("connection") Connection connection, @Variable("flow") String flow, @Variable("subject") String subject,
                     @Variable("poll") PollCount poll, @Variable("since") String since, @Variable("step") String step) {
        Failure brake = poll.brake();
        if (brake == null) {
            if (since == null) log.resolve(connection.id(), flow, subject, step);
            return;
        }
        // Numbers differ from sync to sync; only the newest are of interest.
        log.resolveExcept(connection.id(), flow, subject, step, List.of(brake.cause()));
        throw new RemoteFailure(brake);
    }

    private void noteUnseen(String connection, PollCount poll, boolean all, boolean sure) {
        String because = all ? GONE : NOT_READ;
        unseen.each(connection, poll, ids -> {
            if (all || sure) closings.addStored(connection, ids, because);
            if (all) unseen.note(connection, ids, because);
            unseen.delete(connection, ids);
        });
    }

    private int unseenOpen(String connection, PollCount poll) {
        AtomicInteger count = new AtomicInteger();
        unseen.each(connection, poll, ids -> count.addAndGet(unseen.open(connection, ids)));
        return count.get();
    }

    private int open(String connection) {
        return db.sql("select count(*) from opportunity where connection_id = ? and offered and not closed").param(connection).query(Integer.class).single();
    }

    private int close(String connection) {
        int closed = 0;
        for (List<PolledOpportunity> batch = closings.next(connection, BATCH); !batch.isEmpty(); batch = closings.next(connection, BATCH)) {
            table.update(connection, batch);
            closings.discard(connection, batch.stream().map(kept -> kept.row().id()).toList());
            closed += batch.size();
        }
        return closed;
    }
}
