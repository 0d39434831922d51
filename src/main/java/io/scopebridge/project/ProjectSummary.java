package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;

/**
 * A ScopeStack project as last seen, with its state in the PSA.
 *
 * @param state       null when the project was never seen
 * @param opportunity id of the ScopeStack record of the linked opportunity, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProjectSummary(String id, String name, String client, String status, PsaState state, boolean stale, String opportunity,
                      OffsetDateTime approvedAt, OffsetDateTime changedAt) {

    /** What is known of a project that no look at ScopeStack has shown yet. */
    static ProjectSummary unseen(String id) {
        return new ProjectSummary(id, null, null, null, null, false, null, null, null);
    }
}
