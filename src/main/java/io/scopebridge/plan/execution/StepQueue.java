package io.scopebridge.plan.execution;

import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.Lanes;
import io.scopebridge.plan.StepAction;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The steps that can run now: parents before children, one step per lane, never more than {@code parallel} at a time. */
final class StepQueue {

    private record Item(StepRun step, long at, long order) {
    }

    /** Until it is asked again whether the run was cancelled. */
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Comparator<Item> SOONEST = (a, b) -> a.at != b.at ? Long.compare(a.at - b.at, 0) : Long.compare(a.order, b.order);

    private final Dependencies dependencies;
    private final Lanes lanes;
    private final Map<String, StepRun> steps;
    private final int parallel;
    private final BooleanSupplier cancelled;
    private final Map<String, Integer> openNeeds = new HashMap<>();
    private final PriorityQueue<Item> due = new PriorityQueue<>(SOONEST);
    private final Set<Object> busy = new HashSet<>();
    private final Map<Object, Deque<StepRun>> queues = new HashMap<>();
    private long order;
    private int running;
    private int finished;
    private Throwable stop;

    /** @param steps in the order of the plan; those with an outcome count as finished */
    StepQueue(Map<String, StepRun> steps, Dependencies dependencies, int parallel, BooleanSupplier cancelled) {
        this.steps = steps;
        this.cancelled = cancelled;
        this.dependencies = dependencies;
        this.lanes = new Lanes(steps.values().stream().map(StepRun::step).toList());
        this.parallel = parallel;
        for (StepRun step : steps.values()) {
            finished += step.what() == null ? 0 : 1;
            openNeeds.put(step.step().key(), (int) dependencies.needsOf(step.step().key()).stream().filter(key -> steps.get(key).what() == null).count());
        }
        List<StepRun> ready = steps.values().stream().filter(step -> step.what() == null && openNeeds.get(step.step().key()) == 0).toList();
        ready.stream().filter(StepRun::openAtStart).forEach(this::ready);
        ready.stream().filter(step -> !step.openAtStart()).forEach(this::ready);
    }

    /**
     * The next step to run, or null if there is none for the caller.
     *
     * @param wait true: null means that the run has ended and nothing is in flight
     */
    synchronized StepRun take(boolean wait) throws InterruptedException {
        while (true) {
            boolean over = stop != null || due.isEmpty() && running == 0;
            long now = System.nanoTime();
            Item next = over || running >= parallel ? null : next(now);
            if (next != null) {
                due.remove(next);
                running++;
                return next.step;
            }
            if (!wait || over && running == 0) {
                return null;
            }
            if (!over && running < parallel && !due.isEmpty()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(LONGEST_WAIT, Math.max(1_000_000, due.peek().at - now)));
            } else {
                wait();
            }
        }
    }

    /** Null if none is due. Of a cancelled run only what waits for the outcome of a call waits for its time. */
    private Item next(long now) {
        Item soonest = due.peek();
        if (soonest != null && soonest.at - now <= 0) {
            return soonest;
        }
        return !cancelled.getAsBoolean() ? null : due.stream().filter(item -> !item.step.isOpen()).findFirst().orElse(null);
    }

    synchronized void again(StepRun step, long afterNanos) {
        running--;
        due.add(new Item(step, System.nanoTime() + afterNanos, order++));
        notifyAll();
    }

    synchronized void finished(StepRun step) {
        running--;
        finished++;
        release(lanes.of(step.step().key()));
        for (String key : dependencies.dependantsOf(step.step().key())) {
            if (!step.what().done()) {
                block(key, step.what());
            } else if (openNeeds.merge(key, -1, Integer::sum) == 0 && steps.get(key).what() == null) {
                ready(steps.get(key));
            }
        }
        notifyAll();
    }

    /** The step was interrupted by the reason that ends the run. The first reason counts. */
    synchronized void stopped(Throwable reason) {
        running--;
        stop(reason);
    }

    synchronized void stop(Throwable reason) {
        stop = stop == null ? reason : stop;
        notifyAll();
    }

    synchronized Throwable stop() {
        return stop;
    }

    /** The number of additional threads that would find work. */
    synchronized int openings() {
        if (stop != null) {
            return 0;
        }
        long now = System.nanoTime();
        int room = parallel - running;
        return room <= 0 ? 0 : (int) due.stream().filter(item -> item.at - now <= 0).limit(room).count();
    }

    synchronized int finishedSteps() {
        return finished;
    }

    private void ready(StepRun step) {
        Object lane = lanes.of(step.step().key());
        if (lane == null || busy.add(lane)) {
            due.add(new Item(step, System.nanoTime(), order++));
        } else {
            queues.computeIfAbsent(lane, any -> new ArrayDeque<>()).add(step);
        }
    }

    private void release(Object lane) {
        Deque<StepRun> waiting = lane == null ? null : queues.get(lane);
        if (waiting != null && !waiting.isEmpty()) {
            due.add(new Item(waiting.poll(), System.nanoTime(), order++));
        } else if (lane != null) {
            busy.remove(lane);
        }
    }

    private void block(String child, StepAction why) {
        Deque<String> open = new ArrayDeque<>(List.of(child));
        while (!open.isEmpty()) {
            StepRun step = steps.get(open.poll());
            if (step.what() == null) {
                step.waitsFor(why);
                finished++;
                open.addAll(dependencies.dependantsOf(step.step().key()));
            }
        }
    }
}
