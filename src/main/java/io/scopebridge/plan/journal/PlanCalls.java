package io.scopebridge.plan.journal;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.Answer;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.NoAnswer;
import io.scopebridge.remote.RemoteSystems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/** Calls the system of a plan; each call is recorded, whatever its outcome. */
public record PlanCalls(RemoteSystems remote, Connection connection, String system, String subject, Consumer<RecordedCall> made) {

    private static final int LONGEST_ROW_LIST = 40;

    public Answer call(String step, Call call) {
        return call(step, call, RecordedCall.Kind.WRITE);
    }

    /** One record, by its path. */
    public Answer read(String step, Call call) {
        return call(step, call, RecordedCall.Kind.LOOK_UP);
    }

    /** @throws RemoteFailure if the system refused, or did not answer */
    public List<JsonNode> list(String step, Call call, String rows) {
        Instant at = Instant.now();
        try {
            List<JsonNode> found = remote.list(connection, system, call, rows);
            note(step, RecordedCall.Kind.LOOK_UP, at, null, call::shown, () -> shown(found));
            return found;
        } catch (RuntimeException e) {
            note(step, RecordedCall.Kind.LOOK_UP, at, null, () -> lost(call, e), e::getMessage);
            throw e instanceof NoAnswer none ? new RemoteFailure(noConnection(none), none) : e;
        }
    }

    /**
     * How many rows the system counts; empty if it does not offer the count.
     *
     * @throws RemoteFailure if it did not answer, or with something else
     */
    public OptionalLong count(String step, Call call, String pointer) {
        Instant at = Instant.now();
        try {
            OptionalLong counted = remote.count(connection, system, call, pointer);
            note(step, RecordedCall.Kind.LOOK_UP, at, null, call::shown, () -> counted.isPresent() ? counted.getAsLong() + " rows counted" : "The system does not offer this count.");
            return counted;
        } catch (RuntimeException e) {
            note(step, RecordedCall.Kind.LOOK_UP, at, null, () -> lost(call, e), e::getMessage);
            throw e instanceof NoAnswer none ? new RemoteFailure(noConnection(none), none) : e;
        }
    }

    /** For a call that did not reach the system, or one that may simply be repeated. */
    public Failure noConnection(NoAnswer reason) {
        if (reason.getCause() instanceof ConnectionRequestTimeoutException || reason.sent() && reason.getCause() instanceof Classified) {
            return FailureOf.of(reason);
        }
        return Failure.of(FailureClass.TRANSIENT, "No connection to " + system + ": " + reason.getMessage(),
                "Check that the host of the connection is correct and reachable from the hub.");
    }

    private Answer call(String step, Call call, RecordedCall.Kind kind) {
        Instant at = Instant.now();
        try {
            Answer answer = remote.call(connection, system, call);
            note(step, kind, at, answer.status(), () -> call.shown(answer.sent()), answer::shown);
            return answer;
        } catch (RuntimeException e) {
            note(step, kind, at, null, () -> lost(call, e), e::getMessage);
            throw e;
        }
    }

    private void note(String step, RecordedCall.Kind kind, Instant at, Integer status, Supplier<String> request, Supplier<String> response) {
        made.accept(new RecordedCall(connection.id(), subject, step, kind, at, Duration.between(at, Instant.now()).toMillis(), status, request, response));
    }

    private static String lost(Call call, RuntimeException reason) {
        return reason instanceof NoAnswer lost && lost.request() != null ? lost.request() : call.shown();
    }

    private static String shown(List<JsonNode> rows) {
        boolean cut = rows.size() > LONGEST_ROW_LIST;
        return rows.size() + " rows" + (cut ? ", the first " + LONGEST_ROW_LIST + " of them" : "") + "\n\n" + rows.subList(0, cut ? LONGEST_ROW_LIST : rows.size());
    }
}
