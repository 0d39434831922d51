package io.scopebridge.plan.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.plan.Warning;
import io.scopebridge.plan.ledger.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The status of the plan of a subject.
 *
 * @param flow      the flow that ran its plan, or null
 * @param executedAt when its plan last started to run, or null
 * @param link     to the created record, in the pages of the system; or null
 * @param counts    number of steps per state, without zeros
 * @param steps     those of the plan in order, then those only in an earlier plan
 * @param warnings  of the plan as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanStatus(String flow, Instant executedAt, String link, Map<StepState, Integer> counts, List<StepStatus> steps, List<Warning> warnings) {
}
