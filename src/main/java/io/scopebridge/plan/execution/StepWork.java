package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.Findings;
import io.scopebridge.plan.lookup.StepDecision;
import io.scopebridge.plan.lookup.UnknownOutcome;
import io.scopebridge.remote.Call;
import java.time.Duration;
import java.util.Optional;

/** Runs a step in parts: a step that has to wait releases its thread. Used by one thread at a time. */
final class StepWork {

    private enum Piece { FIRST, LOOK_UP, SEND }

    private final Run run;
    private final Step step;
    private final StepRecord record;
    private final RetryPolicy retries;
    private final LostCalls lost;
    private Piece piece = Piece.FIRST;
    private long visibleFrom = System.nanoTime();
    private Findings findings;
    private boolean foundAfterALoss;
    private Failure lostBy;
    private Failure duplicate;
    private boolean gone;

    StepWork(Run run, Step step, LedgerRow row) {
        this.run = run;
        this.step = step;
        this.record = new StepRecord(run, step, row);
        this.retries = new RetryPolicy(run.settings());
        this.lost = new LostCalls(run.settings(), row);
    }

    /** Whether a call was sent whose outcome is unknown. */
    boolean isOpen() {
        return record.row().state() == StepState.SENDING;
    }

    Next advance() {
        if (run.isCancelled() && !isOpen()) {
            return notSent();
        }
        return switch (piece) {
            case FIRST -> carryOut(StepDecision.first(step, record.row(), run.ownCreations(), record::isWritten));
            case LOOK_UP -> lookUp();
            case SEND -> send();
        };
    }

    private Next carryOut(StepDecision decision) {
        return switch (decision.what()) {
            case LOOK_UP -> lost.any() && !lost.untilFirstLook().isZero() ? lookUpAfter(lost.untilFirstLook()) : lookUp();
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
        piece = Piece.LOOK_UP;
        try {
            findings = run.lookUps().find(step, record.knownId(), lost.any(), visibleFrom);
        } catch (RemoteFailure e) {
            return lookUpFailed(e.failure());
        }
        foundAfterALoss = findings.unique() && duplicate == null && record.row().state() == StepState.SENDING;
        return findings.absent() ? absent() : carryOut(StepDecision.after(step, record.row(), findings, lost.any()));
    }

    /** One lookup without a result does not prove absence. */
    private Next absent() {
        Optional<Duration> next = lost.any() || duplicate != null ? lost.untilNextLook(visibleFrom) : Optional.empty();
        if (next.isPresent()) {
            return lookUpAfter(next.get());
        }
        if (duplicate != null) {
            return rejected(duplicate);
        }
        StepDecision decision = StepDecision.after(step, record.row(), findings, lost.any());
        if (decision.what() == StepAction.UNDECIDED && lostBy != null && findings.doubtful().isEmpty()) {
            return undecided(UnknownOutcome.because(step, lostBy));
        }
        return decision.what().writes() && lost.enough() ? later() : carryOut(decision);
    }

    private Next lookUpFailed(Failure why) {
        if (why.type() == FailureClass.RATE_LIMIT) {
            return Next.again(retries.wait(why));
        }
        Optional<Duration> next = run.lookUps().untilNextTry(step, retries.schedule()::pauseAfter);
        if (next.isPresent()) {
            return Next.again(next.get());
        }
        if (run.isCancelled()) {
            return notSent();
        }
        if (why.type().passes() || why.type().stopsThePlan() || why.type() == FailureClass.OUTCOME_UNKNOWN) {
            throw new RemoteFailure(why);
        }
        return lost.any() ? undecided(UnknownOutcome.because(step, why)) : rejected(duplicate == null ? why : duplicate);
    }

    private Next lookUpAfter(Duration wait) {
        piece = Piece.LOOK_UP;
        visibleFrom = System.nanoTime() + wait.toNanos();
        return Next.again(wait);
    }

    private Next send() {
        if (run.isCancelled()) {
            return notSent();
        }
        piece = Piece.SEND;
        Sender.Reply reply = send(record.call());
        if (reply.isNotFound() && record.otherwise() != null) {
            reply = send(record.otherwise());
        }
        if (reply.isNotFound() && record.canBeCreatedAgain() && !gone) {
            return createAgain(reply);
        }
        if (reply.failure() != null) {
            return refused(reply.failure().withExchange(reply.request(), reply.shown()), reply);
        }
        String known = record.knownId();
        String pointer = record.template().id();
        String id = known != null ? known : RemoteId.created(reply.answer().json(), pointer);
        if (id == null || known == null && !run.remoteIds().isFree(step.endpoint(), id, step.key())) {
            return lost(UnknownOutcome.withoutId(step, pointer, id).withExchange(reply.request(), reply.shown()));
        }
        boolean created = known == null && step.call().method().equals("POST");
        record.done(created ? Origin.CREATED : record.originOr(Origin.FOUND), id, reply.shown());
        return Next.done(created || foundAfterALoss ? StepAction.CREATE : StepAction.UPDATE);
    }

    /** Somebody deleted the object. Only if a listing does not have it either, it is created again; the ledger keeps its id until then. */
    private Next createAgain(Sender.Reply reply) {
        gone = true;
        record.hadNoEffect(reply.shown());
        // A listing of before may still have the object, or lack the one that has taken its place.
        visibleFrom = System.nanoTime();
        return lookUp();
    }

    private Sender.Reply send(Call call) {
        run.mustHoldTheLeaseForACall(step.key());
        record.sending(call.shown());
        return run.sender().send(step.key(), call);
    }

    private Next refused(Failure why, Sender.Reply reply) {
        if (why.type() == FailureClass.OUTCOME_UNKNOWN) {
            return lost(why);
        }
        if (why.type().passes() || why.type().stopsThePlan()) {
            // Earlier lost calls stay open: the next run looks the object up before it sends.
            if (!lost.any()) {
                record.hadNoEffect(reply.shown());
            }
            return Next.again(retries.wait(why));
        }
        if (why.type() == FailureClass.DUPLICATE && step.find() != null && duplicate == null) {
            duplicate = why;
            return lookUpAfter(run.settings().settle());
        }
        return rejected(why);
    }

    private Next lost(Failure why) {
        lostBy = why;
        lost.note();
        if (record.knownId() != null || step.repeatable()) {
            return lost.untilNextSend().map(Next::again).orElseGet(this::later);
        }
        return step.find() == null ? undecided(UnknownOutcome.because(step, why)) : lookUpAfter(lost.untilFirstLook());
    }

    /** Sent several times, and absent afterwards: nothing for a person to decide, a later run continues. */
    private Next later() {
        Failure why = UnknownOutcome.absent(step, lostBy);
        record.open(why);
        return Next.failed(StepAction.LOOK_UP, why);
    }

    /** The run was cancelled. What may have happened remains open: the next run looks it up before it sends. */
    Next notSent() {
        if (!isOpen()) {
            return Next.done(StepAction.CANCELLED);
        }
        Failure why = UnknownOutcome.cancelled(step);
        record.open(why);
        return Next.failed(StepAction.UNDECIDED, why);
    }

    private Next skip() {
        if (record.row().state() != StepState.DONE) {
            record.done(record.originOr(Origin.FOUND), record.row().remoteId(), null);
        }
        return Next.done(StepAction.SKIP);
    }

    private Next reuse(String remoteId) {
        record.done(Origin.FOUND, remoteId, findings.shown());
        return Next.done(foundAfterALoss ? StepAction.CREATE : StepAction.REUSE);
    }

    private Next rejected(Failure why) {
        record.failed(StepState.REJECTED, why);
        return Next.failed(StepAction.REFUSED, why);
    }

    private Next undecided(Failure why) {
        record.failed(StepState.UNKNOWN, why);
        return Next.failed(StepAction.UNDECIDED, why);
    }
}
