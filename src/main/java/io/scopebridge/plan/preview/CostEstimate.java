package io.scopebridge.plan.preview;

import io.scopebridge.governor.GovernorFigures;

/**
 * The estimated cost of running a plan, by the governor's current figures.
 *
 * @param lookUps         listings, regardless of their number of pages
 * @param calls           writes and lookups
 * @param percentOfBudget of the hub's hourly calls, in tenths of a percent; null: no limit
 * @param callsLeft       left in this hour's budget; null: no limit
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
