package io.scopebridge.plan.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.scopebridge.plan.Warning;
import io.scopebridge.plan.ledger.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of the plan of a subject.
 *
 * @param flow      what carried its plan out, or null
 * @param executedAt when its plan was last begun with, or null
 * @param link      to what was made, in the pages of the system; or null
 * @param counts    steps of each state; those without are left out
 * @param steps     those of the plan in its order, then those that an earlier plan had and this one has not
 * @param warnings  of the plan as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PlanStatus(String flow, Instant executedAt, String link, Map<StepState, Integer> counts, List<StepStatus> steps, List<Warning> warnings) {
}
