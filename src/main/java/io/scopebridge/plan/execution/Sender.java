package io.scopebridge.plan.execution;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.remote.Answer;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.Diagnoses;
import io.scopebridge.remote.NoAnswer;

/** Makes one call and reports what is known afterwards: OUTCOME_UNKNOWN if nothing is. */
final class Sender {

    /**
     * @param request the call as it was sent
     * @param answer  null if there was none
     * @param failure null if the response is successful
     */
    record Reply(String request, Answer answer, Failure failure) {

        /** The system has nothing at the address, or no longer, so it has done nothing. */
        boolean isNotFound() {
            return answer != null && (answer.status() == 404 || answer.status() == 410);
        }

        String shown() {
            return answer != null ? answer.shown() : failure.cause();
        }
    }

    private final PlanCalls calls;
    private final Diagnoses diagnoses;

    Sender(PlanCalls calls, Diagnoses diagnoses) {
        this.calls = calls;
        this.diagnoses = diagnoses;
    }

    Reply send(String step, Call call) {
        Answer answer;
        try {
            answer = calls.call(step, call);
        } catch (NoAnswer e) {
            return new Reply(e.request() == null ? call.shown() : e.request(), null, e.sent() ? lost(e) : calls.noConnection(e));
        } catch (RemoteFailure e) {
            return new Reply(call.shown(), null, e.failure());
        } catch (RuntimeException e) {
            return new Reply(call.shown(), null, lost(e));
        }
        String request = call.shown(answer.sent());
        try {
            Failure failure = diagnoses.of(calls.connection(), calls.system(), call, answer).orElse(null);
            return new Reply(request, answer, failure);
        } catch (RuntimeException e) {
            // The call was made; an unreadable response says nothing about its effect.
            return new Reply(request, answer, lost(e));
        }
    }

    private Failure lost(RuntimeException reason) {
        return Failure.of(FailureClass.OUTCOME_UNKNOWN, "The call was sent to " + calls.system() + " and no answer could be read: " + reason.getMessage(),
                "Look in " + calls.system() + " whether it took effect.");
    }
}
