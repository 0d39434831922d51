package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.LookUps;
import io.scopebridge.plan.lookup.StepDecision;
import io.scopebridge.plan.lookup.UnknownOutcome;
import io.scopebridge.remote.Call;
import java.time.Duration;

/** The life of one step in one run, a piece at a time: a step that has to wait gives its thread back. Worked by one thread at a time. */
final class StepRun {

    private enum Work { START, LOOK_UP, SEND }

    private static final int MOST_LOSSES = 3;

    private final Run run;
    private final Step step;
    private final StepRecord record;
    private final RetryPolicy patience;
    private final boolean openAtStart;
    private Work work = Work.START;
    private long visibleFrom = System.nanoTime();
    private int losses;
    private String found;
    private boolean ours;
    private Failure failure;
    private StepAction what;

    StepRun(Run run, Step step, LedgerRow row) {
        this.run = run;
        this.step = step;
        this.record = new StepRecord(run, step, row);
        this.patience = new RetryPolicy(run.settings());
        this.openAtStart = row.isOpen();
        this.what = StepDecision.isDone(step, row) ? StepAction.SKIP : null;
    }

    Step step() {
        return step;
    }

    /** What was done with it; null until it is finished. */
    StepAction what() {
        return what;
    }

    Failure failure() {
        return failure;
    }

    /** Whether an earlier run left its outcome open: it goes before its twins, which could otherwise be taken for it. */
    boolean openAtStart() {
        return openAtStart;
    }

    /** This run does not work on it. */
    void leave() {
        what = record.row().state() == StepState.DONE ? StepAction.SKIP : StepAction.BLOCKED;
    }

    void blocked() {
        what = StepAction.BLOCKED;
    }

    /** @throws RemoteFailure when the plan has to stop, {@link LeaseLost} when it is no longer this node's */
    Next advance() {
        return switch (work) {
            case START -> carryOut(StepDecision.first(step, record.row(), run.ownCreations(), record::isWritten));
            case LOOK_UP -> lookUp();
            case SEND -> send();
        };
    }

    private Next carryOut(StepDecision decision) {
        return switch (decision.what()) {
            // A system gets some time to finish what an earlier run began.
            case LOOK_UP -> openAtStart && !record.unsettled().isZero() ? lookUpAfter(record.unsettled()) : lookUp();
            case SKIP -> skip();
            case REUSE -> reuse(decision.remoteId());
            case CREATE, UPDATE -> {
                record.knows(decision.remoteId());
                yield send();
            }
            default -> undecided(decision.why());
        };
    }

    private Next lookUp() {
        work = Work.LOOK_UP;
        LookUps.Findings findings;
        try {
            findings = run.lookUps().find(step, record.knownId(), visibleFrom);
        } catch (RemoteFailure e) {
            return lookUpFailed(e.failure());
        }
        found = findings.shown();
        ours = findings.unique() && record.row().state() == StepState.SENDING;
        if (findings.absent() && failure != null && (losses >= MOST_LOSSES || step.mode() == Mode.ONCE)) {
            return undecided(UnknownOutcome.because(step, failure));
        }
        return carryOut(StepDecision.after(step, record.row(), findings, openAtStart || losses > 0));
    }

    private Next lookUpFailed(Failure why) {
        if (patience.mayPass(why) || why.type().stopsThePlan()) {
            return Next.again(patience.wait(why));
        }
        return openAtStart || losses > 0 ? undecided(UnknownOutcome.because(step, why)) : rejected(why);
    }

    private Next send() {
        work = Work.SEND;
        Sender.Reply reply = send(record.call());
        if (reply.isNotFound() && record.otherwise() != null) {
            reply = send(record.otherwise());
        }
        if (reply.failure() != null) {
            return failed(reply.failure().withExchange(reply.request(), reply.shown()), reply);
        }
        String pointer = record.template().id();
        String known = record.knownId();
        String id = known != null ? known : RemoteId.at(reply.answer().json(), pointer);
        if (id == null) {
            return lost(UnknownOutcome.withoutId(step, pointer).withExchange(reply.request(), reply.shown()));
        }
        boolean created = known == null && step.call().method().equals("POST");
        record.done(created ? Origin.CREATED : record.originOr(Origin.FOUND), id, reply.shown());
        return finished(created || ours ? StepAction.CREATE : StepAction.UPDATE);
    }

    private Sender.Reply send(Call call) {
        run.mustHoldTheLeaseForACall(step.key());
        record.sending(call.shown());
        return run.sender().send(step.key(), call);
    }

    private Next failed(Failure why, Sender.Reply reply) {
        if (why.type() == FailureClass.OUTCOME_UNKNOWN) {
            return lost(why);
        }
        if (why.type().passes() || why.type().stopsThePlan()) {
            record.hadNoEffect(reply.shown());
            return Next.again(patience.wait(why));
        }
        return rejected(why);
    }

    private Next lost(Failure why) {
        failure = why;
        losses++;
        if (record.knownId() != null || step.repeatable()) {
            return losses < MOST_LOSSES ? Next.again(run.settings().settle()) : undecided(UnknownOutcome.because(step, why));
        }
        return step.find() == null ? undecided(UnknownOutcome.because(step, why)) : lookUpAfter(run.settings().settle());
    }

    private Next lookUpAfter(Duration wait) {
        work = Work.LOOK_UP;
        visibleFrom = System.nanoTime() + wait.toNanos();
        return Next.again(wait);
    }

    private Next skip() {
        if (record.row().state() != StepState.DONE) {
            record.done(record.originOr(Origin.FOUND), record.row().remoteId(), null);
        }
        return finished(StepAction.SKIP);
    }

    /** What is found after it was sent is what was sent. */
    private Next reuse(String remoteId) {
        record.done(Origin.FOUND, remoteId, found);
        return finished(ours ? StepAction.CREATE : StepAction.REUSE);
    }

    private Next rejected(Failure why) {
        return failed(StepState.REJECTED, StepAction.REFUSED, why);
    }

    private Next undecided(Failure why) {
        return failed(StepState.UNKNOWN, StepAction.UNDECIDED, why);
    }

    private Next failed(StepState state, StepAction how, Failure why) {
        failure = why;
        record.failed(state, why);
        return finished(how);
    }

    private Next finished(StepAction how) {
        what = how;
        return Next.FINISHED;
    }
}
