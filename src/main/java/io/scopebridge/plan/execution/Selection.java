package io.scopebridge.plan.execution;

import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A part of a plan: some steps and their dependents. */
final class Selection {

    private Selection() {
    }

    /**
     * The keys of the selected steps: the wanted ones and those that refer to them, if all their own references are done or selected too.
     *
     * @param wanted empty: the whole plan
     */
    static Set<String> of(Plan plan, Collection<String> wanted, Map<String, LedgerRow> rows) {
        Dependencies dependencies = new Dependencies(plan.steps());
        Set<String> selected = new HashSet<>();
        for (String key : dependencies.order()) {
            Set<String> needs = dependencies.needsOf(key);
            boolean asked = wanted.isEmpty() || wanted.contains(key) || needs.stream().anyMatch(selected::contains);
            if (asked && (wanted.isEmpty() || needs.stream().allMatch(need -> selected.contains(need) || rows.get(need).state() == StepState.DONE))) {
                selected.add(key);
            }
        }
        return selected;
    }
}
