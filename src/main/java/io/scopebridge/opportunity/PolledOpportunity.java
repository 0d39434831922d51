package io.scopebridge.opportunity;

/**
 * A stored opportunity.
 *
 * @param offered        whether it ever passed the filter, so that ScopeStack may have it
 * @param filteredOutReason why it is filtered out, as a sentence; null if it is not
 */
record PolledOpportunity(Opportunity row, boolean offered, String filteredOutReason) {
}
