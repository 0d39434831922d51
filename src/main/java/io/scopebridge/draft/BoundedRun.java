package io.scopebridge.draft;

import io.scopebridge.mapping.MappingThread;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Runs drafts on threads of their own, few at a time, and stops one that loops or fills the memory. */
@Component
class BoundedRun {

    private static final long LOOK_MILLIS = 50;
    private static final long END_MILLIS = 2000;
    private static final int RESERVED = 2;
    private static final double FULL = 0.9;
    private static final double MUCH = 0.25;

    private final Semaphore places;
    /** Of promotions, roll-backs and checks, which do not wait for drafts. */
    private final Semaphore reserved = new Semaphore(RESERVED);
    private final Duration step;

    BoundedRun(@Value("${scopebridge.drafts.at-a-time}") int atATime, @Value("${scopebridge.drafts.run}") Duration step) {
        this.places = new Semaphore(atATime);
        this.step = step;
    }

    /** One step after the other, each within the time limit. */
    static final class Steps {

        private volatile long begun = System.nanoTime();
        private volatile String what;
        private volatile boolean stopped;

        /** @throws DraftStopped if the run was stopped: a step may have taken that for its own failure */
        void next(String name) {
            if (stopped) throw new DraftStopped("it was stopped");
            what = name;
            begun = System.nanoTime();
        }

        private Duration taken() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    /**
     * @throws DraftStopped  if a step takes too long or too much memory
     * @throws TooManyDrafts if as many as are allowed are running
     */
    <T> T run(String first, Function<Steps, T> work) {
        return run(places, first, work);
    }

    /** Like {@link #run}, beside the drafts. */
    <T> T runReserved(String first, Function<Steps, T> work) {
        return run(reserved, first, work);
    }

    private <T> T run(Semaphore places, String first, Function<Steps, T> work) {
        if (!places.tryAcquire()) throw new TooManyDrafts();
        Steps steps = new Steps();
        steps.next(first);
        CompletableFuture<T> result = new CompletableFuture<>();
        MappingThread thread = new MappingThread(() -> {
            T done = null;
            Throwable failure = null;
            try {
                done = work.apply(steps);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            // Before the answer, after which the next draft may come.
            places.release();
            if (failure == null) result.complete(done);
            else result.completeExceptionally(failure);
        }, "mapping-draft");
        thread.start();
        return await(result, thread, steps);
    }

    private <T> T await(CompletableFuture<T> result, MappingThread thread, Steps steps) {
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                String reason = steps.taken().compareTo(step) > 0 ? "it took longer than " + step.toMillis() / 1000.0 + " seconds; it may loop endlessly" : fills(thread) ? "it needs too much memory" : null;
                if (reason != null) throw stopped(result, thread, steps, reason);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof OutOfMemoryError) throw new DraftStopped(steps.what + ": it needs too much memory");
                if (e.getCause() instanceof RuntimeException failure) throw failure;
                throw (Error) e.getCause();
            } catch (InterruptedException e) {
                thread.stopMapping();
                Thread.currentThread().interrupt();
                throw new DraftStopped("the hub is stopping");
            }
        }
    }

    private static DraftStopped stopped(CompletableFuture<?> result, MappingThread thread, Steps steps, String reason) {
        String where = steps.what;
        steps.stopped = true;
        thread.stopMapping();
        try {
            result.get(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Stopped, or within one long operation, after which it stops; until then it keeps its place.
        }
        return new DraftStopped(where + ": " + reason);
    }

    private static boolean fills(Thread thread) {
        Runtime heap = Runtime.getRuntime();
        if (heap.totalMemory() - heap.freeMemory() < FULL * heap.maxMemory()) return false;
        return ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean threads && threads.getThreadAllocatedBytes(thread.getId()) > MUCH * heap.maxMemory();
    }
}
