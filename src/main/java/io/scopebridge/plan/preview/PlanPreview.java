package io.scopebridge.plan.preview;

import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.Warning;
import java.util.List;
import java.util.Map;

/**
 * What a run of a plan would do.
 *
 * @param steps    in the order of the plan
 * @param totals   how many steps by what is done with them; those without are left out
 * @param warnings that belong to no step of the plan
 */
public record PlanPreview(List<StepReport> steps, Map<StepAction, Integer> totals, CostEstimate estimate, List<Warning> warnings) {
}
