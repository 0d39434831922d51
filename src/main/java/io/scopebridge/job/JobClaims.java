package io.scopebridge.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Claims due jobs for this node: connection by connection, under a lease, a few of each so that no tenant waits for another. */
@Component("jobClaims")
public class JobClaims {

    private record Due(long id, String subject) {
    }

    private final JdbcClient db;
    private final ObjectMapper json;
    private final ConnectionLeases leases;
    private final Node node;
    private final Readiness opening;
    private final int workers;
    private final int perConnection;
    private final Set<Job> running = ConcurrentHashMap.newKeySet();

    JobClaims(JdbcClient db, ObjectMapper json, ConnectionLeases leases, Node node, Readiness opening,
              @Value("${scopebridge.jobs.workers}") int workers, @Value("${scopebridge.jobs.per-connection}") int perConnection) {
        this.db = db;
        this.json = json;
        this.leases = leases;
        this.node = node;
        this.opening = opening;
        this.workers = workers;
        this.perConnection = perConnection;
    }

    /** The jobs to start now; never more than there are free workers. Not while a job ends: that would release the lease of one that starts. */
    public synchronized List<Job> claim() {
        List<Job> claimed = new ArrayList<>();
        if (!opening.isOpen()) return claimed;
        int free = workers - running.size();
        if (free <= 0) return claimed;
        for (String connection : connectionsWithWork()) {
            if (claimed.size() >= free) break;
            if (!leases.acquire(connection)) continue;
            takeBack(connection);
            claimed.addAll(claimOf(connection, free - claimed.size()));
            if (runningOf(connection).isEmpty()) leases.release(connection);
        }
        return claimed;
    }

    /** This node no longer holds the job. */
    synchronized void ended(Job job) {
        running.remove(job);
        if (runningOf(job.connectionId()).isEmpty()) leases.release(job.connectionId());
    }

    private List<String> connectionsWithWork() {
        return db.sql("""
                select j.connection_id from job j join connection_summary c on c.id = j.connection_id
                left join connection_lease l on l.connection_id = c.id
                where c.enabled and (l.owner is null or l.owner = :me or l.lease_until < current_timestamp)
                and (j.state = 'WAITING' and j.due_at <= current_timestamp
                     or j.state = 'RUNNING')
                group by j.connection_id order by min(j.due_at)""")
            .param("me", node.id()).query(String.class).list();
    }

    /** Jobs that lost nodes had started, and jobs that this node could not end because the database was unavailable. */
    private void takeBack(String connection) {
        Set<Long> mine = new HashSet<>(Set.of(-1L));
        runningOf(connection).forEach(job -> mine.add(job.id()));
        db.sql("update job set state = 'WAITING', owner = null where connection_id = :connection and state = 'RUNNING' and id not in (:mine)")
            .param("connection", connection).param("mine", mine).update();
    }

    private List<Job> claimOf(String connection, int most) {
        Set<String> busy = new HashSet<>();
        runningOf(connection).forEach(job -> busy.add(job.subject()));
        int room = Math.min(most, perConnection - runningOf(connection).size());
        List<Job> claimed = new ArrayList<>();
        for (Due due : due(connection)) {
            if (claimed.size() >= room) break;
            if (!busy.add(due.subject())) continue;
            int began = db.sql("""
                    update job set state = 'RUNNING', owner = :me, attempts = attempts + 1, started_at = current_timestamp
                    where id = :id and state = 'WAITING'""").param("me", node.id()).param("id", due.id()).update();
            if (began == 1) {
                Job job = begun(due.id());
                running.add(job);
                claimed.add(job);
            }
        }
        return claimed;
    }

    /** The oldest of each subject, so that a long queue of one does not hide others. */
    private List<Due> due(String connection) {
        return db.sql("""
                select id, subject from (
                  select id, subject, due_at, row_number() over (partition by subject order by due_at, id) as place from job
                  where connection_id = :connection and state = 'WAITING' and due_at <= current_timestamp) waiting
                where place = 1 order by due_at, id fetch first 50 rows only""")
            .param("connection", connection).query((row, n) -> new Due(row.getLong("id"), row.getString("subject"))).list();
    }

    /** Read after the claim: until then a request could be merged into its payload. */
    private Job begun(long id) {
        return db.sql("select id, connection_id, flow, subject, payload, attempts, plan_id, redo from job where id = :id").param("id", id)
            .query((row, n) -> new Job(row.getLong("id"), row.getString("connection_id"), row.getString("flow"),
                row.getString("subject"), parsed(row.getString("payload")), row.getInt("attempts"), row.getObject("plan_id", Long.class), Redo.read(row.getString("redo")))).single();
    }

    private List<Job> runningOf(String connection) {
        return running.stream().filter(job -> job.connectionId().equals(connection)).toList();
    }

    private JsonNode parsed(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of a job is not JSON", e);
        }
    }
}
