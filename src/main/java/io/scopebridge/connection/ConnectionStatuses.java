package io.scopebridge.connection;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** The flows that read what changes. If one fails, whatever the reason, the hub no longer sees changes. */
    public static final Set<String> SYNCS = Set.of("poll-opportunities", "watch-projects");

    /** In place of a flow: trouble of all calls to the system whose name follows. */
    private static final String CALLS = "calls ";
    private static final int LONGEST_CAUSE = 4_000;
    private static final int LONGEST_REMEDY = 2_000;

    private final JdbcClient db;

    ConnectionStatuses(JdbcClient db) {
        this.db = db;
    }

    /** @throws UnknownConnection when there is none of that id */
    public Status of(String id) {
        return Optional.ofNullable(of(List.of(id)).get(id)).orElseThrow(() -> new UnknownConnection(id));
    }

    /** By id; the newest trouble of each counts. */
    public Map<String, Status> of(Collection<String> ids) {
        Map<String, Status> statuses = new HashMap<>();
        if (ids.isEmpty()) return statuses;
        db.sql("select connection_id, status, since, last_sync_at from connection_status where connection_id in (:ids)").param("ids", ids).query(row -> {
            statuses.put(row.getString("connection_id"), new Status(row.getString("status"), null, null, time(row, "since"), time(row, "last_sync_at")));
        });
        db.sql("select connection_id, cause, remedy, since from connection_trouble where connection_id in (:ids) order by since, flow desc").param("ids", ids).query(row -> {
            Status trouble = new Status("NEEDS_ATTENTION", row.getString("cause"), row.getString("remedy"), time(row, "since"), null);
            statuses.computeIfPresent(row.getString("connection_id"), (id, calls) -> new Status(trouble.status(), trouble.cause(), trouble.remedy(), trouble.since(), calls.lastSyncAt()));
        });
        return statuses;
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    /**
     * The flow succeeded, so its own trouble is over: another flow may need more.
     *
     * @return whether it had trouble
     */
    public boolean connected(String id, String flow) {
        answered(id);
        return db.sql("delete from connection_trouble where connection_id = ? and flow = ?").params(id, flow).update() == 1;
    }

    /**
     * A check found that credentials and rights are as they should be. Trouble of a sync that has another reason remains until that sync
     * succeeds: a check does not test everything that a flow does. Nor does it end that calls hang.
     */
    public void checked(String id) {
        answered(id);
        db.sql("delete from connection_trouble where connection_id = :id and flow not like :calls and (failure_class = 'AUTHENTICATION' or flow not in (:syncs))")
            .param("id", id).param("calls", CALLS + "%").param("syncs", SYNCS).update();
    }

    public void synced(String id) {
        db.sql("update connection_status set last_sync_at = current_timestamp where connection_id = ?").param(id).update();
    }

    /**
     * Nothing more of the flow will work until a person has done something.
     *
     * @return whether that is new
     */
    public boolean needsAttention(String id, String flow, Failure failure) {
        String cause = DatabaseText.of(failure.cause(), LONGEST_CAUSE);
        boolean known = db.sql("select cause from connection_trouble where connection_id = ? and flow = ?").params(id, flow).query(String.class).optional()
            .filter(cause::equals).isPresent();
        if (known) return false;
        db.sql("delete from connection_trouble where connection_id = ? and flow = ?").params(id, flow).update();
        // Another job of the flow may report the same.
        return db.sql("""
                insert into connection_trouble (connection_id, flow, failure_class, cause, remedy, since)
                values (:id, :flow, :class, :cause, :remedy, current_timestamp) on conflict do nothing""")
            .param("id", id).param("flow", flow).param("class", failure.type().name()).param("cause", cause)
            .param("remedy", DatabaseText.of(failure.remedy(), LONGEST_REMEDY)).update() == 1;
    }

    /**
     * A system accepts calls of the connection and does not answer.
     *
     * @return whether that is new
     */
    public boolean unreachable(String id, String system, Failure failure) {
        return db.sql("""
                insert into connection_trouble (connection_id, flow, failure_class, cause, remedy, since)
                select c.id, :flow, :class, :cause, :remedy, current_timestamp from connection c where c.id = :id on conflict do nothing""")
            .param("id", id).param("flow", CALLS + system).param("class", failure.type().name()).param("cause", DatabaseText.of(failure.cause(), LONGEST_CAUSE))
            .param("remedy", DatabaseText.of(failure.remedy(), LONGEST_REMEDY)).update() == 1;
    }

    /** @return whether it was not */
    public boolean reachable(String id, String system) {
        return db.sql("delete from connection_trouble where connection_id = ? and flow = ?").params(id, CALLS + system).update() == 1;
    }

    /** All systems of the connection answer; another node may have found that one does not. */
    public void answering(String id) {
        db.sql("delete from connection_trouble where connection_id = ? and flow like ?").params(id, CALLS + "%").update();
    }

    /** Why the jobs of these connections wait, by id: a system does not answer. */
    public Map<String, String> unreachable(Collection<String> ids) {
        Map<String, String> causes = new HashMap<>();
        if (ids.isEmpty()) return causes;
        db.sql("select connection_id, cause from connection_trouble where connection_id in (:ids) and flow like :calls").param("ids", ids).param("calls", CALLS + "%")
            .query(row -> { causes.put(row.getString("connection_id"), row.getString("cause")); });
        return causes;
    }

    private void answered(String id) {
        db.sql("update connection_status set status = 'CONNECTED', since = current_timestamp where connection_id = ? and status <> 'CONNECTED'").param(id).update();
    }
}
