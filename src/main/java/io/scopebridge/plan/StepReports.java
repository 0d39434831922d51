package io.scopebridge.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The steps of a plan in order, each with its result and its warnings. */
public final class StepReports {

    /** @param remoteId or null */
    public record Done(StepAction what, String reason, String remoteId) {
    }

    private StepReports() {
    }

    /** @param done by the key of the step */
    public static List<StepReport> of(Plan plan, Function<String, Done> done) {
        Map<String, List<String>> warnings = warnings(plan);
        StepTree tree = new StepTree(plan);
        return plan.steps().stream().map(step -> {
            Done one = done.apply(step.key());
            return new StepReport(step.key(), step.title(), tree.parentOf(step.key()), one.what(), one.reason(), one.remoteId(), null,
                    warnings.getOrDefault(step.key(), List.of()));
        }).toList();
    }

    /** The warnings for each step; those without a step under null. */
    public static Map<String, List<String>> warnings(Plan plan) {
        Map<String, List<String>> warnings = new HashMap<>();
        plan.warnings().forEach(warning -> warnings.computeIfAbsent(warning.step(), any -> new ArrayList<>()).add(warning.text()));
        return warnings;
    }
}
