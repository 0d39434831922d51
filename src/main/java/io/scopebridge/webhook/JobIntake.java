package io.scopebridge.webhook;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes work in. */
public interface JobIntake {

    /**
     * Stores a job in the caller's transaction, so that it is there exactly if whatever caused it is.
     *
     * @param subject   what the job is about, such as {@code project:90001}
     * @param source    who asked: {@code webhook}, {@code schedule}, ...
     * @param dedupeKey unique for ever; a second job of the same key is not made
     * @return the id of the job
     */
    long accept(String connectionId, String kind, String subject, JsonNode payload, String source, String dedupeKey);
}
