package io.scopebridge.plan.ledger;

import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The steps that our own calls created, now or in an earlier run, and that were empty at first. A conversion may create children. */
public final class OwnCreations {

    private final Set<String> created = ConcurrentHashMap.newKeySet();

    public OwnCreations(Collection<LedgerRow> rows) {
        rows.forEach(this::note);
    }

    public void note(LedgerRow row) {
        if (row.origin() == Origin.CREATED && row.mode() != Mode.ONCE) {
            created.add(row.key());
        }
    }

    /** Counts as created: nothing can exist in it before. */
    public void expect(Step step) {
        if (step.mode() != Mode.ONCE) {
            created.add(step.key());
        }
    }

    public boolean allCreated(Collection<String> keys) {
        return created.containsAll(keys);
    }
}
