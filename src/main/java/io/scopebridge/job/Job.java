package io.scopebridge.job;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * A durable unit of work that this node has claimed.
 *
 * @param flow     the job goes to the route {@code direct:<flow>}
 * @param subject  such as {@code project:90001}; jobs of one subject run one after another
 * @param attempts number of starts, including this one
 * @param planId   of the plan that it ran last, or null
 * @param redo     options of a rerun
 * @param traceparent of whoever requested it, or null
 */
public record Job(long id, String connectionId, String flow, String subject, JsonNode payload, int attempts, Long planId, Redo redo, String traceparent) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The payload for routes. */
    public Map<String, Object> payloadMap() {
        return JSON.convertValue(payload, new TypeReference<>() { });
    }
}
