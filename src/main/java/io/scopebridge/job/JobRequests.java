package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The entry point through which schedules, webhooks, the API and flows request jobs. */
@Component
public class JobRequests {

    private final Jobs jobs;
    private final JdbcClient db;
    private final JobWakeUp wakeUp;
    private final ApplicationEventPublisher events;

    JobRequests(Jobs jobs, JdbcClient db, JobWakeUp wakeUp, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.db = db;
        this.wakeUp = wakeUp;
        this.events = events;
    }

    /**
     * @param dedupeKey   at most one job is ever created for it
     * @param traceparent of what requested it, or null
     */
    public record Request(String flow, String subject, JsonNode payload, String dedupeKey, String traceparent) {
    }

    /**
     * Adds a job that is due immediately, in the caller's transaction.
     *
     * @param dedupeKey at most one job is ever created for it; null if the same may be requested again
     * @return the id of the job, also if it already existed
     */
    public long request(String connectionId, String flow, String subject, JsonNode payload, String source, String dedupeKey) {
        Jobs.Added job = dedupeKey == null ? new Jobs.Added(jobs.add(connectionId, flow, subject, payload, source), true)
            : jobs.addOnce(connectionId, flow, subject, payload, source, dedupeKey);
        if (job.isNew()) events.publishEvent(new JobRequested(job.id(), connectionId, flow, subject, source));
        return job.id();
    }

    /**
     * Adds jobs that are due immediately, all with one statement, in the caller's transaction.
     *
     * @return their ids, in this order; empty if one of them already existed, and then the caller must roll the transaction back
     */
    public Optional<List<Long>> requestAllNew(String connectionId, String source, List<Request> requests) {
        var keys = new GeneratedKeyHolder();
        db.sql("""
                insert into job (connection_id, flow, subject, payload, source, requested_by, dedupe_key, traceparent, state, due_at)
                select :connection, flow, subject, payload, :source, :by, dedupe_key, traceparent, 'WAITING', current_timestamp
                from unnest(cast(:flows as varchar array), cast(:subjects as varchar array), cast(:payloads as varchar array), cast(:keys as varchar array), cast(:traces as varchar array))
                  as requested (flow, subject, payload, dedupe_key, traceparent)
                on conflict do nothing""")
            .param("connection", connectionId).param("source", source).param("by", Requester.name(), Types.VARCHAR)
            .param("flows", texts(requests, Request::flow)).param("subjects", texts(requests, Request::subject)).param("payloads", texts(requests, request -> request.payload().toString()))
            .param("keys", texts(requests, Request::dedupeKey)).param("traces", texts(requests, Request::traceparent)).update(keys, "id", "dedupe_key");
        Map<Object, Long> ids = keys.getKeyList().stream().collect(Collectors.toMap(row -> row.get("dedupe_key"), row -> ((Number) row.get("id")).longValue()));
        if (ids.size() != requests.size()) return Optional.empty();
        wakeUp.afterCommit();
        requests.forEach(job -> events.publishEvent(new JobRequested(ids.get(job.dedupeKey()), connectionId, job.flow(), job.subject(), source)));
        return Optional.of(requests.stream().map(request -> ids.get(request.dedupeKey())).toList());
    }

    private static SqlArrayValue texts(List<Request> requests, Function<Request, String> text) {
        return new SqlArrayValue("varchar", requests.stream().map(text).toArray());
    }

    /**
     * Reruns an ended job immediately, in the caller's transaction. Completed steps are kept.
     *
     * @param payload replaces its own; null keeps it
     * @return false if it is waiting or running, or deleted
     */
    public boolean again(long job, Redo redo, JsonNode payload) {
        return jobs.again(job, redo, payload);
    }

    /**
     * Adds a job unless an identical one, payload included, is waiting: the caller needs the newest state, not each state.
     *
     * @return the id of the job, also of the one already waiting
     */
    public long requestUnlessWaiting(String connectionId, String flow, String subject, JsonNode payload, String source) {
        return jobs.waiting(connectionId, flow, subject, payload)
            .orElseGet(() -> jobs.add(connectionId, flow, subject, payload, source));
    }

    /**
     * Adds a value to a list in the payload of a job that is due and has not started, or adds a job, in the caller's transaction:
     * many small requests become one job.
     *
     * @param list the name of the list in the payload
     * @return the id of the job
     */
    public long requestMerged(String connectionId, String flow, String subject, String list, JsonNode value, String source) {
        return jobs.merge(connectionId, flow, subject, list, value).orElseGet(() -> {
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            payload.putArray(list).add(value);
            return jobs.add(connectionId, flow, subject, payload, source);
        });
    }

    /**
     * Reruns the newest job of this flow and subject, as it was requested: completed steps are kept.
     *
     * @return the id of the job; empty if there was never one
     */
    public Optional<Long> rerun(String connectionId, String flow, String subject, String source) {
        return jobs.rerun(connectionId, flow, subject, source);
    }
}
