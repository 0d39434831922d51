package io.scopebridge.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The dependencies between steps, from references and {@code after}. */
public final class Dependencies {

    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, List<String>> dependants = new HashMap<>();
    private final List<String> keys;

    public Dependencies(List<Step> steps) {
        keys = steps.stream().map(Step::key).toList();
        for (Step step : steps) {
            Set<String> needed = step.references();
            needs.put(step.key(), needed);
            needed.forEach(key -> dependants.computeIfAbsent(key, any -> new ArrayList<>()).add(step.key()));
        }
    }

    public Set<String> needsOf(String key) {
        return needs.get(key);
    }

    public List<String> dependantsOf(String key) {
        return dependants.getOrDefault(key, List.of());
    }

    /** The keys, parents before children; without keys of a cycle and their dependents. */
    public List<String> order() {
        Map<String, Integer> open = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        for (String key : keys) {
            open.put(key, needs.get(key).size());
            if (needs.get(key).isEmpty()) {
                ready.add(key);
            }
        }
        List<String> order = new ArrayList<>(keys.size());
        while (!ready.isEmpty()) {
            String key = ready.poll();
            order.add(key);
            for (String dependant : dependantsOf(key)) {
                if (open.merge(dependant, -1, Integer::sum) == 0) {
                    ready.add(dependant);
                }
            }
        }
        return order;
    }

    /** The keys of one cycle, the first repeated at the end; empty if there is none. */
    List<String> cycle() {
        Set<String> left = new LinkedHashSet<>(keys);
        order().forEach(left::remove);
        if (left.isEmpty()) {
            return List.of();
        }
        List<String> way = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String key = left.iterator().next();
        while (seen.add(key)) {
            way.add(key);
            key = needs.get(key).stream().filter(left::contains).findFirst().orElseThrow();
        }
        way.add(key);
        return way.subList(way.indexOf(key), way.size());
    }
}
