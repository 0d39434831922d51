package io.scopebridge.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The parent of each step: of the steps that its call refers to, the one that is deepest itself. */
public final class StepTree {

    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    public StepTree(Plan plan) {
        Map<String, Set<String>> references = new HashMap<>();
        plan.steps().forEach(step -> references.put(step.key(), step.call().references()));
        for (String key : new Dependencies(plan.steps()).order()) {
            String parent = references.get(key).stream().max(Comparator.comparing((String one) -> depths.get(one)).thenComparing(Comparator.reverseOrder())).orElse(null);
            parents.put(key, parent);
            depths.put(key, parent == null ? 0 : depths.get(parent) + 1);
        }
    }

    public String parentOf(String key) {
        return parents.get(key);
    }
}
