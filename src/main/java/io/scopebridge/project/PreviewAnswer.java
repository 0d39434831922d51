package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A preview as the API shows it.
 *
 * @param source   the ScopeStack project that it was made of
 * @param usedBy   the job that carries it out
 * @param failure  why it could not be made
 * @param problems of the plan: field, class, cause and remedy of each
 * @param resolved what names and defaults of the form were resolved to: name and value of each
 * @param totals   steps of each prospect
 * @param estimate writes, look-ups, calls, their share of the hour's budget in percent, calls left of it, seconds
 * @param warnings that belong to no step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(long preview, String project, PreviewState state, Long job, String requestedBy, Instant requestedAt, Instant madeAt, Instant validUntil,
                     JsonNode options, JsonNode source, Long usedBy, PreviewFailures.Why failure, JsonNode problems, JsonNode resolved, JsonNode totals,
                     JsonNode estimate, JsonNode steps, JsonNode warnings) {

    static PreviewAnswer of(Preview preview, JsonNode source, String project, PreviewState state, Instant validUntil, PreviewFailures.Why failure) {
        JsonNode content = preview.content();
        return new PreviewAnswer(preview.id(), project, state, preview.job(), preview.askedBy(), preview.askedAt(), preview.madeAt(), validUntil,
            preview.options(), source, preview.usedByJob(), failure, part(content, "problems"), part(content, "resolved"), part(content, "totals"),
            part(content, "estimate"), part(content, "steps"), part(content, "warnings"));
    }

    private static JsonNode part(JsonNode content, String name) {
        return content == null ? null : content.get(name);
    }
}
