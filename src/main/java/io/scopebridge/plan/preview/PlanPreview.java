package io.scopebridge.plan.preview;

import io.scopebridge.plan.Warning;
import java.util.List;
import java.util.Map;

/**
 * What a run of a plan would do.
 *
 * @param steps    in the order of the plan
 * @param totals   how many steps of each prospect; those without are left out
 * @param warnings that belong to no step of the plan
 */
public record PlanPreview(List<StepPreview> steps, Map<PlannedAction, Integer> totals, CostEstimate effort, List<Warning> warnings) {
}
