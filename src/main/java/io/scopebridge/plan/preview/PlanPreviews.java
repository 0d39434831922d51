package io.scopebridge.plan.preview;

import io.scopebridge.connection.Connection;
import io.scopebridge.governor.Governor;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.StepReports;
import io.scopebridge.plan.journal.CallJournal;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.remote.RemoteSystems;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Previews plans. */
@Component
public class PlanPreviews {

    private final Ledger ledger;
    private final RemoteSystems remote;
    private final Governor governor;
    private final CallJournal journal;

    PlanPreviews(Ledger ledger, RemoteSystems remote, Governor governor, CallJournal journal) {
        this.ledger = ledger;
        this.remote = remote;
        this.governor = governor;
        this.journal = journal;
    }

    /**
     * Compares the plan with the ledger and, where a run would look something up, with the system. Writes to neither.
     *
     * @throws io.scopebridge.failure.RemoteFailure if the system cannot be read
     */
    public PlanPreview of(Connection connection, Plan plan) {
        PlanCalls calls = new PlanCalls(remote, connection, plan.system(), plan.subject(), journal::note);
        DryRun dryRun = new DryRun(plan, ledger.rows(connection.id(), plan.subject()), ledger.sentMatches(connection.id(), plan.subject()), calls);
        List<StepReport> steps = StepReports.of(plan, dryRun::of);
        Map<StepAction, Integer> totals = new EnumMap<>(StepAction.class);
        steps.forEach(step -> totals.merge(step.action(), 1, Integer::sum));
        CostEstimate estimate = CostEstimate.of(dryRun.writes(), dryRun.lookUps(), governor.figures(connection.id(), plan.system()));
        return new PlanPreview(steps, totals, estimate, plan.warnings().stream().filter(warning -> dryRun.of(warning.step()) == null).toList());
    }

    /** Whether a push of the subject has created or found something since then. */
    public boolean changedSince(String connectionId, String subject, Instant then) {
        return ledger.rows(connectionId, subject).stream().filter(row -> row.state() != StepState.PLANNED && row.state() != StepState.REJECTED)
            .anyMatch(row -> row.updatedAt() != null && row.updatedAt().isAfter(then));
    }
}
