package io.scopebridge.job;

import io.scopebridge.plan.execution.Lease;
import io.scopebridge.plan.execution.Leases;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Each connection is processed by one node at a time. A lease that is not renewed expires, and another node takes over. Time is the
 * database's; the remaining time of our own leases is counted from before they were requested.
 */
@Component
class ConnectionLeases implements Leases {

    private final JdbcClient db;
    private final Node node;
    private final Duration length;
    private final Map<String, Long> heldUntil = new ConcurrentHashMap<>();

    ConnectionLeases(JdbcClient db, Node node, @Value("${scopebridge.jobs.lease}") Duration length) {
        this.db = db;
        this.node = node;
        this.length = length;
    }

    @Override
    public Lease of(String connectionId) {
        return time -> outlives(connectionId, time);
    }

    /** Whether this node holds the connection for {@link #length} from now on. */
    boolean acquire(String connectionId) {
        long asked = System.nanoTime();
        boolean ours = take(connectionId) || begin(connectionId) && take(connectionId);
        if (ours) heldUntil.put(connectionId, asked + length.toNanos());
        else heldUntil.remove(connectionId);
        return ours;
    }

    private boolean take(String connectionId) {
        return db.sql("""
                update connection_lease set owner = :me, lease_until = current_timestamp + cast(:seconds as double precision) * interval '1' second
                where connection_id = :connection and (owner = :me or owner is null or lease_until < current_timestamp)""")
            .param("me", node.id()).param("seconds", length.toSeconds()).param("connection", connectionId).update() == 1;
    }

    /** The first lease of a connection; false when there was one. */
    private boolean begin(String connectionId) {
        return db.sql("""
                insert into connection_lease (connection_id, lease_until) select id, current_timestamp from connection_summary
                where id = :connection on conflict do nothing""").param("connection", connectionId).update() == 1;
    }

    /** Whether this node holds the connection for at least this long: no other node can start earlier. */
    private boolean outlives(String connectionId, Duration wait) {
        Long until = heldUntil.get(connectionId);
        return until != null && until - System.nanoTime() > wait.toNanos();
    }

    void release(String connectionId) {
        heldUntil.remove(connectionId);
        db.sql("update connection_lease set owner = null where connection_id = :connection and owner = :me")
            .param("connection", connectionId).param("me", node.id()).update();
    }

    @Scheduled(fixedDelayString = "${scopebridge.jobs.renew}")
    void renew() {
        heldUntil.keySet().forEach(this::acquire);
    }
}
