package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An opportunity as returned by the API.
 *
 * @param id             in the PSA
 * @param crmOpportunity the id of its crm-opportunity in ScopeStack; absent if ScopeStack does not have it
 * @param filteredOutReason why it is filtered out, as a sentence; absent if it is not
 * @param upToDate       whether ScopeStack has the current version; false if it was never offered
 * @param link           its page in the PSA; absent while unknown
 * @param projects       ScopeStack projects linked to it, as last read
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
