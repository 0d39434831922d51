package io.scopebridge.plan.execution;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports the progress of a run a few times a second: what was reached is reported soon, even if nothing more is reached. */
final class ProgressPace {

    private static final long PAUSE = Duration.ofMillis(300).toNanos();

    private final PlanProgress progress;
    private final int total;
    private final ScheduledExecutorService pool;
    private final Consumer<RuntimeException> failed;
    private long last = System.nanoTime() - PAUSE;
    private int reached;
    private int reported = -1;
    private boolean scheduled;

    /** @param failed notified if a report that nobody waits for fails */
    ProgressPace(PlanProgress progress, int total, ScheduledExecutorService pool, Consumer<RuntimeException> failed) {
        this.progress = progress;
        this.total = total;
        this.pool = pool;
        this.failed = failed;
    }

    synchronized void reached(int done) {
        reached = Math.max(reached, done);
        long since = System.nanoTime() - last;
        if (since >= PAUSE) {
            report();
        } else if (!scheduled && reached > reported) {
            scheduled = true;
            pool.schedule(this::reportLater, PAUSE - since, TimeUnit.NANOSECONDS);
        }
    }

    synchronized void last(int done) {
        reached = done;
        report();
    }

    private synchronized void reportLater() {
        scheduled = false;
        try {
            report();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    private void report() {
        if (reached != reported) {
            last = System.nanoTime();
            reported = reached;
            progress.progress(reached, total);
        }
    }
}
