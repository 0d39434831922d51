package io.scopebridge.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which steps of a plan must not be in flight together: twins, which no lookup can distinguish, and siblings whose order of creation
 * is their order in the system. A step with reasons of both kinds joins the lanes of both.
 */
public final class Lanes {

    private record Siblings(String endpoint, Set<String> parents) {
    }

    private final Map<String, Object> first = new HashMap<>();
    private final Map<Object, Object> joined = new HashMap<>();

    public Lanes(List<Step> steps) {
        for (Step step : steps) {
            if (step.inOrder()) {
                enter(step, new Siblings(step.endpoint(), step.call().references()));
            }
            if (step.find() != null) {
                enter(step, step.find().unmarked().bare());
            }
        }
    }

    /** The lane of a step: one step at a time may hold it. Null if the step may run in parallel with any other. */
    public Object of(String key) {
        Object lane = first.get(key);
        return lane == null ? null : root(lane);
    }

    private void enter(Step step, Object lane) {
        Object one = root(lane);
        Object other = root(first.computeIfAbsent(step.key(), any -> lane));
        if (!one.equals(other)) {
            joined.put(one, other);
        }
    }

    private Object root(Object lane) {
        Object at = lane;
        for (Object next = joined.get(at); next != null; next = joined.get(at)) {
            at = next;
        }
        return at;
    }
}
