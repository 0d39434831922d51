package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The filter of a connection as ids of its tenant; an empty list matches everything. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OpportunityFilter(List<String> status, List<String> stage) {

    /** Why a row is filtered out, as a sentence; null if it passes. */
    String keepsOut(Opportunity row) {
        if (!lets(status, row.text("statusId"))) return because("status", row.text("status"));
        return lets(stage, row.text("stageId")) ? null : because("stage", row.text("stage"));
    }

    private static boolean lets(List<String> ids, String id) {
        return ids.isEmpty() || ids.contains(id);
    }

    private static String because(String kind, String name) {
        return name == null ? "It has no " + kind + ", and the connection's " + kind + " filter requires one."
            : "Its " + kind + " '" + name + "' is not one of those in the connection's " + kind + " filter.";
    }
}
