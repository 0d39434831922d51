package io.scopebridge.plan.preview;

import io.scopebridge.governor.GovernorFigures;

/**
 * What a run of a plan costs, by the governor's figures of the moment.
 *
 * @param lookUps         listings, however many pages each has
 * @param calls           writes and look-ups
 * @param percentOfBudget of the calls that the hub may make in an hour, in tenths of a percent; null: there is no limit
 * @param callsLeft       of this hour's budget; null: there is no limit
 * @param seconds         estimated
 */
public record CostEstimate(int writes, int lookUps, int calls, Double percentOfBudget, Integer callsLeft, long seconds) {

    static CostEstimate of(int writes, int lookUps, GovernorFigures figures) {
        int calls = writes + lookUps;
        if (figures.budget() == 0) {
            return new CostEstimate(writes, lookUps, calls, null, null, figures.secondsFor(calls));
        }
        double percent = Math.round(1000.0 * calls / figures.budget()) / 10.0;
        return new CostEstimate(writes, lookUps, calls, percent, Math.max(0, figures.budget() - figures.callsLastHour()), figures.secondsFor(calls));
    }
}
