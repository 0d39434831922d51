package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;

/** The door through which schedules, webhooks, the API and flows ask for work. */
@Component
public class JobRequests {

    private final Jobs jobs;

    JobRequests(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Adds a job that is due at once, in the caller's transaction.
     *
     * @param dedupeKey at most one job is ever made of it; null when the same may be asked for again
     * @return the id of the job, also of the one that there was already
     */
    public long request(String connectionId, String kind, String subject, JsonNode payload, String source, String dedupeKey) {
        return jobs.add(connectionId, kind, subject, payload, source, dedupeKey);
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
}
