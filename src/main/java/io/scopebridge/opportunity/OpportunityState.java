package io.scopebridge.opportunity;

/** OFFERED: open in ScopeStack. CLOSED: matches the filter, but is closed in the PSA. FILTERED_OUT: does not match the filter. */
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
