package io.scopebridge.opportunity;

/** OFFERED: ScopeStack shows it. CLOSED: the filter lets it through, but the PSA has closed it. FILTERED_OUT: ScopeStack does not offer it. */
enum OpportunityState {

    OFFERED("kept_out_because is null and not closed"),
    CLOSED("kept_out_because is null and closed"),
    FILTERED_OUT("kept_out_because is not null");

    private final String condition;

    OpportunityState(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static OpportunityState of(boolean closed, String filteredOutReason) {
        return filteredOutReason != null ? FILTERED_OUT : closed ? CLOSED : OFFERED;
    }
}
