package io.scopebridge.job;

import io.scopebridge.plan.execution.PlanProgress;
import java.util.concurrent.atomic.AtomicBoolean;

/** Publishes the progress of a job's plan, and says whether the job was cancelled. */
final class JobProgress implements PlanProgress {

    private final Jobs jobs;
    private final long job;
    private final Cancellations cancellations;
    private final AtomicBoolean first = new AtomicBoolean(true);

    JobProgress(Jobs jobs, long job, Cancellations cancellations) {
        this.jobs = jobs;
        this.job = job;
        this.cancellations = cancellations;
    }

    @Override
    public void begins(long plan) {
        jobs.begins(job, plan);
    }

    @Override
    public void progress(int done, int total) {
        jobs.progress(job, done, total, first.getAndSet(false));
    }

    @Override
    public boolean isCancelled() {
        return cancellations.concern(job);
    }
}
