package io.scopebridge.plan.view;

import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Mode;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.References;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.ledger.ContentHash;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan beside what the ledger holds of it.
 *
 * @param steps those of the plan in its order, then those that an earlier plan had and this one has not
 */
public record PlanState(String subject, List<StepStatus> steps) {

    /** What the next run would find; reads the ledger once and writes nothing. */
    public static PlanState of(String connectionId, Plan plan, Ledger ledger) {
        Map<String, LedgerRow> rows = ledger.rows(connectionId, plan.subject()).stream()
                .collect(Collectors.toMap(LedgerRow::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Map<String, Step> steps = plan.steps().stream().collect(Collectors.toMap(Step::key, Function.identity()));
        Map<String, StepView> views = new HashMap<>();
        for (String key : new Dependencies(plan.steps()).order()) {
            views.put(key, view(steps.get(key), rows, views));
        }
        List<StepStatus> list = new ArrayList<>();
        plan.steps().forEach(step -> list.add(StepStatus.of(step, rows.remove(step.key()), views.get(step.key()))));
        rows.values().forEach(row -> list.add(StepStatus.left(row)));
        return new PlanState(plan.subject(), List.copyOf(list));
    }

    private static StepView view(Step step, Map<String, LedgerRow> rows, Map<String, StepView> views) {
        LedgerRow row = rows.get(step.key());
        StepView own = row == null ? StepView.PLANNED : StepView.valueOf(row.state().name());
        if (own == StepView.DONE && (step.mode() != Mode.UPDATE || isWritten(step, row, rows))) {
            return own;
        }
        boolean blocked = own != StepView.REJECTED && own != StepView.UNKNOWN && own != StepView.SENDING
                && step.references().stream().map(views::get).anyMatch(StepView::stopsOthers);
        return blocked ? StepView.BLOCKED : own == StepView.DONE ? StepView.PLANNED : own;
    }

    /** Whether an update has nothing to write. What refers to an object that is not there yet certainly has. */
    private static boolean isWritten(Step step, LedgerRow row, Map<String, LedgerRow> rows) {
        boolean known = step.call().references().stream().allMatch(key -> rows.containsKey(key) && rows.get(key).remoteId() != null);
        return known && ContentHash.of(References.body(step.call().body(), key -> rows.get(key).remoteId(), step.call().textIds())).equals(row.contentHash());
    }
}
