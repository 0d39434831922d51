package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A row of the table plan_preview.
 *
 * @param plan      its number in the archive; null until it is made
 * @param content   the planned actions, or the problems; null until it is ready
 * @param usedByJob or null
 */
record Preview(long id, String subject, JsonNode options, String settingsHash, String askedBy, Instant askedAt, Long job,
               Long plan, JsonNode content, Instant madeAt, Long usedByJob) {

    boolean isRefused() {
        return content != null && content.has("problems");
    }
}
