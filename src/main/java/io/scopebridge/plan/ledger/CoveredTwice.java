package io.scopebridge.plan.ledger;

import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A step of a plan that would create what a step of another plan already contains.
 *
 * @param step     the key of the step to be created
 * @param existing the key of the step whose object may exist
 */
public record CoveredTwice(String step, String existing) {

    /**
     * The first one in a plan.
     *
     * @param only    the steps that are to run, with those that refer to them; empty: all
     * @param earlier all steps of the plan's subject that were ever planned
     */
    public static Optional<CoveredTwice> first(Plan plan, Set<String> only, List<EarlierStep> earlier) {
        Map<String, Step> steps = plan.steps().stream().collect(Collectors.toMap(Step::key, Function.identity()));
        Map<String, Set<String>> existing = new HashMap<>();
        for (EarlierStep row : earlier) if (row.mayExist()) existing.put(row.key(), parts(row, steps.get(row.key())));
        Map<String, List<String>> byPart = new HashMap<>();
        existing.forEach((key, parts) -> parts.forEach(part -> byPart.computeIfAbsent(part, none -> new ArrayList<>()).add(key)));
        Set<String> selected = selected(plan, only);
        return plan.steps().stream().filter(step -> selected.contains(step.key()) && !existing.containsKey(step.key()))
            .map(step -> twice(step, existing, byPart)).filter(Objects::nonNull).findFirst();
    }

    private static Set<String> selected(Plan plan, Set<String> only) {
        Dependencies dependencies = new Dependencies(plan.steps());
        Set<String> selected = new HashSet<>();
        for (String key : dependencies.order()) {
            if (only.isEmpty() || only.contains(key) || dependencies.needsOf(key).stream().anyMatch(selected::contains)) selected.add(key);
        }
        return selected;
    }

    private static CoveredTwice twice(Step step, Map<String, Set<String>> existing, Map<String, List<String>> byPart) {
        Set<String> parts = parts(step.key(), step.covers());
        return parts.stream().flatMap(part -> byPart.getOrDefault(part, List.of()).stream()).filter(key -> !existing.get(key).equals(parts)).sorted().findFirst()
            .map(key -> new CoveredTwice(step.key(), key)).orElse(null);
    }

    /** Where it was not recorded, what the plan says of the same step is recorded as soon as the plan runs. */
    private static Set<String> parts(EarlierStep row, Step same) {
        return parts(row.key(), row.covers() == null && same != null ? same.covers() : row.covers());
    }

    private static Set<String> parts(String key, List<String> covers) {
        return covers == null ? Set.of(key) : Set.copyOf(covers);
    }
}
