package io.scopebridge.plan.lookup;

import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.ledger.StepState;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What is to be done first about a step whose parents are there, by what the ledger holds of it. A run and its preview decide alike. */
public enum FirstMove {

    /** It is there, and says what was last written. */
    NOTHING,
    LOOK_UP,
    WRITE,
    /** It may be there, and there is nothing to find it by. */
    ASK;

    /** @param written whether an update that is done has the content that the plan has now */
    public static FirstMove of(Step step, LedgerRow row, OwnCreations origins, BooleanSupplier written) {
        if (row.remoteId() != null) {
            if (step.compares()) {
                return LOOK_UP;
            }
            boolean same = step.mode() != Mode.UPDATE || row.state() == StepState.DONE && written.getAsBoolean();
            return same ? NOTHING : WRITE;
        }
        if (!row.isOpen()) {
            return looksFirst(step, row, origins) ? LOOK_UP : WRITE;
        }
        if (step.repeatable()) {
            return WRITE;
        }
        return step.find() == null ? ASK : LOOK_UP;
    }

    /** What was never sent is looked for all the same, unless what it belongs to is so new that it cannot be there. */
    private static boolean looksFirst(Step step, LedgerRow row, OwnCreations origins) {
        if (step.find() == null || row.origin() == Origin.SETTLED) {
            return false;
        }
        Set<String> parents = step.call().references();
        return row.state() == StepState.REJECTED || parents.isEmpty() || !origins.allCreated(parents);
    }

    /** Whether nobody may send the step although it was looked for and is absent: it may have had its effect and gone. */
    public static boolean neverAgain(Step step, boolean mayHaveActed) {
        return mayHaveActed && step.mode() == Mode.ONCE;
    }
}
