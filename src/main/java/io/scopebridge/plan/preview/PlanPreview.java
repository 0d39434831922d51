package io.scopebridge.plan.preview;

import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.Warning;
import java.util.List;
import java.util.Map;

/**
 * The preview of a plan.
 *
 * @param steps    in the order of the plan
 * @param totals   number of steps per action, without zeros
 * @param warnings that concern no single step of the plan
 */
public record PlanPreview(List<StepReport> steps, Map<StepAction, Integer> totals, CostEstimate estimate, List<Warning> warnings) {
}
