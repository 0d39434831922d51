package io.scopebridge.plan.ledger;

import io.scopebridge.failure.FailureClass;
import io.scopebridge.plan.Mode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads ledger rows, without the texts of calls, which may be large. */
final class LedgerRows {

    static final String COLUMNS = "id, connection_id, subject, step_key, system, endpoint, position, title, mode, state, origin, remote_id, "
            + "content_hash, failure_class, cause, remedy, attempts, sent_at, updated_at";

    private LedgerRows() {
    }

    static LedgerRow read(ResultSet row, int number) throws SQLException {
        return new LedgerRow(row.getLong("id"), row.getString("connection_id"), row.getString("subject"), row.getString("step_key"), row.getString("system"),
                row.getString("endpoint"), row.getInt("position"), row.getString("title"), Mode.valueOf(row.getString("mode")),
                StepState.valueOf(row.getString("state")), named(Origin.class, row.getString("origin")), row.getString("remote_id"),
                row.getString("content_hash"), named(FailureClass.class, row.getString("failure_class")), row.getString("cause"),
                row.getString("remedy"), row.getInt("attempts"), instant(row, "sent_at"), instant(row, "updated_at"));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
