package io.scopebridge.plan.lookup;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.RemoteId;
import io.scopebridge.remote.Answer;
import io.scopebridge.remote.Call;
import io.scopebridge.remote.Diagnoses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriUtils;

/** Whether a record named by a person exists and could have been created by the step. Read only. */
public final class RecordCheck {

    private final PlanCalls calls;
    private final Diagnoses diagnoses;
    private final UnaryOperator<String> remoteIds;

    public RecordCheck(PlanCalls calls, Diagnoses diagnoses, UnaryOperator<String> remoteIds) {
        this.calls = calls;
        this.diagnoses = diagnoses;
        this.remoteIds = remoteIds;
    }

    /**
     * The error, in a sentence. Also empty if the step creates no record that could be read.
     *
     * @throws RemoteFailure if the system does not allow it to be read
     */
    public Optional<String> wrong(Step step, String remoteId) {
        if (step.idsNeeded().stream().anyMatch(key -> remoteIds.apply(key) == null)) {
            return Optional.of("The parent of this step does not exist yet.");
        }
        Optional<String> missing = step.find() == null ? Optional.empty() : among(step, remoteId);
        boolean decided = step.find() != null && (missing.isEmpty() || !step.find().references().isEmpty());
        return decided ? missing : step.mode() == Mode.ONCE || !step.call().method().equals("POST") ? Optional.empty() : alone(step, remoteId);
    }

    /** Records listed by the step's own lookup have the right parent. */
    private Optional<String> among(Step step, String remoteId) {
        Call call = step.find().with(remoteIds);
        List<JsonNode> rows = calls.list(step.key(), call, step.find().rows());
        boolean there = rows.stream().anyMatch(row -> remoteId.equals(RemoteId.at(row, step.find().id())));
        return there ? Optional.empty() : Optional.of("There is no record " + remoteId + " below " + step.endpoint() + " of the records of this plan; "
                + call.method() + " " + call.path() + " lists " + rows.size() + " others.");
    }

    private Optional<String> alone(Step step, String remoteId) {
        Call call = Call.get(path(step, UriUtils.encode(remoteId, StandardCharsets.UTF_8)), null);
        Answer answer = calls.read(step.key(), call);
        Failure failure = diagnoses.of(calls.connection(), calls.system(), call, answer).orElse(null);
        if (answer.status() != 404 && failure != null && failure.type() != FailureClass.MISSING_REFERENCE) {
            throw new RemoteFailure(failure);
        }
        boolean there = failure == null && answer.json() != null && isOf(answer.json(), step, remoteId);
        return there ? Optional.empty() : Optional.of("There is no record " + remoteId + " at " + call.path() + ".");
    }

    private String path(Step step, String remoteId) {
        boolean bySelf = step.update() != null && step.update().path().contains("${" + Step.SELF + "}");
        return bySelf ? References.text(step.update().path(), key -> key.equals(Step.SELF) ? remoteId : remoteIds.apply(key))
                : References.text(step.call().path(), remoteIds) + "/" + remoteId;
    }

    /** The record itself, or wrapped in one object. */
    private static boolean isOf(JsonNode answer, Step step, String remoteId) {
        if (holds(answer, step, remoteId)) {
            return true;
        }
        for (JsonNode part : answer) {
            if (holds(part, step, remoteId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(JsonNode record, Step step, String remoteId) {
        return remoteId.equals(RemoteId.at(record, step.find() == null ? step.call().id() : step.find().id()));
    }
}
