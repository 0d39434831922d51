package io.scopebridge.plan.ledger;

import io.scopebridge.database.DatabaseText;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.time.Instant;

/**
 * The ledger row of one step, without the texts of its last call.
 *
 * @param id       of the row; 0 until it is in the database
 * @param endpoint record type within which {@code remoteId} is unique, or null
 * @param origin   or null
 * @param remoteId or null; set for an update in flight
 * @param attempts how often it was sent; together with the state the version of the row
 */
public record LedgerRow(long id, String connectionId, String subject, String key, String system, String endpoint, int position, String title,
                        Mode mode, StepState state, Origin origin, String remoteId, String contentHash, FailureClass failureClass,
                        String cause, String remedy, int attempts, Instant sentAt, Instant updatedAt) {

    static final int LONGEST_TITLE = 500;

    public static LedgerRow planned(String connectionId, Plan plan, Step step, int position) {
        return new LedgerRow(0, connectionId, plan.subject(), step.key(), plan.system(), step.endpoint(), position,
                DatabaseText.of(step.title(), LONGEST_TITLE), step.mode(), StepState.PLANNED, null, null, null, null, null, null, 0, null, Instant.now());
    }

    /** Whether an earlier run left its outcome open. */
    public boolean isOpen() {
        return state == StepState.SENDING || state == StepState.UNKNOWN;
    }

    /** A call was sent, or is about to be. {@code known} is the remote id, or null. */
    public LedgerRow sending(String known) {
        return new LedgerRow(id, connectionId, subject, key, system, endpoint, position, title, mode, StepState.SENDING, origin, known,
                contentHash, failureClass, cause, remedy, attempts + 1, Instant.now(), Instant.now());
    }

    /** The call had no effect. */
    public LedgerRow planned() {
        return new LedgerRow(id, connectionId, subject, key, system, endpoint, position, title, mode, StepState.PLANNED, origin, remoteId,
                contentHash, failureClass, cause, remedy, attempts, sentAt, Instant.now());
    }

    public LedgerRow done(Origin how, String known, String hash) {
        return new LedgerRow(id, connectionId, subject, key, system, endpoint, position, title, mode, StepState.DONE, how, known,
                hash, null, null, null, attempts, sentAt, Instant.now());
    }

    public LedgerRow failed(StepState failed, Failure failure) {
        return new LedgerRow(id, connectionId, subject, key, system, endpoint, position, title, mode, failed, origin, remoteId,
                contentHash, failure.type(), failure.cause(), failure.remedy(), attempts, sentAt, Instant.now());
    }

    /** The same state with the step's current plan data. */
    LedgerRow describedBy(Step step, int newPosition) {
        return new LedgerRow(id, connectionId, subject, key, system, step.endpoint(), newPosition, DatabaseText.of(step.title(), LONGEST_TITLE),
                step.mode(), state, origin, remoteId, contentHash, failureClass, cause, remedy, attempts, sentAt, updatedAt);
    }
}
