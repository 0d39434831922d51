package io.scopebridge.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.log.FailureLog;
import java.util.List;
import java.util.Map;
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
    /** Rows that a full sync did not find. */
    private static final String UNSEEN = " where connection_id = :connection and seen_at < :began and closing is null and offered";

    private final JdbcClient db;
    private final OpportunityRows table;
    private final FailureLog log;
    private final ObjectMapper json;

    Closing(JdbcClient db, OpportunityRows table, FailureLog log, ObjectMapper json) {
        this.db = db;
        this.table = table;
        this.log = log;
        this.json = json;
    }

    void forget(String connection) {
        db.sql("update opportunity set closing = null, closing_because = null where connection_id = ? and closing is not null").param(connection).update();
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
        String toBeClosed = "closing is not null";
        SafetyLimit brake = new SafetyLimit(connection, count(connection.id(), "offered and not closed"), count(connection.id(), toBeClosed));
        if (!brake.holds() || sure) {
            poll.closed(close(connection.id()));
            if (unproven) poll.brake(brake.incomplete(poll.listed(), poll.expected(), count(connection.id(), "seen_at < ? and offered and not closed", poll.began())));
            return;
        }
        poll.brake(brake.failure(count(connection.id(), toBeClosed + " and closing_because in (?, ?)", GONE, NOT_READ),
            count(connection.id(), toBeClosed + " and closing_because is null")));
        forget(connection.id());
    }

    /** Those of the given ids that the hub knows and that were not read since the poll started. */
    public List<String> unseen(Connection connection, PollCount poll, List<String> ids) {
        return db.sql("select opportunity_id from opportunity where connection_id = :connection and opportunity_id in (:ids) and seen_at < :began order by opportunity_id")
            .param("connection", connection.id()).param("ids", ids).param("began", poll.began()).query(String.class).list();
    }

    /** After these were requested: closes those that were not found or are closed. The safety limit does not count them. */
    @Transactional
    public void decideEach(@Variable("connection") Connection connection, @Variable("poll") PollCount poll, @Variable("idsToRead") List<String> ids) {
        List<String> gone = unseen(connection, poll, ids);
        if (!gone.isEmpty()) {
            Map<String, Object> values = Map.of("connection", connection.id(), "ids", gone, "because", GONE);
            db.sql("update opportunity set closing = content, closing_because = :because where connection_id = :connection and opportunity_id in (:ids) and offered")
                .params(values).update();
            db.sql("delete from opportunity where connection_id = :connection and opportunity_id in (:ids) and not offered").params(values).update();
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
        Map<String, Object> unseen = Map.of("connection", connection, "began", poll.began(), "because", all ? GONE : NOT_READ);
        if (all || sure) db.sql("update opportunity set closing = content, closing_because = :because" + UNSEEN + " and not closed").params(unseen).update();
        if (all) db.sql("update opportunity set kept_out_because = :because" + UNSEEN + " and closed and kept_out_because is distinct from :because").params(unseen).update();
        db.sql("delete from opportunity where connection_id = :connection and seen_at < :began and not offered").params(unseen).update();
    }

    private int count(String connection, String which, Object... values) {
        return db.sql("select count(*) from opportunity where connection_id = ? and " + which).param(connection).params(List.of(values))
            .query(Integer.class).single();
    }

    private int close(String connection) {
        int closed = 0;
        for (List<PolledOpportunity> batch = next(connection); !batch.isEmpty(); batch = next(connection)) {
            table.update(connection, batch);
            closed += batch.size();
        }
        return closed;
    }

    private List<PolledOpportunity> next(String connection) {
        return db.sql("select closing, closing_because from opportunity where connection_id = ? and closing is not null fetch first 500 rows only")
            .param(connection).query((row, n) -> new PolledOpportunity(read(row.getString(1)).asClosed(), true, row.getString(2))).list();
    }

    private Opportunity read(String content) {
        try {
            return new Opportunity(json.readTree(content));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The content of an opportunity is not JSON", e);
        }
    }
}
