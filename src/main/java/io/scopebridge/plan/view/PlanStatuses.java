package io.scopebridge.plan.view;

import io.scopebridge.plan.Links;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepReports;
import io.scopebridge.plan.StepTree;
import io.scopebridge.plan.archive.LastPlan;
import io.scopebridge.plan.archive.PlanArchive;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.manual.ManualResolutions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Combines plan, ledger and people's decisions about a subject. Reads only. */
@Component
public class PlanStatuses {

    private final Ledger ledger;
    private final PlanArchive archive;
    private final ManualResolutions resolutions;

    PlanStatuses(Ledger ledger, PlanArchive archive, ManualResolutions resolutions) {
        this.ledger = ledger;
        this.archive = archive;
        this.resolutions = resolutions;
    }

    /** Without steps if no plan ever ran. */
    public PlanStatus of(String connectionId, String subject) {
        LastPlan last = archive.last(connectionId, subject).orElseGet(() -> LastPlan.none(subject));
        List<StepStatus> steps = steps(last.plan(), last.links(), ledger.rows(connectionId, subject), resolutions.of(connectionId, subject));
        Map<StepState, Integer> counts = new EnumMap<>(StepState.class);
        steps.forEach(step -> counts.merge(step.state(), 1, Integer::sum));
        Set<String> keys = last.plan().steps().stream().map(Step::key).collect(Collectors.toSet());
        return new PlanStatus(last.work().flow(), last.at(), steps.stream().map(StepStatus::link).filter(Objects::nonNull).findFirst().orElse(null), counts, steps,
                last.plan().warnings().stream().filter(warning -> warning.step() == null || !keys.contains(warning.step())).toList());
    }

    /**
     * Those of the plan in order, then those only in the ledger.
     *
     * @param ledger  all rows of its subject
     * @param resolved by step
     */
    public static List<StepStatus> steps(Plan plan, Links links, List<LedgerRow> ledger, Map<String, ManualResolutions.Resolved> resolved) {
        Map<String, LedgerRow> rows = ledger.stream().collect(Collectors.toMap(LedgerRow::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        StepStates states = new StepStates(plan, rows);
        Map<String, List<String>> warnings = StepReports.warnings(plan);
        StepTree tree = new StepTree(plan);
        List<StepStatus> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            LedgerRow row = rows.get(step.key());
            String link = links.of(step, key -> rows.containsKey(key) ? rows.get(key).remoteId() : null);
            steps.add(new StepStatus(step.key(), step.title(), step.mode(), states.of(step.key()), true, row == null ? null : row.remoteId(),
                    row == null ? null : row.origin(), row == null ? null : row.cause(), row == null ? null : row.remedy(),
                    tree.parentOf(step.key()), link, warnings.getOrDefault(step.key(), List.of()), resolved.get(step.key())));
        }
        rows.values().stream().filter(row -> states.of(row.key()) == null).forEach(row -> steps.add(new StepStatus(row.key(), row.title(), row.mode(), row.state(),
                false, row.remoteId(), row.origin(), row.cause(), row.remedy(), null, null, warnings.getOrDefault(row.key(), List.of()), resolved.get(row.key()))));
        return steps;
    }
}
