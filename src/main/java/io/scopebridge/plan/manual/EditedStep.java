package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.PlanReader;
import io.scopebridge.plan.Step;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stored plan with an edited body for one of its steps. The record remains identifiable, or the edit is rejected. */
public final class EditedStep {

    private EditedStep() {
    }

    /**
     * The body that the step sends.
     *
     * @throws InvalidInput if the step cannot be edited
     */
    static JsonNode body(JsonNode plan, String key) {
        return step(PlanReader.read(plan), key).call().body();
    }

    /**
     * The plan with the edited body and the matching lookup.
     *
     * @throws InvalidInput with each invalid place
     */
    public static JsonNode in(JsonNode plan, StepEdit edit) {
        Plan before = PlanReader.read(plan);
        Step step = step(before, edit.step());
        if (!edit.body().isObject()) throw new InvalidInput("body", "must be an object, as in the request body of the step");
        List<Step> others = before.steps().stream().filter(other -> other != step).toList();
        EditedBody edited = new EditedBody(step, edit.body());
        List<FieldError> errors = edited.errors(others);
        if (!errors.isEmpty()) throw new InvalidInput(errors);

        JsonNode after = plan.deepCopy();
        ObjectNode json = (ObjectNode) after.path("steps").get(before.steps().indexOf(step));
        ((ObjectNode) json.path("call")).set("body", edit.body());
        if (step.find() != null) {
            put(json, "match", edited.compared(step.find().match()));
            put(json, "holds", edited.compared(step.find().holds()));
        }
        noNewTwin(step, step(read(after), edit.step()), others);
        return after;
    }

    private static void put(ObjectNode step, String name, Map<String, JsonNode> values) {
        if (!values.isEmpty()) ((ObjectNode) step.path("find").path(name)).setAll(values);
    }

    private static Step step(Plan plan, String key) {
        Step step = plan.steps().stream().filter(one -> one.key().equals(key)).findFirst()
            .orElseThrow(() -> new InvalidInput("body", "cannot be edited: the stored plan has no step '" + key + "'"));
        if (step.update() != null) throw new InvalidInput("body", "cannot be edited: the state of the system decides which of two calls the step makes; edit the mapping");
        if (step.call().body() == null || !step.call().body().isObject()) throw new InvalidInput("body", "cannot be edited: the step sends no object; edit the mapping");
        return step;
    }

    private static Plan read(JsonNode plan) {
        try {
            return PlanReader.read(plan);
        } catch (RemoteFailure e) {
            throw new InvalidInput("body", "results in an invalid plan: " + e.failure().cause());
        }
    }

    /** After a lost response the two could not be distinguished. */
    private static void noNewTwin(Step before, Step after, List<Step> others) {
        if (after.find() == null || after.find().equals(before.find())) return;
        List<FieldError> errors = new ArrayList<>();
        others.stream().filter(other -> other.find() != null && other.find().unmarked().equals(after.find().unmarked())).findFirst().ifPresent(twin ->
            after.find().match().forEach((pointer, value) -> {
                if (!value.equals(before.find().match().get(pointer))) errors.add(new FieldError(JsonPaths.named(pointer), "is that of '" + twin.title() + "': the two could not be distinguished"));
            }));
        if (!errors.isEmpty()) throw new InvalidInput(errors);
    }
}
