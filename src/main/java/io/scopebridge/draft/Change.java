package io.scopebridge.draft;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A version came into use.
 *
 * @param version  its hash
 * @param by       null if a file was changed
 * @param previous the change that a roll-back leads to; null: the file
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(long id, @JsonIgnore String file, String version, Kind kind, String by, String reason, Instant at, @JsonIgnore Long previous) {

    enum Kind {
        /** First seen in the file. */
        FILE, PROMOTED, ROLLED_BACK
    }
}
