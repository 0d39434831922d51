package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepCall;
import io.scopebridge.plan.ledger.ContentHash;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.SentMatch;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.remote.Call;


/** The ledger row of a step during a run. Each change is committed when the method returns. */
final class StepRecord {

    private final Run run;
    private final Step step;
    private LedgerRow row;
    private String knownId;

    StepRecord(Run run, Step step, LedgerRow row) {
        this.run = run;
        this.step = step;
        this.row = row;
        this.knownId = row.remoteId();
    }

    LedgerRow row() {
        return row;
    }

    /** The confirmed remote id, or null. */
    String knownId() {
        return knownId;
    }

    void knows(String remoteId) {
        knownId = remoteId;
    }

    Origin originOr(Origin otherwise) {
        return row.origin() == null ? otherwise : row.origin();
    }

    /** Whether the last write equals the step's current content. */
    boolean isWritten() {
        return content().equals(row.contentHash());
    }

    /** The hash of the step's current content. All its references must be done. */
    private String content() {
        return ContentHash.of(References.body(step.call().body(), run.remoteIds()::of, step.call().textIds()));
    }

    /** The call that writes the step, by its id if known. */
    StepCall template() {
        return knownId != null && step.update() != null ? step.update() : step.call();
    }

    Call call() {
        return template().with(this::idOf);
    }

    /** Where the system has nothing at the path of the call; null when the plan knows no other. */
    Call otherwise() {
        return template().otherwise(this::idOf);
    }

    /** Whether the step wrote to an object by its id that it could also look up and create. */
    boolean canBeCreatedAgain() {
        return knownId != null && step.update() != null && step.find() != null && step.mode() == Mode.UPDATE;
    }

    private String idOf(String key) {
        return key.equals(Step.SELF) ? knownId : run.remoteIds().of(key);
    }

    void sending(String request) {
        run.remoteIds().sending(step.endpoint(), step.key());
        LedgerRow to = row.sending(knownId);
        moved(run.ledger().send(row, to, request, SentMatch.text(step.find())), to);
    }

    void hadNoEffect(String response) {
        LedgerRow to = row.planned();
        moved(run.ledger().answer(row, to, response), to);
    }

    void done(Origin origin, String remoteId, String response) {
        boolean hadFailed = row.failureClass() != null;
        // What compares and is done without being sent was found to hold its content.
        boolean has = row.state() == StepState.SENDING || step.compares();
        String hash = step.mode() == Mode.UPDATE && has ? content() : row.contentHash();
        LedgerRow to = row.done(origin, remoteId, hash);
        moved(response == null ? run.ledger().change(row, to) : run.ledger().answer(row, to, response), to);
        run.remoteIds().hold(row.endpoint(), remoteId, step.key());
        run.ownCreations().note(row);
        if (hadFailed) {
            run.stepFailures().succeeded(run.connection(), run.plan(), step);
        }
    }

    void failed(StepState state, Failure failure) {
        answered(row.failed(state, failure), failure);
        run.stepFailures().failed(run.connection(), run.plan(), step, failure);
    }

    /** Its outcome stays open; no action is needed. */
    void open(Failure failure) {
        answered(row.failed(StepState.UNKNOWN, failure), failure);
    }

    private void answered(LedgerRow to, Failure failure) {
        moved(failure.response() == null ? run.ledger().change(row, to) : run.ledger().answer(row, to, failure.response()), to);
    }

    private void moved(boolean won, LedgerRow to) {
        if (!won) {
            throw new LeaseLost("The step '" + step.key() + "' of " + row.subject() + " was changed by another worker.");
        }
        row = to;
    }
}
