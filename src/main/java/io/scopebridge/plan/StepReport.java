package io.scopebridge.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What a run did with a step, or would do.
 *
 * @param parent   key of the step that it is below, or null
 * @param reason   why, in a sentence, where it is not plain; or null
 * @param remoteId or null
 * @param link     to its record in the pages of the system, or null
 * @param warnings what could not be carried over as it is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepReport(String key, String title, String parent, StepAction action, String reason, String remoteId, String link, List<String> warnings) {

    public StepReport linked(String address) {
        return new StepReport(key, title, parent, action, reason, remoteId, address, warnings);
    }
}
