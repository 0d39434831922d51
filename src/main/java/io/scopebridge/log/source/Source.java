package io.scopebridge.log.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What the systems gave the mapping, of which a step was made.
 *
 * @param missing   why there is none; or null
 * @param mapping   the name of its file without the suffix, or null
 * @param takenAt   when the hub read it, or null
 * @param ofThisJob false: it is of an earlier job of the same subject with the same or an earlier content
 * @param records   what the step was made of; of an entry without a step, the whole input
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Source(String missing, String mapping, Instant takenAt, boolean ofThisJob, List<Found> records) {

    /** @param pointer a JSON pointer into the input */
    public record Found(String pointer, JsonNode value) {
    }

    static Source missing(String why) {
        return new Source(why, null, null, false, List.of());
    }
}
