package io.scopebridge.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.plan.execution.PlanResult;
import java.util.Map;

/**
 * The result of a job that ran a plan.
 *
 * @param remoteIds of the plan's main objects, by step; null if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobResult(@JsonUnwrapped PlanResult plan, Map<String, String> remoteIds) {

    static JobResult of(PlanResult plan) {
        return plan == null ? null : new JobResult(plan, plan.remoteIds().isEmpty() ? null : plan.remoteIds());
    }
}
