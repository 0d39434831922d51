package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.archive.KeptPlans;
import io.scopebridge.web.InvalidInput;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Judges what people want steps to send, before a run does so. */
@Component
public class StepEdits {

    private final KeptPlans kept;

    StepEdits(KeptPlans kept) {
        this.kept = kept;
    }

    /**
     * The body that the step has in the plan that the job left behind; empty when there is no such plan.
     *
     * @throws InvalidInput naming what may not be edited, such as {@code body.phase.id}
     */
    public Optional<JsonNode> former(long job, StepEdit edit) {
        return kept.of(job).map(plan -> {
            EditedStep.in(plan, edit);
            return EditedStep.body(plan, edit.step());
        });
    }
}
