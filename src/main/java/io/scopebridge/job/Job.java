package io.scopebridge.job;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A durable unit of work that this node has claimed.
 *
 * @param kind     the flow: the job goes to the route {@code direct:<kind>}
 * @param subject  what it is about, such as {@code project:90001}; jobs of one subject run one after another
 * @param attempts how often it was begun, this time included
 */
public record Job(long id, String connectionId, String kind, String subject, JsonNode payload, int attempts) {
}
