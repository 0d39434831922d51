package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.scopebridge.database.Databases;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.ledger.StepState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A run that is cancelled sends nothing more, loses no answer, and is continued by the next. */
@Fast
class CancelledPlanTest extends ExecutorFixture {

    private static final DataSource DATABASE = Databases.h2();

    private final AtomicBoolean cancelled = new AtomicBoolean();

    @Override
    protected DataSource database() {
        return DATABASE;
    }

    @Test
    void whatIsInFlightIsRecordedAndTheRestIsNotSent() {
        Plan plan = plan(project(), phase("A"), phase("B"), ticket("1", "A", "Rack", 1), ticket("2", "B", "Cables", 1));
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch both = new CountDownLatch(2);
        psa.beforeActing = () -> {
            if (psa.all("projects").isEmpty()) return;
            if (begun.incrementAndGet() == 2) cancelled.set(true);
            both.countDown();
            await(both);
        };

        PlanResult result = cancelled(plan);

        assertThat(psa.all("phases")).as("both were in flight").hasSize(2);
        assertThat(psa.all("tickets")).isEmpty();
        assertThat(result.steps()).extracting(StepReport::action)
            .containsExactly(StepAction.CREATE, StepAction.CREATE, StepAction.CREATE, StepAction.CANCELLED, StepAction.CANCELLED);
        assertThat(result).extracting(PlanResult::created, PlanResult::cancelled, PlanResult::failed, PlanResult::blocked).containsExactly(3, 2, 0, 0);
        assertThat(states(plan)).containsExactly(StepState.DONE, StepState.DONE, StepState.DONE, StepState.PLANNED, StepState.PLANNED);
        assertThat(failed).isEmpty();

        PlanResult rest = resumed(plan);

        assertThat(rest).extracting(PlanResult::created, PlanResult::existing).containsExactly(2, 3);
        assertThat(psa.values("tickets", "summary")).containsExactlyInAnyOrder("Rack", "Cables");
    }

    @Test
    void aLostAnswerIsLookedUpAllTheSame() {
        Plan plan = plan(project(), phase("A"));
        psa.beforeActing = () -> cancelled.set(true);
        psa.trap("name", "Firewall", StrictPsa.Fault.LOST_AFTER, 1);

        PlanResult result = cancelled(plan);

        assertThat(result.steps()).extracting(StepReport::action).containsExactly(StepAction.CREATE, StepAction.CANCELLED);
        assertThat(row("project").state()).isEqualTo(StepState.DONE);
        assertThat(psa.all("projects")).hasSize(1);
    }

    @Test
    void whatWasNotFoundIsUnknownAndNeitherSentAgainNorLogged() {
        Plan plan = plan(project(), phase("A"));
        psa.beforeActing = () -> cancelled.set(true);
        psa.trap("name", "Firewall", StrictPsa.Fault.LOST_BEFORE, 1);

        PlanResult result = cancelled(plan);

        assertThat(result.steps()).extracting(StepReport::action).containsExactly(StepAction.UNDECIDED, StepAction.BLOCKED);
        assertThat(row("project").state()).isEqualTo(StepState.UNKNOWN);
        assertThat(psa.all("projects")).isEmpty();
        assertThat(failed).isEmpty();

        assertThat(resumed(plan).created()).isEqualTo(2);
        assertThat(psa.all("projects")).hasSize(1);
    }

    @Test
    void lookUpsThatFailEndInUnknownToo() {
        Plan plan = plan(project(), phase("A"));
        psa.beforeActing = () -> cancelled.set(true);
        psa.trap("name", "Firewall", StrictPsa.Fault.LOST_AFTER, 1);
        psa.trap(call -> cancelled.get() && call.body() == null, StrictPsa.refusal(FailureClass.AUTHENTICATION), 100);

        assertThat(cancelled(plan).failed()).isEqualTo(1);
        assertThat(row("project").state()).isEqualTo(StepState.UNKNOWN);

        assertThat(resumed(plan)).extracting(PlanResult::created, PlanResult::failed).containsExactly(1, 0);
        assertThat(psa.all("projects")).hasSize(1);
    }

    @Test
    void aLongWaitForTheSystemEndsAtOnce() {
        Plan plan = plan(project(), phase("A"));
        psa.trap("name", "A", StrictPsa.status(429, Map.of("retry-after-millis", "60000")), 1);
        PlanExecutor patient = executor(ledger, psa, new PlanSettings(8, 16, Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofSeconds(10), Duration.ofMinutes(2)));
        psa.beforeActing = () -> cancelled.set(psa.all("projects").size() == 1);
        long from = System.nanoTime();

        PlanResult result = cancelled(patient, plan);

        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(20));
        assertThat(result).extracting(PlanResult::created, PlanResult::cancelled).containsExactly(1, 1);
        assertThat(row("phase:A").state()).isEqualTo(StepState.PLANNED);
    }

    @Test
    void afterTheLastStepThereIsNothingToCancel() {
        Plan plan = plan(project());
        psa.beforeActing = () -> cancelled.set(true);

        assertThat(executor().carryOut(connection, plan, Set.of(), progress(), told, true).created()).isEqualTo(1);
    }

    private PlanResult cancelled(Plan plan) {
        return cancelled(executor(), plan);
    }

    private PlanResult cancelled(PlanExecutor executor, Plan plan) {
        return catchThrowableOfType(PlanCancelled.class, () -> executor.carryOut(connection, plan, Set.of(), progress(), told, true)).result();
    }

    private PlanResult resumed(Plan plan) {
        psa.beforeActing = () -> { };
        psa.heal();
        cancelled.set(false);
        return carryOut(executor(), plan);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PlanProgress progress() {
        return new PlanProgress() {
            @Override
            public void progress(int done, int total) {
            }

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
    }
}
