package io.scopebridge.plan.archive;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A plan from a mapping, possibly edited by a person.
 *
 * @param made       the mapping's output: steps, or problems
 * @param links      see {@link io.scopebridge.plan.Links}
 * @param source     what it was made of, or null
 * @param sourceMark detects whether the source has changed since, or null
 * @param mappings   the versions of the mappings that made it, by file, or null
 */
public record ArchivedPlan(long id, String subject, JsonNode made, JsonNode links, JsonNode source, String sourceMark, JsonNode mappings) {
}
