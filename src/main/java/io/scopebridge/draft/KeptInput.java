package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A real input of a mapping, without its text.
 *
 * @param flow    that ran the mapping, like subject and job null if none did
 * @param takenAt when the mapping last had it
 * @param length  in characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptInput(long id, String mapping, String connection, String flow, String subject, Long job, Instant takenAt, int length) {
}
