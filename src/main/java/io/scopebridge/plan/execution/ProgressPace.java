package io.scopebridge.plan.execution;

import java.time.Duration;

/** Reports the progress of a run, a few times a second. */
final class ProgressPace {

    private static final long PAUSE = Duration.ofMillis(300).toNanos();

    private final PlanProgress progress;
    private final int total;
    private long last = System.nanoTime() - PAUSE;
    private int told = -1;

    ProgressPace(PlanProgress progress, int total) {
        this.progress = progress;
        this.total = total;
    }

    synchronized void reached(int done) {
        if (System.nanoTime() - last >= PAUSE && done > told) {
            tell(done);
        }
    }

    synchronized void last(int done) {
        if (done != told) {
            tell(done);
        }
    }

    private void tell(int done) {
        last = System.nanoTime();
        told = done;
        progress.progress(done, total);
    }
}
