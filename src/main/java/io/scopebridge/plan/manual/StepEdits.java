package io.scopebridge.plan.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.web.InvalidInput;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Validates edited request bodies before a run. */
@Component
public class StepEdits {

    private final PlanArchive archive;

    StepEdits(PlanArchive archive) {
        this.archive = archive;
    }

    /**
     * The body that the step has in the plan that the job ran last; empty if there is no such plan.
     *
     * @throws InvalidInput with what must not be edited, such as {@code body.phase.id}
     */
    public Optional<JsonNode> former(long job, StepEdit edit) {
        return archive.ofJob(job).map(plan -> {
            EditedStep.in(plan.made(), edit);
            return EditedStep.body(plan.made(), edit.step());
        });
    }
}
