package io.scopebridge.plan.view;

import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.StepTree;
import io.scopebridge.plan.archive.CarriedPlan;
import io.scopebridge.plan.archive.CarriedPlans;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.manual.ManualResolutions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what plan, ledger and people say of a subject. */
@Component
public class SubjectViews {

    private final Ledger ledger;
    private final CarriedPlans carried;
    private final ManualResolutions settlements;

    SubjectViews(Ledger ledger, CarriedPlans carried, ManualResolutions settlements) {
        this.ledger = ledger;
        this.carried = carried;
        this.settlements = settlements;
    }

    /** Without steps when nothing was ever carried out. */
    public SubjectView of(String connectionId, String subject) {
        CarriedPlan last = carried.find(connectionId, subject).orElseGet(() -> CarriedPlan.none(subject));
        List<StepDetail> steps = steps(connectionId, last);
        Map<StepView, Integer> counts = new EnumMap<>(StepView.class);
        steps.forEach(step -> counts.merge(step.status().state(), 1, Integer::sum));
        Set<String> keys = last.plan().steps().stream().map(Step::key).collect(Collectors.toCollection(HashSet::new));
        return new SubjectView(last.flow(), last.at(), steps.stream().map(StepDetail::link).filter(Objects::nonNull).findFirst().orElse(null), counts, steps,
                last.plan().warnings().stream().filter(warning -> !keys.contains(warning.step())).toList());
    }

    private List<StepDetail> steps(String connectionId, CarriedPlan last) {
        Plan plan = last.plan();
        PlanState state = PlanState.of(connectionId, plan, ledger);
        Map<String, String> remoteIds = new HashMap<>();
        state.steps().forEach(step -> remoteIds.put(step.key(), step.remoteId()));
        Map<String, String> links = new HashMap<>();
        plan.steps().forEach(step -> links.put(step.key(), last.links().of(step, remoteIds::get)));
        Map<String, List<String>> warnings = new HashMap<>();
        plan.warnings().forEach(warning -> warnings.computeIfAbsent(warning.step(), any -> new ArrayList<>()).add(warning.text()));
        Map<String, ManualResolutions.Settlement> settled = settlements.of(connectionId, plan.subject());
        StepTree tree = new StepTree(plan);
        return state.steps().stream().map(step -> new StepDetail(step, tree.parentOf(step.key()), links.get(step.key()),
                warnings.getOrDefault(step.key(), List.of()), settled.get(step.key()))).toList();
    }
}
