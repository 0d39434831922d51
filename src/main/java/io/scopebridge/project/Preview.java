package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A row of the table plan_preview.
 *
 * @param source    the ScopeStack project that it was made of, or null until it is made
 * @param sourceMark tells whether that project was changed since
 * @param plan      or null: not made yet, or refused
 * @param content   what a run would do, or the problems; null until it is made
 * @param usedByJob or null
 */
record Preview(long id, String subject, JsonNode options, String settingsHash, String askedBy, Instant askedAt, Long job,
               JsonNode source, String sourceMark, JsonNode plan, JsonNode content, Instant madeAt, Long usedByJob) {

    boolean isRefused() {
        return content != null && plan == null;
    }
}
