package io.scopebridge.plan.archive;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A plan as a mapping made it, or as a person edited it.
 *
 * @param made       the mapping's output: steps, or problems
 * @param links      see {@link io.scopebridge.plan.Links}
 * @param source     what it was made of, or null
 * @param sourceMark tells whether the source has changed since, or null
 */
public record ArchivedPlan(long id, String subject, JsonNode made, JsonNode links, JsonNode source, String sourceMark) {
}
