package io.scopebridge.plan.execution;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What one run did with one step.
 *
 * @param reason   why it failed or is blocked, or null
 * @param remoteId or null
 * @param link     to its record in the pages of the system, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepReport(String step, String title, Outcome outcome, String reason, String remoteId, String link) {

    StepReport linked(String address) {
        return new StepReport(step, title, outcome, reason, remoteId, address);
    }
}
