package io.scopebridge.connection;

import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The status of each connection, according to its last calls. */
@Repository
public class ConnectionStatuses {

    /**
     * @param status     UNCHECKED, CONNECTED or NEEDS_ATTENTION
     * @param cause      in a sentence, or null
     * @param remedy     in a sentence, or null
     * @param since      when the status changed
     * @param lastSyncAt when opportunities were last read, fully or partly, or null
     */
    public record Status(String status, String cause, String remedy, OffsetDateTime since, OffsetDateTime lastSyncAt) {
    }

    private final JdbcClient db;

    ConnectionStatuses(JdbcClient db) {
        this.db = db;
    }

    /** @throws UnknownConnection if there is none with this id */
    public Status of(String id) {
        return db.sql("select * from connection_status where connection_id = ?").param(id)
            .query((row, n) -> new Status(row.getString("status"), row.getString("cause"), row.getString("remedy"),
                row.getObject("since", OffsetDateTime.class), row.getObject("last_sync_at", OffsetDateTime.class)))
            .optional().orElseThrow(() -> new UnknownConnection(id));
    }

    /**
     * Its calls succeed. A problem of a flow is cleared when the same flow succeeds: another flow may require fewer rights.
     *
     * @param flow null clears the problem of any flow
     * @return whether this cleared a problem
     */
    public boolean connected(String id, String flow) {
        boolean over = db.sql("""
                update connection_status set status = 'CONNECTED', cause = null, remedy = null, flow = null, since = current_timestamp
                where connection_id = :id and status = 'NEEDS_ATTENTION'
                and (cast(:flow as varchar(60)) is null or flow is null or flow = :flow)""").param("id", id).param("flow", flow).update() == 1;
        db.sql("update connection_status set status = 'CONNECTED', since = current_timestamp where connection_id = ? and status = 'UNCHECKED'").param(id).update();
        return over;
    }

    public void synced(String id) {
        db.sql("update connection_status set last_sync_at = current_timestamp where connection_id = ?").param(id).update();
    }

    /**
     * The flow cannot work until a person acts.
     *
     * @return whether this is new
     */
    public boolean needsAttention(String id, String flow, String cause, String remedy) {
        return db.sql("""
                update connection_status set status = 'NEEDS_ATTENTION', cause = :cause, remedy = :remedy, flow = :flow, since = current_timestamp
                where connection_id = :id and (status <> 'NEEDS_ATTENTION' or cause is distinct from :cause)""")
            .param("cause", cause).param("remedy", remedy).param("flow", flow).param("id", id).update() == 1;
    }
}
