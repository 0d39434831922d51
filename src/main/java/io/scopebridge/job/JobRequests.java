package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The door through which schedules, webhooks, the API and flows ask for work. */
@Component
public class JobRequests {

    private final Jobs jobs;
    private final ApplicationEventPublisher events;

    JobRequests(Jobs jobs, ApplicationEventPublisher events) {
        this.jobs = jobs;
        this.events = events;
    }

    /**
     * Adds a job that is due at once, in the caller's transaction.
     *
     * @param dedupeKey at most one job is ever made of it; null when the same may be asked for again
     * @return the id of the job, also of the one that there was already
     */
    public long request(String connectionId, String kind, String subject, JsonNode payload, String source, String dedupeKey) {
        Optional<Long> there = dedupeKey == null ? Optional.empty() : jobs.byDedupeKey(dedupeKey);
        if (there.isPresent()) return there.get();
        long job = jobs.add(connectionId, kind, subject, payload, source, dedupeKey);
        events.publishEvent(new JobRequested(job, connectionId, kind, subject, source));
        return job;
    }

    /**
     * Has a job that ended done again at once, in the caller's transaction. What its plan has done stays done.
     *
     * @param payload in place of its own; null leaves that
     * @return false when it is waiting or running anyway, or gone
     */
    public boolean again(long job, Redo redo, JsonNode payload) {
        return jobs.again(job, redo, payload);
    }

    /**
     * Adds a job unless the same, payload included, waits already: whoever asks wants the newest state, not each state.
     *
     * @return the id of the job, also of the one that waits
     */
    public long requestUnlessWaiting(String connectionId, String kind, String subject, JsonNode payload, String source) {
        return jobs.waiting(connectionId, kind, subject, payload)
            .orElseGet(() -> jobs.add(connectionId, kind, subject, payload, source, null));
    }

    /**
     * Adds a value to a list in the payload of a job that is due and that nobody has begun yet, or adds a job, in the caller's transaction:
     * many small requests become one job.
     *
     * @param list the name of the list in the payload
     * @return the id of the job
     */
    public long requestMerged(String connectionId, String kind, String subject, String list, JsonNode value, String source) {
        return jobs.merge(connectionId, kind, subject, list, value).orElseGet(() -> {
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            payload.putArray(list).add(value);
            return jobs.add(connectionId, kind, subject, payload, source, null);
        });
    }

    /**
     * Has the newest job of this kind and subject done once more, as it was asked for: what is done stays done.
     *
     * @return the id of the job that goes on; empty when there was never one
     */
    public Optional<Long> goOn(String connectionId, String kind, String subject, String source) {
        return jobs.goOn(connectionId, kind, subject, source);
    }
}
