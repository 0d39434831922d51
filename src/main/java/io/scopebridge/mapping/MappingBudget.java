package io.scopebridge.mapping;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The time that a mapping has for one input. DataSonnet asks it whenever it computes an argument, a local or a list element, which every loop
 * does; a thread cannot be stopped from outside. See {@link LazyValues}.
 */
public final class MappingBudget {

    private static final int STEPS_PER_LOOK = 1_024;
    private static final ThreadLocal<MappingBudget> CURRENT = new ThreadLocal<>();

    private final long ends;
    private int steps;
    private boolean exceeded;

    private MappingBudget(Duration limit) {
        ends = System.nanoTime() + limit.toNanos();
    }

    /** @throws MappingFailed if it takes longer */
    static <T> T within(Duration limit, String mapping, Supplier<T> run) {
        MappingBudget outer = CURRENT.get();
        MappingBudget own = new MappingBudget(limit);
        CURRENT.set(own);
        try {
            return run.get();
        } catch (RuntimeException | StackOverflowError e) {
            if (own.exceeded) throw new MappingFailed(mapping, "it took longer than " + limit.toSeconds() + " seconds (scopebridge.mapping-timeout) and was stopped", e);
            throw e;
        } finally {
            if (outer == null) CURRENT.remove();
            else CURRENT.set(outer);
        }
    }

    /** Whether the mapping of this thread was stopped. */
    static boolean isExceeded() {
        MappingBudget budget = CURRENT.get();
        return budget != null && budget.exceeded;
    }

    /** Called by the changed class of DataSonnet. */
    public static void step() {
        MappingBudget budget = CURRENT.get();
        if (budget != null && (budget.exceeded || ++budget.steps % STEPS_PER_LOOK == 0)) budget.look();
    }

    private void look() {
        exceeded |= System.nanoTime() - ends > 0;
        if (exceeded) throw new IllegalStateException("The time is over.");
    }
}
