package io.scopebridge.plan;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The steps that our own calls created, now or in an earlier run, and that began empty. A conversion may bring children with it. */
final class Origins {

    private final Set<String> created = ConcurrentHashMap.newKeySet();

    Origins(Collection<LedgerRow> rows) {
        rows.forEach(this::note);
    }

    void note(LedgerRow row) {
        if (row.origin() == Origin.CREATED && row.mode() != Mode.ONCE) {
            created.add(row.key());
        }
    }

    boolean allCreated(Collection<String> keys) {
        return created.containsAll(keys);
    }
}
