package io.scopebridge.plan.execution;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Dependencies;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReports;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.remote.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/**
 * One run of one plan. The calling thread works on it itself; threads of the pool only help. So a run continues, more slowly, if the
 * pool is exhausted.
 */
final class PlanRun {

    private final StepQueue queue;
    private final Map<String, StepRun> steps = new LinkedHashMap<>();
    private final ScheduledExecutorService pool;
    private final ProgressPace progress;
    private final Run run;
    private final Map<String, String> logContext = MDC.getCopyOfContextMap();
    private final Context trace = Context.current();

    PlanRun(Run run, Map<String, LedgerRow> rows, Set<String> selected, ScheduledExecutorService pool, PlanProgress progress) {
        run.plan().steps().forEach(step -> steps.put(step.key(), new StepRun(run, step, rows.get(step.key()))));
        steps.values().stream().filter(step -> !selected.contains(step.step().key())).forEach(StepRun::leave);
        this.queue = new StepQueue(steps, new Dependencies(run.plan().steps()), run.settings().parallel(), run::isCancelled);
        this.pool = pool;
        this.run = run;
        this.progress = new ProgressPace(progress, steps.size(), pool, queue::stop);
    }

    PlanResult carryOut() {
        progress.reached(queue.finishedSteps());
        callHelp();
        try {
            for (StepRun step = next(); step != null; step = next()) {
                work(step);
            }
        } catch (InterruptedException e) {
            queue.stop(new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "The hub is stopping.", "No action needed: the rest runs when the hub starts again."), e));
            drain();
            Thread.currentThread().interrupt();
        }
        progress.last(queue.finishedSteps());
        endIfCancelled(queue.stop());
        rethrow(queue.stop());
        steps.values().stream().filter(step -> step.what() == StepAction.LOOK_UP).findFirst().ifPresent(step -> {
            throw new RemoteFailure(step.failure());
        });
        return result();
    }

    /** Whatever else stopped it: who cancelled it does not expect the rest. Another node decides for itself. */
    private void endIfCancelled(Throwable stop) {
        boolean whole = steps.values().stream().allMatch(step -> step.what() != null && step.what().done());
        if (!whole && run.isCancelled() && !(stop instanceof Error) && !(stop instanceof LeaseLost)) {
            steps.values().forEach(StepRun::cancel);
            throw new PlanCancelled(result());
        }
    }

    /** Until there is one, the remote system or a helper is at work. */
    private StepRun next() throws InterruptedException {
        StepRun ready = queue.take(false);
        if (ready != null) return ready;
        Waiting.begin();
        try {
            return queue.take(true);
        } finally {
            Waiting.end();
        }
    }

    private void drain() {
        while (true) {
            try {
                queue.take(true);
                return;
            } catch (InterruptedException again) {
                // Calls in flight are still awaited: their responses are worth more than a quick stop.
            }
        }
    }

    private void help() {
        if (logContext != null) MDC.setContextMap(logContext);
        try (Scope ours = trace.makeCurrent()) {
            for (StepRun step = queue.take(false); step != null; step = queue.take(false)) {
                work(step);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            MDC.clear();
        }
    }

    private void work(StepRun step) {
        Next next;
        try {
            next = step.advance();
        } catch (Throwable e) {
            queue.stopped(e);
            return;
        }
        try {
            if (next.again() == null) {
                queue.finished(step);
                callHelp();
                progress.reached(queue.finishedSteps());
            } else {
                queue.again(step, next.again().toNanos());
                pool.schedule(this::help, next.again().toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (RuntimeException e) {
            queue.stop(e);
        }
    }

    private void callHelp() {
        for (int i = queue.openings() - 1; i > 0; i--) {
            pool.execute(this::help);
        }
    }

    private static void rethrow(Throwable stop) {
        if (stop instanceof Error error) {
            throw error;
        }
        if (stop != null) {
            throw (RuntimeException) stop;
        }
    }

    private PlanResult result() {
        List<StepFailure> failures = steps.values().stream().filter(step -> step.failure() != null && !step.what().done())
                .map(step -> new StepFailure(step.step().key(), step.step().title(), step.failure())).toList();
        return PlanResult.of(StepReports.of(run.plan(), this::done), failures, run.plan().warnings());
    }

    private StepReports.Done done(String key) {
        StepRun step = steps.get(key);
        return switch (step.what()) {
            case UNDECIDED, REFUSED -> new StepReports.Done(step.what(), step.failure().cause(), null);
            case CANCELLED -> new StepReports.Done(step.what(), "The job was cancelled before it was sent.", null);
            case BLOCKED -> new StepReports.Done(step.what(), step.step().references().stream().map(steps::get).filter(parent -> !parent.what().done()).findFirst()
                    .map(parent -> "Waits for '" + parent.step().title() + "'.").orElse(null), null);
            default -> new StepReports.Done(step.what(), null, run.remoteIds().of(key));
        };
    }
}
