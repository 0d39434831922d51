package io.scopebridge.job;

import io.scopebridge.connection.ConnectionStatuses;
import io.scopebridge.database.DatabaseUnavailable;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.governor.Breakers;
import io.scopebridge.log.FailureLog;
import io.scopebridge.plan.execution.PlanCancelled;
import io.scopebridge.plan.execution.PlanProgress;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.execution.StepFailure;
import io.scopebridge.remote.Waiting;
import io.scopebridge.trace.TracedWork;
import io.scopebridge.trace.Traces;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The start and the end of a job: the first and last step of the route work-job and of its error handling. */
@Component("jobRuns")
public class JobRuns {

    private static final Logger LOG = LoggerFactory.getLogger("scopebridge");

    /** With these, nothing else of the connection can be expected to work. */
    private static final Set<FailureClass> STOPPERS = EnumSet.of(FailureClass.AUTHENTICATION, FailureClass.PERMISSION);
    /** In place of flow and subject. */
    private static final String HANGING = "calls";
    private static final String SYSTEMS = "systems";
    /** The connection works without them. */
    private static final Set<String> EXTRAS = Set.of("watch-callbacks");

    private final Jobs jobs;
    private final JobClaims claims;
    private final Backoff backoff;
    private final FailureLog log;
    private final ConnectionStatuses statuses;
    private final ConnectionChecks checks;
    private final Breakers breakers;
    private final JobWakeUp wakeUp;
    private final JobMetrics metrics;
    private final Cancellations cancellations;
    private final Traces traces;

    JobRuns(Jobs jobs, JobClaims claims, Backoff backoff, FailureLog log, ConnectionStatuses statuses, ConnectionChecks checks, Breakers breakers,
            JobWakeUp wakeUp, JobMetrics metrics, Cancellations cancellations, Traces traces) {
        this.cancellations = cancellations;
        this.traces = traces;
        this.metrics = metrics;
        this.breakers = breakers;
        this.wakeUp = wakeUp;
        this.jobs = jobs;
        this.claims = claims;
        this.backoff = backoff;
        this.log = log;
        this.statuses = statuses;
        this.checks = checks;
    }

    /** Lets everybody see how far the plan of the job is. */
    public PlanProgress progress(@Variable("job") Job job) {
        return new JobProgress(jobs, job.id(), cancellations);
    }

    /** Gives the job up when the exchange is over, however it ends. Until then each line that is logged names it. */
    public void begin(Exchange exchange, @Variable("job") Job job) {
        LogContext.enter(job);
        TracedWork traced = traces.job(job.flow(), job.connectionId(), job.subject(), job.id(), job.traceparent());
        Waiting.observe(waits -> {
            if (claims.waits(job, waits)) wakeUp.now();
        });
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange over) {
                Waiting.forget();
                traced.close();
                LogContext.leave();
                claims.ended(job);
                // There is room for another: it need not wait for the next tick.
                wakeUp.now();
            }
        });
    }

    /** The flow has finished. If steps were rejected, the job is FAILED; each has its own log entry. */
    public void done(@Variable("job") Job job, @Variable("result") PlanResult result) {
        if (!jobs.isOurs(job.id())) {
            left(job);
            return;
        }
        boolean whole = result == null || result.failed() + result.blocked() == 0;
        if (!whole) Traces.failed("steps failed");
        log.resolveWhole(job.connectionId(), job.flow(), job.subject());
        answered(job);
        Optional<Failure> stopper = result == null ? Optional.empty()
            : result.failures().stream().map(StepFailure::failure).filter(failure -> stops(job, failure)).findFirst();
        stopper.ifPresentOrElse(failure -> checks.refused(job, failure), () -> checks.wentWell(job));
        if (job.flow().equals(Schedules.POLL)) statuses.synced(job.connectionId());
        boolean ended = jobs.finish(job.id(), whole ? JobState.DONE : JobState.FAILED, JobResult.of(result),
            result == null ? null : result.steps());
        if (!ended) left(job);
        else metrics.ended(job, whole ? JobState.DONE : JobState.FAILED, result);
    }

    /** The job may have called one system only, or none. */
    private void answered(Job job) {
        if (breakers.hanging(job.connectionId()).isPresent()) return;
        log.resolveWhole(job.connectionId(), HANGING, SYSTEMS);
        statuses.answering(job.connectionId());
    }

    /** Whatever the job was about, it is one entry for the connection: a system does not answer. */
    public void logOnce(Exchange exchange, @Variable("job") Job job, @Variable("failure") Failure failure) {
        if (job == null) return;
        hanging(job, failure).ifPresent(open -> {
            exchange.setVariable("flow", HANGING);
            exchange.setVariable("subject", SYSTEMS);
            exchange.setVariable("jobId", null);
            exchange.setVariable("payload", "{}");
            exchange.setVariable("failure", open.withRetryAfter(failure.retryAfter()));
        });
    }

    private Optional<Failure> hanging(Job job, Failure failure) {
        return failure.type().passes() || failure.type() == FailureClass.OUTCOME_UNKNOWN ? breakers.stopping(job.connectionId(), failure) : Optional.empty();
    }

    /**
     * The flow broke off: later again, or the end.
     *
     * @param logEntry null if the failure could not be logged; a job never ends with a failure that nobody sees
     */
    public void failed(@Variable("job") Job job, @Variable("failure") Failure failure, @Variable("logEntry") Long logEntry) {
        if (job == null) return;
        Traces.failed(failure.type().name());
        try {
            waitOrEnd(job, failure, logEntry != null);
        } catch (DataAccessException e) {
            if (!DatabaseUnavailable.causes(e)) throw e;
            LOG.warn("{}: {} {} is run again when the database answers: {}", job.connectionId(), job.flow(), job.subject(), failure.cause());
        }
    }

    /** Whether another node has taken the job, or it was deleted: its failure here is no longer of interest. */
    public boolean isTaken(@Variable("job") Job job) {
        try {
            return job != null && !jobs.isOurs(job.id());
        } catch (DataAccessException unknown) {
            return false;
        }
    }

    /** Leaves the job to the node that has taken it. */
    public void left(@Variable("job") Job job) {
        LOG.info("{}: {} {} is not ended by this node: another node has taken it, or it was deleted", job.connectionId(), job.flow(), job.subject());
    }

    /** Another node now holds the connection, and with it the job. */
    public void lost(@Variable("job") Job job) {
        LOG.warn("{}: {} {} is left to the node that now holds the lease", job.connectionId(), job.flow(), job.subject());
    }

    /** Whether a person has cancelled the job: whatever ended it here is no failure that somebody has to look at. */
    public boolean isCancelled(@Variable("job") Job job) {
        try {
            return job != null && cancellations.has(job.id());
        } catch (DataAccessException unknown) {
            return false;
        }
    }

    /** Ends it; what was done until then stays. */
    public void cancelled(@Variable("job") Job job, @ExchangeException Exception end) {
        PlanCancelled stopped = ObjectHelper.getException(PlanCancelled.class, end);
        PlanResult result = stopped == null ? null : stopped.result();
        if (!jobs.finish(job.id(), JobState.CANCELLED, JobResult.of(result), result == null ? null : result.steps())) {
            left(job);
            return;
        }
        metrics.ended(job, JobState.CANCELLED, result);
        LOG.info("{}: {} {} was cancelled: {} created, {} not sent", job.connectionId(), job.flow(), job.subject(), result == null ? 0 : result.created(),
            result == null ? "the rest was" : result.cancelled());
    }

    private static boolean stops(Job job, Failure failure) {
        boolean configuration = failure.type() == FailureClass.CONFIGURATION && !EXTRAS.contains(job.flow());
        return STOPPERS.contains(failure.type()) || configuration;
    }

    private void waitOrEnd(Job job, Failure failure, boolean logged) {
        if (hanging(job, failure).isPresent()) {
            Duration wait = backoff.after(1, failure.retryAfter());
            if (!jobs.waitWithoutAttempt(job.id(), wait)) left(job);
            return;
        }
        boolean again = (failure.type().passes() || failure.type() == FailureClass.OUTCOME_UNKNOWN) && backoff.allowsMoreThan(job.attempts());
        if (again || !logged) {
            Duration wait = backoff.after(job.attempts(), failure.retryAfter());
            if (!jobs.waitAgain(job.id(), wait)) {
                left(job);
                return;
            }
            metrics.retried(job);
            LOG.warn("{}: {} {} failed ({}), retry in {} s: {}", job.connectionId(), job.flow(), job.subject(), failure.type(), wait.toSeconds(), failure.cause());
            return;
        }
        if (!jobs.finish(job.id(), JobState.FAILED, null, null)) {
            left(job);
            return;
        }
        metrics.ended(job, JobState.FAILED, null);
        if (stops(job, failure) || ConnectionStatuses.SYNCS.contains(job.flow())) checks.refused(job, failure);
        LOG.error("{}: {} {} failed ({}): {} {}", job.connectionId(), job.flow(), job.subject(), failure.type(), failure.cause(), failure.remedy());
    }
}
