package io.scopebridge.plan.preview;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReports;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.ContentHash;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.Findings;
import io.scopebridge.plan.lookup.Listings;
import io.scopebridge.plan.lookup.LookUps;
import io.scopebridge.plan.lookup.StepDecision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides and reads like a run, but writes nothing. */
final class DryRun {

    private final long began = System.nanoTime();
    private final Plan plan;
    private final Map<String, LedgerRow> rows;
    private final IdClaims remoteIds;
    private final OwnCreations own;
    private final Listings listings;
    private final LookUps lookUps;
    private final Map<String, StepReports.Done> seen = new HashMap<>();
    private final Set<Find> laterLookUps = new HashSet<>();

    DryRun(Plan plan, List<LedgerRow> ledger, Map<String, String> sentMatches, PlanCalls calls) {
        this.plan = plan;
        this.rows = ledger.stream().collect(Collectors.toMap(LedgerRow::key, row -> row));
        this.remoteIds = new IdClaims(ledger);
        this.own = new OwnCreations(ledger);
        this.listings = new Listings(calls);
        this.lookUps = new LookUps(listings, remoteIds, plan.steps(), sentMatches);
        for (int position = 0; position < plan.steps().size(); position++) {
            Step step = plan.steps().get(position);
            rows.putIfAbsent(step.key(), LedgerRow.planned(calls.connection().id(), plan, step, position));
        }
        see();
    }

    StepReports.Done of(String key) {
        return seen.get(key);
    }

    int writes() {
        return (int) seen.values().stream().filter(one -> one.what().writes()).count();
    }

    /** Listings made just now, which a run repeats, and those that must wait for objects that the run creates. */
    int lookUps() {
        return listings.asked() + (int) laterLookUps.stream().filter(find -> !wasAsked(find)).count();
    }

    private boolean wasAsked(Find find) {
        return find.references().stream().allMatch(key -> remoteIds.of(key) != null) && listings.wasAsked(find.with(remoteIds::of), find.rows());
    }

    /** Steps that an earlier run left open come before their twins, as in a run. */
    private void see() {
        Map<String, Step> steps = plan.steps().stream().collect(Collectors.toMap(Step::key, step -> step));
        List<Step> openFirst = new ArrayList<>(plan.steps().stream().filter(step -> rows.get(step.key()).isOpen()).toList());
        plan.steps().stream().filter(step -> !rows.get(step.key()).isOpen()).forEach(openFirst::add);
        new Dependencies(openFirst).order().forEach(key -> seen.put(key, see(steps.get(key))));
    }

    private StepReports.Done see(Step step) {
        LedgerRow row = rows.get(step.key());
        String stopper = step.references().stream().filter(key -> !seen.get(key).what().done()).findFirst().orElse(null);
        if (stopper != null && !StepDecision.isDone(step, row)) {
            return new StepReports.Done(StepAction.BLOCKED, "Waits for '" + rows.get(stopper).title() + "'.", row.remoteId());
        }
        StepDecision decision = StepDecision.first(step, row, own, () -> isWritten(step, row));
        boolean looked = decision.what() == StepAction.LOOK_UP;
        try {
            decision = looked ? StepDecision.after(step, row, findings(step, row), row.isOpen()) : decision;
        } catch (RemoteFailure e) {
            Failure why = e.failure();
            if (why.type().passes() || why.type().stopsThePlan()) {
                throw e;
            }
            return new StepReports.Done(StepAction.UNDECIDED, "Could not be looked up: " + why.cause(), row.remoteId());
        }
        if (decision.what() == StepAction.CREATE) {
            own.expect(step);
        }
        return new StepReports.Done(decision.what(), reason(decision, row, looked), remoteIds.of(step.key()));
    }

    private Findings findings(Step step, LedgerRow row) {
        if (idsKnown(step)) {
            return lookUps.find(step, row.remoteId(), row.isOpen(), began);
        }
        laterLookUps.add(step.find().question());
        return row.remoteId() == null ? Findings.NONE : new Findings(List.of(row.remoteId()), false, List.of(), null);
    }

    private static String reason(StepDecision decision, LedgerRow row, boolean looked) {
        boolean foundNow = looked && decision.remoteId() != null && !decision.remoteId().equals(row.remoteId());
        return switch (decision.what()) {
            case UNDECIDED -> decision.why().cause();
            case REUSE -> "Found in the system.";
            case CREATE, UPDATE -> foundNow ? "Found in the system." : row.state() == StepState.REJECTED ? "Was rejected before: " + row.cause() : null;
            default -> null;
        };
    }

    private boolean isWritten(Step step, LedgerRow row) {
        return idsKnown(step) && ContentHash.of(References.body(step.call().body(), remoteIds::of, step.call().textIds())).equals(row.contentHash());
    }

    private boolean idsKnown(Step step) {
        return step.idsNeeded().stream().allMatch(key -> remoteIds.of(key) != null);
    }
}
