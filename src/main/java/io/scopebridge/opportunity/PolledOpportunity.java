package io.scopebridge.opportunity;

/**
 * An opportunity as it is kept.
 *
 * @param offered        whether the filter ever let it through, so that ScopeStack may have it
 * @param filteredOutReason why it is not offered now, as a sentence; null when it is
 */
record PolledOpportunity(Opportunity row, boolean offered, String filteredOutReason) {
}
