package io.scopebridge.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.TimeColumn;
import io.scopebridge.governor.Breakers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Claims due jobs for this node, for as many connections as it has free workers, under a lease, a few of each so that no tenant waits for
 * another. A claim takes the same few statements for any number of connections.
 */
@Component("jobClaims")
public class JobClaims {

    private record Due(long id, String connectionId) {
    }

    /** Milliseconds. */
    private static final long SHORT = 5;
    private static final long LONGEST_PAUSE = 500;
    private static final long PAUSES = 4;
    private static final Duration NOT_ENDED = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final ObjectMapper json;
    private final ConnectionLeases leases;
    private final Node node;
    private final Readiness opening;
    private final Breakers breakers;
    private final int workers;
    private final int atOnce;
    private final int perConnection;
    private final Set<Job> running = ConcurrentHashMap.newKeySet();
    private final Set<Job> waiting = ConcurrentHashMap.newKeySet();
    /** Whether the last claim took all that it might: there may be more. */
    private volatile boolean more;
    private volatile long pause;

    JobClaims(JdbcClient db, ObjectMapper json, ConnectionLeases leases, Node node, Readiness opening, Breakers breakers,
              @Value("${scopebridge.jobs.workers}") int workers, @Value("${scopebridge.jobs.at-once}") int atOnce, @Value("${scopebridge.jobs.per-connection}") int perConnection) {
        this.db = db;
        this.json = json;
        this.leases = leases;
        this.node = node;
        this.opening = opening;
        this.breakers = breakers;
        this.workers = workers;
        this.atOnce = atOnce;
        this.perConnection = perConnection;
    }

    /** The jobs to start now; never more than there are free workers. A job that waits for a remote system occupies none. Not while a job ends: that would release the lease of one that starts. */
    public synchronized List<Job> claim() {
        long from = System.nanoTime();
        try {
            return claimed();
        } finally {
            pause = pauseAfter((System.nanoTime() - from) / 1_000_000);
        }
    }

    private List<Job> claimed() {
        // Before it is counted: a job that begins to wait from now on causes another claim.
        more = true;
        int free = Math.min(workers - (running.size() - waiting.size()), atOnce - running.size());
        if (!opening.isOpen() || free <= 0) return List.of();
        Set<String> probed = breakers.open();
        Map<String, Long> busy = running.stream().collect(Collectors.groupingBy(Job::connectionId, Collectors.counting()));
        Set<String> full = busy.keySet().stream().filter(connection -> busy.get(connection) >= (probed.contains(connection) ? 1 : perConnection)).collect(Collectors.toSet());
        full.addAll(breakers.paused());
        List<String> leased = leases.acquire(free, ids(), full);
        if (leased.isEmpty()) {
            more = false;
            return List.of();
        }
        try {
            takeBack(leased);
            List<Job> claimed = begin(chosen(leased, free, busy, probed));
            running.addAll(claimed);
            more = claimed.size() == free;
            return claimed;
        } finally {
            Set<String> working = running.stream().map(Job::connectionId).collect(Collectors.toSet());
            leases.release(leased.stream().filter(connection -> !working.contains(connection)).toList());
        }
    }

    /** The jobs of this node. */
    public Set<Long> running() {
        return ids();
    }

    /** Milliseconds that the next claim should wait: with thousands of waiting jobs, each request would cause another long one. */
    public long pause() {
        return pause;
    }

    static long pauseAfter(long millis) {
        return millis < SHORT ? 0 : Math.min(LONGEST_PAUSE, PAUSES * millis);
    }

    /** This node no longer holds the job. */
    synchronized void ended(Job job) {
        running.remove(job);
        waiting.remove(job);
        if (running.stream().noneMatch(other -> other.connectionId().equals(job.connectionId()))) leases.release(List.of(job.connectionId()));
    }

    /** @return whether another job can take the worker of this one */
    boolean waits(Job job, boolean waits) {
        if (!waits) waiting.remove(job);
        else if (running.contains(job)) waiting.add(job);
        return waits && more;
    }

    /** Jobs that lost nodes had started, and jobs that this node could not end, such as for lack of a database: the same is likely to happen to these again. */
    private void takeBack(Collection<String> connections) {
        db.sql("update job set " + Cancellations.WAITS_OR_ENDS + ", due_at = case when owner = :me then cast(:later as timestamp with time zone) else due_at end where connection_id in (:connections) and under_way and state = 'RUNNING' and id not in (:mine)")
            .param("connections", connections).param("mine", withNone(ids())).param("me", node.id()).param("later", TimeColumn.now().plus(NOT_ENDED)).update();
    }

    /** As many as there is room for in each connection, the first of every connection before any second. */
    private List<Long> chosen(Collection<String> connections, int free, Map<String, Long> busy, Set<String> probed) {
        Map<String, Long> room = new HashMap<>();
        List<Long> chosen = new ArrayList<>();
        for (Due due : due(connections)) {
            long left = room.getOrDefault(due.connectionId(), (probed.contains(due.connectionId()) ? 1 : perConnection) - busy.getOrDefault(due.connectionId(), 0L));
            if (left <= 0 || chosen.size() >= free) continue;
            room.put(due.connectionId(), left - 1);
            chosen.add(due.id());
        }
        return chosen;
    }

    /** The oldest of each subject that is not running, so that a long queue of one hides no other. */
    private List<Due> due(Collection<String> connections) {
        return db.sql("""
                select id, connection_id from (
                  select id, connection_id, due_at, row_number() over (partition by connection_id order by due_at, id) as turn from (
                    select j.id, j.connection_id, j.due_at, row_number() over (partition by j.connection_id, j.subject order by j.due_at, j.id) as place from job j
                    where j.connection_id in (:connections) and j.under_way and j.state = 'WAITING' and j.due_at <= current_timestamp
                      and (j.connection_id, j.subject) not in (:running)) waiting
                  where place = 1) firsts
                where turn <= :most order by turn, due_at, id""")
            .param("connections", connections).param("running", subjects(connections)).param("most", perConnection)
            .query((row, n) -> new Due(row.getLong("id"), row.getString("connection_id"))).list();
    }

    /** Read after the claim: until then a request could be merged into a payload. */
    private List<Job> begin(List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        db.sql("""
                update job set state = 'RUNNING', owner = :me, attempts = attempts + 1, started_at = current_timestamp
                where id in (:ids) and state = 'WAITING'""").param("me", node.id()).param("ids", ids).update();
        return db.sql("""
                select id, connection_id, flow, subject, payload, attempts, plan_id, redo, traceparent from job
                where id in (:ids) and state = 'RUNNING' and owner = :me""").param("me", node.id()).param("ids", ids)
            .query((row, n) -> new Job(row.getLong("id"), row.getString("connection_id"), row.getString("flow"),
                row.getString("subject"), parsed(row.getString("payload")), row.getInt("attempts"), row.getObject("plan_id", Long.class), Redo.read(row.getString("redo")), row.getString("traceparent"))).list();
    }

    /** Of the jobs that run here: connection and subject. */
    private List<Object[]> subjects(Collection<String> connections) {
        List<Object[]> subjects = new ArrayList<>();
        subjects.add(new Object[] {"", ""});
        running.stream().filter(job -> connections.contains(job.connectionId())).forEach(job -> subjects.add(new Object[] {job.connectionId(), job.subject()}));
        return subjects;
    }

    private Set<Long> ids() {
        return running.stream().map(Job::id).collect(Collectors.toSet());
    }

    /** A list in SQL is never empty. */
    private static Set<Long> withNone(Set<Long> ids) {
        Set<Long> some = new HashSet<>(ids);
        some.add(-1L);
        return some;
    }

    private JsonNode parsed(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The payload of a job is not JSON", e);
        }
    }
}
