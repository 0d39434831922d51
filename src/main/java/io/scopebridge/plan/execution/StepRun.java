package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.StepDecision;

/** The state of one step in one run. */
final class StepRun {

    private final Step step;
    private final LedgerRow atStart;
    private final StepWork work;
    private Failure failure;
    private StepAction what;

    StepRun(Run run, Step step, LedgerRow row) {
        this.step = step;
        this.atStart = row;
        this.work = new StepWork(run, step, row);
        this.what = StepDecision.isDone(step, row) ? StepAction.SKIP : null;
    }

    Step step() {
        return step;
    }

    /** The result; null until it is finished. */
    StepAction what() {
        return what;
    }

    Failure failure() {
        return failure;
    }

    /** Whether an earlier run left its outcome open: it runs before its twins, which could otherwise be mistaken for it. */
    boolean openAtStart() {
        return atStart.isOpen();
    }

    /** This run does not include the step. */
    void leave() {
        what = atStart.state() == StepState.DONE ? StepAction.SKIP : StepAction.BLOCKED;
    }

    /** Because a step that it refers to is blocked, or was not sent. */
    void waitsFor(StepAction parent) {
        what = parent == StepAction.CANCELLED ? StepAction.CANCELLED : StepAction.BLOCKED;
    }

    /** Whether a call was sent whose outcome is unknown. */
    boolean isOpen() {
        return work.isOpen();
    }

    /** The run ends without it. */
    void cancel() {
        if (what == null) {
            accept(work.notSent());
        } else if (what == StepAction.LOOK_UP) {
            what = StepAction.UNDECIDED;
        }
    }

    /** @throws io.scopebridge.failure.RemoteFailure if the plan has to stop, {@link LeaseLost} if this node no longer holds the connection */
    Next advance() {
        return accept(work.advance());
    }

    private Next accept(Next next) {
        what = next.what();
        failure = next.failure();
        return next;
    }
}
