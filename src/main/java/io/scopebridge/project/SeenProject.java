package io.scopebridge.project;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;

/** A ScopeStack project as a poll shows it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SeenProject(String projectId, String name, String clientName, String status, OffsetDateTime approvedAt,
                   OffsetDateTime changedAt, String crmOpportunityId) {
}
