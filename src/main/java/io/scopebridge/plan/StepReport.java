package io.scopebridge.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The result of a step in a run, or its planned action.
 *
 * @param parent   key of the parent step, or null
 * @param reason   explanation in a sentence, or null
 * @param remoteId or null
 * @param link     to its record in the pages of the system, or null
 * @param warnings content that could not be transferred unchanged
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepReport(String key, String title, String parent, StepAction action, String reason, String remoteId, String link, List<String> warnings) {

    public StepReport linked(String address) {
        return new StepReport(key, title, parent, action, reason, remoteId, address, warnings);
    }
}
