package io.scopebridge.plan.lookup;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import java.util.List;

/** Messages for outcomes that the hub cannot determine. */
public final class UnknownOutcome {

    private static final String REMEDY = "Look for it in the system. If it exists, resolve the step with its id; if not, have it created.";

    private UnknownOutcome() {
    }

    /** The message of the earlier run that left it unknown, if any. */
    static Failure open(Step step, LedgerRow row) {
        return row.state() == StepState.UNKNOWN ? Failure.of(row.failureClass(), row.cause(), row.remedy())
                : of("The hub was stopped while '" + step.title() + "' was being sent; it is not known whether it arrived.");
    }

    static Failure several(Step step, List<String> ids) {
        return of(ids.size() + " objects match '" + step.title() + "': " + shown(ids) + ".");
    }

    static Failure doubtful(Step step, List<String> ids) {
        return of("No record that is certainly '" + step.title() + "' exists, but one of these may be it, created since it was sent with a different text, or shown without an id: " + shown(ids) + ".");
    }

    private static String shown(List<String> ids) {
        List<String> shown = ids.subList(0, Math.min(5, ids.size()));
        return String.join(", ", shown) + (shown.size() < ids.size() ? ", ..." : "");
    }

    public static Failure because(Step step, Failure reason) {
        return of("It is not known whether '" + step.title() + "' exists. " + reason.cause()).withExchange(reason.request(), reason.response());
    }

    /** For the job to retry. */
    public static Failure absent(Step step, Failure reason) {
        return Failure.of(FailureClass.TRANSIENT, "'" + step.title() + "' was sent several times and does not exist. " + reason.cause(),
                "No immediate action needed: the hub retries. If the problem persists, check the status page of the system, then retry.").withExchange(reason.request(), reason.response());
    }

    /** A person has ended the run. */
    public static Failure cancelled(Step step) {
        return Failure.of(FailureClass.OUTCOME_UNKNOWN, "The response to '" + step.title() + "' was lost, and the job was cancelled before it could be found or sent again.",
                "Submit again: it is looked up before anything is sent. Or look for it in the system, and resolve the step.");
    }

    /** @param others the id that it has, of another record: an old response of a proxy, or one to another call; null if it has none */
    public static Failure withoutId(Step step, String pointer, String others) {
        return of("The response to '" + step.title() + "' was successful but has " + (others == null ? "no id at " + pointer : "the id of another record, " + others) + ".");
    }

    public static Failure left(String title) {
        return of("The hub was stopped while '" + title + "' was being sent, and the plan no longer contains it.");
    }

    private static Failure of(String cause) {
        return Failure.of(FailureClass.OUTCOME_UNKNOWN, cause, REMEDY);
    }
}
