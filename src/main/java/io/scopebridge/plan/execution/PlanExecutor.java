package io.scopebridge.plan.execution;

import io.scopebridge.connection.Connection;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.Step;
import io.scopebridge.plan.journal.CallJournal;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.IdClaims;
import io.scopebridge.plan.ledger.Ledger;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.OtherClaims;
import io.scopebridge.plan.ledger.OwnCreations;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.lookup.Listings;
import io.scopebridge.plan.lookup.LookUps;
import io.scopebridge.plan.lookup.UnknownOutcome;
import io.scopebridge.remote.Diagnoses;
import io.scopebridge.remote.RemoteSystems;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs plans and records every step in the ledger. A completed step is never repeated; a step with an unknown outcome is looked up
 * before it is sent again. A killed hub loses and repeats nothing: the next run of the same plan continues.
 */
public class PlanExecutor implements AutoCloseable {

    private final Ledger ledger;
    private final RemoteSystems remote;
    private final Diagnoses diagnoses;
    private final Leases leases;
    private final CallJournal journal;
    private final PlanSettings settings;
    private final ScheduledThreadPoolExecutor pool;

    public PlanExecutor(Ledger ledger, RemoteSystems remote, Diagnoses diagnoses, Leases leases, CallJournal journal, PlanSettings settings) {
        this.ledger = ledger;
        this.remote = remote;
        this.diagnoses = diagnoses;
        this.leases = leases;
        this.journal = journal;
        this.settings = settings;
        this.pool = pool(settings.threads());
    }

    /**
     * Sends each step that is not done in the ledger, parents first, in parallel where they do not depend on each other. A rejected step
     * blocks only its dependents. Returns when no call is in flight any more.
     *
     * @param failures notified of each step that a person has to look at
     * @param kept     whether to store its calls for people to read; false for one of many plans of a subject, of which only its own rows are read
     * @throws io.scopebridge.failure.RemoteFailure if every other step would fail in the same way; a later run continues
     * @throws PlanCancelled                        if the progress says so before the last step was sent
     * @throws LeaseLost                            if the connection is, or may soon be, processed by another node
     * @throws IllegalStateException                inside a transaction, because nothing would be committed before a call is sent
     */
    public PlanResult carryOut(Connection connection, Plan plan, Set<String> only, PlanProgress progress, StepFailures failures, boolean kept) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A plan cannot run inside a transaction");
        }
        Map<String, LedgerRow> rows = kept ? ledger.prepare(connection.id(), plan) : ledger.preparePart(connection.id(), plan);
        giveUpWhatThePlanNoLongerHas(plan, rows);
        IdClaims remoteIds = new IdClaims(rows.values(), kept ? OtherClaims.NONE : ledger.otherClaims(connection.id(), plan.subject()));
        PlanCalls calls = new PlanCalls(remote, connection, plan.system(), plan.subject(), kept ? journal::note : call -> { });
        LookUps lookUps = new LookUps(new Listings(calls), remoteIds, plan.steps(), ledger.sentMatches(connection.id(), plan.subject()));
        Sender sender = new Sender(calls, diagnoses);
        Run run = new Run(connection, plan, ledger, sender, lookUps, remoteIds, new OwnCreations(rows.values()),
                failures, leases.of(connection.id()), settings, progress::isCancelled);
        try {
            return new PlanRun(run, rows, Selection.of(plan, only, rows), pool, progress).carryOut();
        } finally {
            journal.flush();
        }
    }

    @Override
    public void close() {
        pool.shutdown();
    }

    /** The plan no longer contains how to look them up. */
    private void giveUpWhatThePlanNoLongerHas(Plan plan, Map<String, LedgerRow> rows) {
        Set<String> keys = plan.steps().stream().map(Step::key).collect(Collectors.toSet());
        rows.values().stream().filter(row -> row.state() == StepState.SENDING && !keys.contains(row.key()))
                .forEach(row -> ledger.change(row, row.failed(StepState.UNKNOWN, UnknownOutcome.left(row.title()))));
    }

    private static ScheduledThreadPoolExecutor pool(int threads) {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "plan-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        }, new ThreadPoolExecutor.DiscardPolicy());
        pool.setKeepAliveTime(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS);
        pool.allowCoreThreadTimeOut(true);
        pool.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return pool;
    }
}
