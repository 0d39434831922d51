package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * A ScopeStack project as last read, with its state in the PSA.
 *
 * @param state       null if the project is unknown
 * @param opportunity id of the ScopeStack record of the linked opportunity, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectSummary(String id, String name, String client, String status, PsaState state, boolean stale, String opportunity,
                      OffsetDateTime approvedAt, OffsetDateTime changedAt) {

    /** A project that has not been read from ScopeStack yet. */
    static ProjectSummary unseen(String id) {
        return new ProjectSummary(id, null, null, null, null, false, null, null, null);
    }
}
