package io.scopebridge.plan.view;

import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;

/**
 * One step as a person sees it.
 *
 * @param inPlan   false for what only the ledger knows, from an earlier plan
 * @param remoteId or null
 * @param origin   or null
 * @param cause    why it is rejected or unknown, or null
 * @param remedy   or null
 */
public record StepStatus(String key, String title, Mode mode, StepView state, boolean inPlan, String remoteId, Origin origin, String cause, String remedy) {

    static StepStatus of(Step step, LedgerRow row, StepView view) {
        if (row == null) {
            return new StepStatus(step.key(), step.title(), step.mode(), view, true, null, null, null, null);
        }
        return new StepStatus(step.key(), step.title(), step.mode(), view, true, row.remoteId(), row.origin(), row.cause(), row.remedy());
    }

    static StepStatus left(LedgerRow row) {
        return new StepStatus(row.key(), row.title(), row.mode(), StepView.valueOf(row.state().name()), false,
                row.remoteId(), row.origin(), row.cause(), row.remedy());
    }
}
