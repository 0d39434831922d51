package io.scopebridge.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Removes the rows of deleted connections, a batch per transaction, so that nobody waits for them. What is left after a kill or a stop is
 * removed by the next run, on any node.
 */
@Component("deletedConnections")
public class DeletedConnections {

    private static final int BATCH = 1_000;

    /** Tables that may hold many rows of a connection, with what identifies a row in it. The others are emptied together with the connection. */
    private static final List<Part> PARTS = List.of(new Part("job", "id"), new Part("plan_preview", "id"), new Part("plan", "id"), new Part("mapping_input", "id"),
        new Part("opportunity_closing", "opportunity_id"), new Part("opportunity", "opportunity_id"), new Part("ledger", "id"), new Part("step_call", "id"),
        new Part("directory", "kind", "remote_id"), new Part("project", "project_id"), new Part("webhook_event", "event_id"), new Part("log_entry", "id"), new Part("log_handling", "problem"),
        new Part("drift_finding", "id"), new Part("drift_report", "scope"),
        // After the entries, of which it is made.
        new Part("alert_problem", "id"));

    private final JdbcTemplate db;
    private final TransactionOperations transactions;
    /** Two runs of one node would lock the rows of each other's batches. */
    private final ReentrantLock batch = new ReentrantLock();

    DeletedConnections(JdbcTemplate db, TransactionOperations transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** A connection is about to be deleted: the last moment at which its systems can be called. Not published for one whose secrets cannot be read. */
    public record Deleting(Connection connection) {
    }

    private record Part(String table, List<String> key) {

        Part(String table, String... key) {
            this(table, List.of(key));
        }

        String next() {
            return "select " + String.join(", ", key) + " from " + table + " where connection_id = ? fetch first " + BATCH + " rows only";
        }

        String delete() {
            return "delete from " + table + " where connection_id = ? and " + key.stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
        }
    }

    /** All of them; called by the housekeeping route. */
    public void removeAll() {
        for (String id : db.queryForList("select id from connection where deleted_at is not null order by deleted_at", String.class)) remove(id, Duration.ofDays(1));
    }

    /**
     * The rows of one connection and the connection itself, as far as the time allows.
     *
     * @return whether it is gone
     */
    boolean remove(String id, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (removeBatch(id)) {
            if (System.nanoTime() - until > 0) return false;
        }
        // Another node may be at it.
        return db.queryForList("select id from connection where id = ? and deleted_at is not null", String.class, id).isEmpty();
    }

    /** Whether there may be more. */
    private boolean removeBatch(String id) {
        batch.lock();
        try {
            return Boolean.TRUE.equals(transactions.execute(status -> removeSome(id)));
        } finally {
            batch.unlock();
        }
    }

    /** Of one node at a time: when another has finished, the id may be that of a new connection. */
    private boolean removeSome(String id) {
        if (db.queryForList("select id from connection where id = ? and deleted_at is not null for update skip locked", String.class, id).isEmpty()) return false;
        int removed = 0;
        for (Part part : PARTS) {
            List<Object[]> rows = db.query(part.next(), (row, n) -> values(id, row, part.key().size()), id);
            if (rows.isEmpty()) continue;
            db.batchUpdate(part.delete(), rows);
            removed += rows.size();
            if (removed >= BATCH) return true;
        }
        db.update("delete from connection where id = ? and deleted_at is not null", id);
        return false;
    }

    private static Object[] values(String id, ResultSet row, int columns) throws SQLException {
        List<Object> values = new ArrayList<>(Stream.of(id).toList());
        for (int column = 1; column <= columns; column++) values.add(row.getObject(column));
        return values.toArray();
    }
}
