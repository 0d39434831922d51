package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A preview as returned by the API.
 *
 * @param source   the ScopeStack project that it is based on
 * @param usedBy   the job that runs it
 * @param failure  why it failed
 * @param problems of the plan: field, class, cause and remedy of each
 * @param resolved what names and defaults of the form were resolved to: name and value of each
 * @param otherCompany the project's client and the company that would get the records, if they differ; confirm it with {@code confirmOtherCompany}
 * @param totals   number of steps per planned action
 * @param estimate writes, lookups, calls, their share of the hourly budget in percent, calls left, seconds
 * @param warnings that concern no single step
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PreviewAnswer(long preview, String project, PreviewState state, Long job, String requestedBy, Instant requestedAt, Instant madeAt, Instant validUntil,
                     JsonNode options, JsonNode source, Long usedBy, PreviewFailures.Why failure, JsonNode problems, JsonNode resolved, JsonNode otherCompany, JsonNode totals,
                     JsonNode estimate, JsonNode steps, JsonNode warnings) {

    static PreviewAnswer of(Preview preview, JsonNode source, String project, PreviewState state, Instant validUntil, PreviewFailures.Why failure) {
        JsonNode content = preview.content();
        return new PreviewAnswer(preview.id(), project, state, preview.job(), preview.askedBy(), preview.askedAt(), preview.madeAt(), validUntil,
            preview.options(), source, preview.usedByJob(), failure, part(content, "problems"), part(content, "resolved"), part(content, "otherCompany"), part(content, "totals"),
            part(content, "estimate"), part(content, "steps"), part(content, "warnings"));
    }

    private static JsonNode part(JsonNode content, String name) {
        return content == null ? null : content.get(name);
    }
}
