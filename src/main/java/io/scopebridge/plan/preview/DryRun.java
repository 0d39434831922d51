package io.scopebridge.plan.preview;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Find;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.ContentHash;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.FirstMove;
import io.scopebridge.plan.lookup.Listings;
import io.scopebridge.plan.lookup.LookUps;
import io.scopebridge.plan.lookup.UnknownOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through a plan as a run would, and reads where a run would read, but writes nothing. */
final class DryRun {

    private record Seen(PlannedAction what, String reason) {
    }

    private final long began = System.nanoTime();
    private final Plan plan;
    private final Map<String, LedgerRow> rows;
    private final IdClaims remoteIds;
    private final OwnCreations origins;
    private final Listings listings;
    private final LookUps lookUps;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Set<Find> laterLookUps = new HashSet<>();

    DryRun(Plan plan, List<LedgerRow> ledger, Map<String, String> sentMatches, PlanCalls calls) {
        this.plan = plan;
        this.rows = ledger.stream().collect(Collectors.toMap(LedgerRow::key, row -> row));
        this.remoteIds = new IdClaims(ledger);
        this.origins = new OwnCreations(ledger);
        this.listings = new Listings(calls);
        this.lookUps = new LookUps(listings, remoteIds, plan.steps(), sentMatches);
        for (int position = 0; position < plan.steps().size(); position++) {
            Step step = plan.steps().get(position);
            rows.putIfAbsent(step.key(), LedgerRow.planned(calls.connection().id(), plan, step, position));
        }
        see();
    }

    /** Whether the plan has such a step; null is none. */
    boolean knows(String key) {
        return seen.containsKey(key);
    }

    PlannedAction prospectOf(String key) {
        return seen.get(key).what();
    }

    String reasonOf(String key) {
        return seen.get(key).reason();
    }

    String remoteIdOf(String key) {
        return remoteIds.of(key);
    }

    int writes() {
        return (int) seen.values().stream().filter(one -> one.what().writes()).count();
    }

    /** Those that were made just now, which a run makes again, and those that have to wait for what the run creates. */
    int lookUps() {
        return listings.asked() + (int) laterLookUps.stream().filter(find -> !wasAsked(find)).count();
    }

    private boolean wasAsked(Find find) {
        return find.references().stream().allMatch(key -> remoteIds.of(key) != null) && listings.wasAsked(find.with(remoteIds::of), find.rows());
    }

    /** Steps that an earlier run left open go before their twins, as in a run. */
    private void see() {
        Map<String, Step> steps = plan.steps().stream().collect(Collectors.toMap(Step::key, step -> step));
        List<Step> openFirst = new ArrayList<>(plan.steps().stream().filter(step -> rows.get(step.key()).isOpen()).toList());
        plan.steps().stream().filter(step -> !rows.get(step.key()).isOpen()).forEach(openFirst::add);
        new Dependencies(openFirst).order().forEach(key -> seen.put(key, see(steps.get(key))));
    }

    private Seen see(Step step) {
        LedgerRow row = rows.get(step.key());
        if (row.state() == StepState.DONE && step.mode() != Mode.UPDATE) {
            return new Seen(PlannedAction.SKIP, null);
        }
        String stopper = step.references().stream().filter(key -> seen.get(key).what().stopsOthers()).findFirst().orElse(null);
        if (stopper != null) {
            return new Seen(PlannedAction.BLOCKED, "Waits for '" + rows.get(stopper).title() + "'.");
        }
        if (step.idsNeeded().stream().anyMatch(key -> remoteIds.of(key) == null)) {
            return belowSomethingNew(step, row);
        }
        return switch (FirstMove.of(step, row, origins, () -> isWritten(step, row))) {
            case NOTHING -> new Seen(PlannedAction.SKIP, null);
            case WRITE -> write(step, row, row.remoteId());
            case ASK -> new Seen(PlannedAction.UNDECIDED, row.cause() == null ? UnknownOutcome.interrupted(step).cause() : row.cause());
            case LOOK_UP -> lookUp(step, row);
        };
    }

    private Seen belowSomethingNew(Step step, LedgerRow row) {
        if (row.isOpen() && row.remoteId() == null && !step.repeatable() && (step.find() == null || step.mode() == Mode.ONCE)) {
            return new Seen(PlannedAction.UNDECIDED, UnknownOutcome.interrupted(step).cause());
        }
        boolean looked = step.find() != null && step.call().references().stream()
                .anyMatch(key -> seen.get(key).what() != PlannedAction.CREATE && !origins.allCreated(Set.of(key)));
        if (looked) {
            laterLookUps.add(step.find().question());
        }
        return write(step, row, row.remoteId());
    }

    private Seen write(Step step, LedgerRow row, String known) {
        boolean creates = known == null && step.call().method().equals("POST");
        return new Seen(creates ? PlannedAction.CREATE : PlannedAction.UPDATE, row.state() == StepState.REJECTED ? "Was refused before: " + row.cause() : null);
    }

    private Seen lookUp(Step step, LedgerRow row) {
        LookUps.Findings findings;
        try {
            findings = lookUps.find(step, row.remoteId(), began);
        } catch (RemoteFailure e) {
            Failure why = e.failure();
            if (why.type().passes() || why.type().stopsThePlan()) {
                throw e;
            }
            return new Seen(PlannedAction.UNDECIDED, "Could not be looked up: " + why.cause());
        }
        if (findings.unique()) {
            return found(step, row, findings);
        }
        if (!findings.absent()) {
            return new Seen(PlannedAction.UNDECIDED, UnknownOutcome.several(step, findings.remoteIds()).cause());
        }
        return FirstMove.neverAgain(step, row.isOpen()) ? new Seen(PlannedAction.UNDECIDED, UnknownOutcome.interrupted(step).cause()) : write(step, row, null);
    }

    private static Seen found(Step step, LedgerRow row, LookUps.Findings findings) {
        if (step.mode() == Mode.UPDATE && !findings.written()) {
            return new Seen(PlannedAction.UPDATE, row.remoteId() == null ? "Found in the system." : null);
        }
        boolean known = findings.remoteIds().get(0).equals(row.remoteId());
        return known ? new Seen(PlannedAction.SKIP, null) : new Seen(PlannedAction.REUSE, "Found in the system.");
    }

    private boolean isWritten(Step step, LedgerRow row) {
        return ContentHash.of(References.body(step.call().body(), remoteIds::of, step.call().textIds())).equals(row.contentHash());
    }
}
