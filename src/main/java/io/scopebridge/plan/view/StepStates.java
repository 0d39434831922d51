package io.scopebridge.plan.view;

import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.ContentHash;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state in which the next run of a plan would find each of its steps. */
final class StepStates {

    private final Map<String, LedgerRow> rows;
    private final Map<String, StepState> states = new HashMap<>();

    StepStates(Plan plan, Map<String, LedgerRow> rows) {
        this.rows = rows;
        Map<String, Step> steps = plan.steps().stream().collect(Collectors.toMap(Step::key, Function.identity()));
        new Dependencies(plan.steps()).order().forEach(key -> states.put(key, state(steps.get(key))));
    }

    StepState of(String key) {
        return states.get(key);
    }

    private StepState state(Step step) {
        LedgerRow row = rows.get(step.key());
        StepState own = row == null ? StepState.PLANNED : row.state();
        if (own == StepState.DONE && (step.mode() != Mode.UPDATE || isWritten(step, row, rows))) {
            return own;
        }
        boolean blocked = !own.stopsOthers() && own != StepState.SENDING && step.references().stream().map(states::get).anyMatch(StepState::stopsOthers);
        return blocked ? StepState.BLOCKED : own == StepState.DONE ? StepState.PLANNED : own;
    }

    /** Whether an update has nothing to write. A step that refers to an object that does not exist yet certainly has. */
    static boolean isWritten(Step step, LedgerRow row, Map<String, LedgerRow> rows) {
        boolean known = step.call().references().stream().allMatch(key -> rows.containsKey(key) && rows.get(key).remoteId() != null);
        return known && ContentHash.of(References.body(step.call().body(), key -> rows.get(key).remoteId(), step.call().textIds())).equals(row.contentHash());
    }
}
