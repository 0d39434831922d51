package io.scopebridge.plan.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.manual.ManualResolutions;
import java.util.List;

/**
 * One step with all its data except its calls.
 *
 * @param state    PLANNED also for an update with new content
 * @param inPlan   false for steps only in the ledger, from an earlier plan
 * @param remoteId or null
 * @param origin   or null
 * @param cause    why it is rejected or unknown, or null
 * @param remedy   or null
 * @param parent   key of the parent step, or null
 * @param link     to its record in the pages of the system, or null
 * @param warnings content that could not be transferred unchanged
 * @param resolution the last decision of a person, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepStatus(String key, String title, Mode mode, StepState state, boolean inPlan, String remoteId, Origin origin, String cause, String remedy,
                         String parent, String link, List<String> warnings, ManualResolutions.Resolved resolution) {
}
