package io.scopebridge.plan.manual;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.ledger.MadeRows;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A person has records created again that somebody deleted. Nothing is sent here. */
@Component
public class Recreations {

    private final MadeRows made;
    private final PlanArchive archive;

    Recreations(MadeRows made, PlanArchive archive) {
        this.made = made;
        this.archive = archive;
    }

    /**
     * Lets the next run of the plan look for these records and create those that are absent; updates are written again anyway.
     *
     * @param remoteIds by step, as last known; a step that has another one by now is not changed
     * @return the work that runs the plan; empty if it is no longer stored
     */
    public Optional<LastPlan.Work> allow(String connectionId, String subject, Map<String, String> remoteIds, String by) {
        Optional<LastPlan> plan = archive.last(connectionId, subject).filter(last -> last.work().flow() != null);
        plan.ifPresent(last -> remoteIds.forEach((key, id) -> made.lost(connectionId, subject, key, id, Failure.of(FailureClass.MISSING_REFERENCE,
            "The record " + id + " was deleted; " + by + " has it created again.", "No action needed: the plan is run again, and looks for it first."))));
        return plan.map(LastPlan::work);
    }
}
