package io.scopebridge.job;

import io.scopebridge.plan.execution.PlanProgress;
import java.util.concurrent.atomic.AtomicBoolean;

/** Publishes the progress of a job's plan. */
final class JobProgress implements PlanProgress {

    private final Jobs jobs;
    private final long job;
    private final AtomicBoolean first = new AtomicBoolean(true);

    JobProgress(Jobs jobs, long job) {
        this.jobs = jobs;
        this.job = job;
    }

    @Override
    public void begins(long plan) {
        jobs.begins(job, plan);
    }

    @Override
    public void progress(int done, int total) {
        jobs.progress(job, done, total, first.getAndSet(false));
    }
}
