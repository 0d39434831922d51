package io.scopebridge.plan.archive;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A new plan without a number.
 *
 * @param flow     of the job that made it
 * @param job      its number; null if no job made it
 * @param made     the mapping's output
 * @param links    see {@link io.scopebridge.plan.Links}
 * @param mappings the versions of the mappings that made it, by file; null if that is not known
 */
public record NewPlan(String subject, String flow, Long job, JsonNode made, JsonNode links, JsonNode mappings) {
}
