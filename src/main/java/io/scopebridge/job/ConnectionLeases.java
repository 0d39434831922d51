package io.scopebridge.job;

import io.scopebridge.plan.execution.Lease;
import io.scopebridge.plan.execution.Leases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Each connection is processed by one node at a time. A lease that is not renewed expires, and another node takes over. Time is the
 * database's; the remaining time of our own leases is counted from before they were requested.
 */
@Component
class ConnectionLeases implements Leases {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    private final JdbcClient db;
    private final TransactionOperations transactions;
    private final Node node;
    private final Duration length;
    private final Map<String, Long> heldUntil = new ConcurrentHashMap<>();
    /** Nodes begin at different places, and each continues after the connection that it leased last. */
    private String after = UUID.randomUUID().toString();
    private volatile boolean draining;

    ConnectionLeases(JdbcClient db, TransactionOperations transactions, Node node, @Value("${scopebridge.jobs.lease}") Duration length) {
        this.db = db;
        this.transactions = transactions;
        this.node = node;
        this.length = length;
    }

    @Override
    public Lease of(String connectionId) {
        return time -> outlives(connectionId, time);
    }

    /**
     * Leases connections that have work, for {@link #length} from now on.
     *
     * @param running jobs of this node
     * @param full    connections that cannot take more
     */
    synchronized List<String> acquire(int most, Collection<Long> running, Collection<String> full) {
        long asked = System.nanoTime();
        List<String> leased = transactions.execute(status -> {
            List<String> free = new ArrayList<>(withWork("> :after", most, running, full));
            if (free.size() < most) free.addAll(withWork("<= :after", most - free.size(), running, full));
            if (!free.isEmpty()) take(free);
            return free;
        });
        leased.forEach(connection -> heldUntil.put(connection, asked + length.toNanos()));
        if (!leased.isEmpty()) after = leased.get(leased.size() - 1);
        return leased;
    }

    /** Locked, without those that another node is leasing at this moment. */
    private List<String> withWork(String where, int most, Collection<Long> running, Collection<String> full) {
        Set<Long> mine = new HashSet<>(Set.of(-1L));
        mine.addAll(running);
        Set<String> others = new HashSet<>(Set.of(""));
        others.addAll(full);
        return db.sql("""
                select l.connection_id from connection_lease l
                where (l.owner is null or l.owner = :me or l.lease_until < current_timestamp)
                and l.connection_id\s""" + where + """
                 and l.connection_id not in (:full)
                and exists (select 1 from connection_summary c where c.id = l.connection_id and c.enabled)
                and exists (select 1 from job j where j.connection_id = l.connection_id and j.under_way
                  and (j.state = 'RUNNING' and j.id not in (:mine) or j.state = 'WAITING' and j.due_at <= current_timestamp
                    and not exists (select 1 from job r where r.id in (:mine) and r.connection_id = j.connection_id and r.subject = j.subject)))
                order by l.connection_id fetch first :most rows only for update skip locked""")
            .param("me", node.id()).param("after", after).param("full", others).param("mine", mine).param("most", most)
            .query(String.class).list();
    }

    private void take(List<String> connections) {
        db.sql("""
                update connection_lease set owner = :me, lease_until = current_timestamp + cast(:seconds as double precision) * interval '1' second
                where connection_id in (:connections)""")
            .param("me", node.id()).param("seconds", length.toSeconds()).param("connections", connections).update();
    }

    /** Whether this node holds the connection for at least this long: no other node can start earlier. */
    private boolean outlives(String connectionId, Duration wait) {
        Long until = heldUntil.get(connectionId);
        return !draining && until != null && until - System.nanoTime() > wait.toNanos();
    }

    void release(Collection<String> connections) {
        if (connections.isEmpty()) return;
        connections.forEach(heldUntil::remove);
        try {
            db.sql("update connection_lease set owner = null where connection_id in (:connections) and owner = :me")
                .param("connections", connections).param("me", node.id()).update();
        } catch (DataAccessException e) {
            LOG.warn("{} are released only when their leases expire: {}", connections, e.getMessage());
        }
    }

    int held() {
        return heldUntil.size();
    }

    /** All at once; a lease that another node has taken meanwhile is given up. */
    void renew() {
        Map<String, Long> before = Map.copyOf(heldUntil);
        Set<String> held = before.keySet();
        if (held.isEmpty()) return;
        long asked = System.nanoTime();
        int renewed = db.sql("""
                update connection_lease set lease_until = current_timestamp + cast(:seconds as double precision) * interval '1' second
                where connection_id in (:held) and owner = :me""")
            .param("me", node.id()).param("seconds", length.toSeconds()).param("held", held).update();
        Set<String> ours = new HashSet<>(renewed == held.size() ? held : db.sql("select connection_id from connection_lease where connection_id in (:held) and owner = :me")
            .param("held", held).param("me", node.id()).query(String.class).list());
        // One that was released and leased again meanwhile has another time, and stays.
        for (String connection : held) {
            heldUntil.computeIfPresent(connection, (id, until) -> !until.equals(before.get(id)) ? until : ours.contains(id) ? asked + length.toNanos() : null);
        }
    }

    /** From now on no call is begun: each plan ends after the calls that are in flight, and its connection is released. */
    @EventListener(ContextClosedEvent.class)
    void drain() {
        draining = true;
    }

    /** Rows for connections that have none. */
    void begin() {
        db.sql("""
                insert into connection_lease (connection_id, lease_until) select c.id, current_timestamp from connection_summary c
                where not exists (select 1 from connection_lease l where l.connection_id = c.id) on conflict do nothing""").update();
    }
}
