package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepCall;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.FirstMove;
import io.scopebridge.plan.lookup.LookUps;
import io.scopebridge.plan.lookup.UnknownOutcome;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.NoAnswer;
import java.time.Duration;
import java.time.Instant;

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
    private long visibleFrom;
    private int losses;
    private boolean foundOurs;
    private Failure failure;
    private Outcome outcome;

    StepRun(Run run, Step step, LedgerRow row) {
        this.run = run;
        this.step = step;
        this.record = new StepRecord(run, step, row);
        this.patience = new RetryPolicy(run.settings());
        this.openAtStart = row.isOpen();
        this.visibleFrom = System.nanoTime();
        if (row.state() == StepState.DONE && step.mode() != Mode.UPDATE) {
            outcome = Outcome.EXISTING;
        }
    }

    Step step() {
        return step;
    }

    /** Null until it is finished. */
    Outcome outcome() {
        return outcome;
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
        outcome = record.row().state() == StepState.DONE ? Outcome.EXISTING : Outcome.BLOCKED;
    }

    void blocked() {
        outcome = Outcome.BLOCKED;
    }

    /** @throws RemoteFailure when the plan has to stop, {@link LeaseLost} when it is no longer this node's */
    Next advance() {
        return switch (work) {
            case START -> start();
            case LOOK_UP -> lookUp();
            case SEND -> send();
        };
    }

    private Next start() {
        return switch (FirstMove.of(step, record.row(), run.origins(), () -> record.content().equals(record.row().contentHash()))) {
            case NOTHING -> existing();
            case WRITE -> send();
            case ASK -> undecided(openQuestion());
            case LOOK_UP -> openAtStart ? lookUpWhenSettled() : lookUp();
        };
    }

    private Next lookUpWhenSettled() {
        work = Work.LOOK_UP;
        Duration settled = record.row().state() == StepState.SENDING
                ? run.settings().settle().minus(Duration.between(record.row().sentAt(), Instant.now())) : Duration.ZERO;
        if (settled.isNegative() || settled.isZero()) {
            return lookUp();
        }
        return lookUpAfter(settled.compareTo(run.settings().settle()) > 0 ? run.settings().settle() : settled);
    }

    private Next lookUp() {
        LookUps.Findings findings;
        try {
            findings = run.lookUps().find(step, record.knownId(), visibleFrom);
        } catch (NoAnswer e) {
            return lookUpFailed(Sender.unsent(run.plan().system(), e));
        } catch (RemoteFailure e) {
            return lookUpFailed(e.failure());
        }
        if (findings.unique()) {
            return found(findings);
        }
        if (!findings.absent()) {
            return undecided(UnknownOutcome.several(step, findings.remoteIds()));
        }
        boolean mayHaveActed = openAtStart || losses > 0;
        if (FirstMove.neverAgain(step, mayHaveActed) || losses >= MOST_LOSSES) {
            return undecided(openQuestion());
        }
        record.knows(null);
        return send();
    }

    private Failure openQuestion() {
        if (failure != null) {
            return UnknownOutcome.because(step, failure);
        }
        return record.row().state() == StepState.UNKNOWN ? UnknownOutcome.still(record.row()) : UnknownOutcome.interrupted(step);
    }

    private Next lookUpFailed(Failure why) {
        if (patience.mayPass(why) || why.type().stopsThePlan()) {
            return Next.again(patience.wait(why));
        }
        boolean mayHaveActed = openAtStart || losses > 0;
        return mayHaveActed ? undecided(UnknownOutcome.because(step, why)) : rejected(why);
    }

    private Next found(LookUps.Findings findings) {
        String id = findings.remoteIds().get(0);
        foundOurs = record.row().state() == StepState.SENDING;
        if (step.mode() == Mode.UPDATE && !findings.written()) {
            record.knows(id);
            return send();
        }
        if (findings.written() && id.equals(record.row().remoteId())) {
            return existing();
        }
        record.done(Origin.FOUND, id, findings.shown());
        return finished(foundOurs ? Outcome.CREATED : Outcome.EXISTING);
    }

    private Next send() {
        work = Work.SEND;
        if (!run.lease().outlives(run.settings().timeout())) {
            throw new LeaseLost("The lease of " + run.connection().id() + " ends too soon to send '" + step.key() + "'.");
        }
        String known = record.knownId();
        StepCall template = known != null && step.update() != null ? step.update() : step.call();
        Call call = template.with(key -> key.equals(Step.SELF) ? known : run.remoteIds().of(key));
        record.sending(call.shown());
        Sender.Reply reply = run.sender().send(step.key(), call);
        if (reply.failure() != null) {
            return failed(reply.failure().withExchange(reply.request(), reply.shown()), reply);
        }
        String id = known != null ? known : RemoteId.at(reply.answer().json(), template.id());
        if (id == null) {
            return lost(UnknownOutcome.withoutId(step, template.id()).withExchange(reply.request(), reply.shown()));
        }
        if (known == null && step.call().method().equals("POST")) {
            record.done(Origin.CREATED, id, reply.shown());
            return finished(Outcome.CREATED);
        }
        record.done(record.originOr(Origin.FOUND), id, reply.shown());
        return finished(foundOurs ? Outcome.CREATED : Outcome.UPDATED);
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

    private Next existing() {
        if (record.row().state() != StepState.DONE) {
            record.done(record.originOr(Origin.FOUND), record.row().remoteId(), null);
        }
        return finished(Outcome.EXISTING);
    }

    private Next rejected(Failure why) {
        record.failed(StepState.REJECTED, why);
        return finishedBy(why);
    }

    private Next undecided(Failure why) {
        record.failed(StepState.UNKNOWN, why);
        return finishedBy(why);
    }

    private Next finishedBy(Failure why) {
        failure = why;
        run.stepFailures().failed(run.connection(), run.plan(), step, why);
        return finished(Outcome.FAILED);
    }

    private Next finished(Outcome how) {
        outcome = how;
        return Next.FINISHED;
    }
}
