package io.scopebridge.plan.lookup;

import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.ledger.StepState;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * The decision about a step whose parents exist. A run executes it, its preview shows it.
 *
 * @param remoteId of the record that is skipped, reused or updated; null if unknown
 * @param why      a person is asked; null for any other action
 */
public record StepDecision(StepAction what, String remoteId, Failure why) {

    /** Whether nothing is to be done, whatever happens to its parents. */
    public static boolean isDone(Step step, LedgerRow row) {
        return row.state() == StepState.DONE && step.mode() != Mode.UPDATE;
    }

    /**
     * Decides by the ledger.
     *
     * @param written whether a completed update has the plan's current content
     */
    public static StepDecision first(Step step, LedgerRow row, OwnCreations own, BooleanSupplier written) {
        String known = row.remoteId();
        if (isDone(step, row)) {
            return new StepDecision(StepAction.SKIP, known, null);
        }
        if (known != null) {
            if (step.compares()) {
                return new StepDecision(StepAction.LOOK_UP, known, null);
            }
            boolean same = step.mode() != Mode.UPDATE || row.state() == StepState.DONE && written.getAsBoolean();
            return same ? new StepDecision(StepAction.SKIP, known, null) : write(step, known);
        }
        if (row.isOpen() && !step.repeatable()) {
            return step.find() == null ? ask(UnknownOutcome.open(step, row)) : new StepDecision(StepAction.LOOK_UP, null, null);
        }
        return !row.isOpen() && looksFirst(step, row, own) ? new StepDecision(StepAction.LOOK_UP, null, null) : write(step, null);
    }

    /**
     * Decides by the result of a lookup.
     *
     * @param mayHaveActed whether the step was sent and its effect is unknown
     */
    public static StepDecision after(Step step, LedgerRow row, Findings findings, boolean mayHaveActed) {
        if (findings.unique()) {
            String id = findings.remoteIds().get(0);
            if (step.mode() == Mode.UPDATE && !findings.written()) {
                return new StepDecision(StepAction.UPDATE, id, null);
            }
            return new StepDecision(id.equals(row.remoteId()) ? StepAction.SKIP : StepAction.REUSE, id, null);
        }
        if (!findings.absent()) {
            return ask(UnknownOutcome.several(step, findings.remoteIds()));
        }
        if (!findings.doubtful().isEmpty()) {
            return ask(UnknownOutcome.doubtful(step, findings.doubtful()));
        }
        // It may have been created and deleted again.
        return mayHaveActed && step.mode() == Mode.ONCE ? ask(UnknownOutcome.open(step, row)) : write(step, null);
    }

    private static StepDecision write(Step step, String known) {
        return new StepDecision(known == null && step.call().method().equals("POST") ? StepAction.CREATE : StepAction.UPDATE, known, null);
    }

    private static StepDecision ask(Failure why) {
        return new StepDecision(StepAction.UNDECIDED, null, why);
    }

    /** A step that was never sent is looked up too, unless its parent is so new that it cannot exist. */
    private static boolean looksFirst(Step step, LedgerRow row, OwnCreations own) {
        if (step.find() == null || row.origin() == Origin.RESOLVED) {
            return false;
        }
        Set<String> parents = step.call().references();
        return row.state() == StepState.REJECTED || parents.isEmpty() || !own.allCreated(parents);
    }
}
