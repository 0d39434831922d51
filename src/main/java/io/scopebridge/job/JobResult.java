package io.scopebridge.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.scopebridge.plan.execution.PlanResult;
import java.util.Map;

/**
 * What became of a job that carried a plan out.
 *
 * @param remoteIds of the plan's main objects, by step; null when there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobResult(@JsonUnwrapped PlanResult plan, Map<String, String> remoteIds) {

    static JobResult of(PlanResult plan) {
        return plan == null ? null : new JobResult(plan, plan.remoteIds().isEmpty() ? null : plan.remoteIds());
    }
}
