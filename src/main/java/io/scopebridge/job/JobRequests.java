package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The entry point through which schedules, webhooks, the API and flows request jobs. */
@Component
public class JobRequests {

    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    JobRequests(Jobs jobs, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.events = events;
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
