package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An opportunity as a person looks for it.
 *
 * @param id             in the PSA
 * @param crmOpportunity the id of its crm-opportunity in ScopeStack; absent when ScopeStack does not have it
 * @param filteredOutReason why ScopeStack does not offer it, as a sentence; absent when it does
 * @param upToDate       whether ScopeStack has it as it stands here; never for what was never offered
 * @param link           to its page in the PSA; absent while that is not known
 * @param projects       of ScopeStack that are linked with it, as last seen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpportunityView(String id, String crmOpportunity, String name, String companyId, String companyName, String ownerName, String status,
                       String stage, BigDecimal amount, OpportunityState state, String filteredOutReason, boolean upToDate, OffsetDateTime changedAt,
                       String link, List<Project> projects) {

    /** @param id its number in ScopeStack */
    record Project(String id, String name) {
    }

    OpportunityView with(List<Project> linked) {
        return new OpportunityView(id, crmOpportunity, name, companyId, companyName, ownerName, status, stage, amount, state, filteredOutReason, upToDate,
            changedAt, link, linked);
    }

    OpportunityView at(String page) {
        return new OpportunityView(id, crmOpportunity, name, companyId, companyName, ownerName, status, stage, amount, state, filteredOutReason, upToDate,
            changedAt, page, projects);
    }
}
