package io.scopebridge.opportunity;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The filter of a connection as ids of its tenant; an empty list lets everything through. */
@JsonIgnoreProperties(ignoreUnknown = true)
record OpportunityFilter(List<String> status, List<String> stage) {

    boolean lets(String statusId, String stageId) {
        return (status.isEmpty() || status.contains(statusId)) && (stage.isEmpty() || stage.contains(stageId));
    }
}
