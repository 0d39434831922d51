package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.plan.Plan;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.plan.view.StepStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kill at any instant, then a new hub over the same database: everything is there exactly once. */
abstract class CrashContract extends ExecutorFixture {

    private static final String FIND_TEMPLATE = ",\"find\":{\"path\":\"/projects/${project}/templates\",\"match\":{\"/name\":\"Standard\"}}";

    @ParameterizedTest
    @CsvSource({"1, false", "4, false", "1, true", "4, true"})
    void aKillAtAnyInstantLeavesEverythingOnce(int parallel, boolean projectIsThere) {
        int instant = 0;
        for (boolean killed = true; killed; instant++) {
            killed = killAt(instant, parallel, projectIsThere);
        }
        assertThat(instant).as("instants that were tried").isGreaterThan(50);
    }

    private boolean killAt(int instant, int parallel, boolean projectIsThere) {
        newConnection();
        StrictPsa system = new StrictPsa();
        if (projectIsThere) {
            system.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
            system.add("phases", StrictPsa.JSON.createObjectNode().put("name", "A").put("_parent", "projects/1"));
        }
        system.life = LifeLine.endingAt(instant);
        boolean killed = false;
        try {
            carryOut(executor(system.life.ledger(db), system, settings(parallel)), plan());
        } catch (Killed end) {
            killed = true;
        }
        system.life = LifeLine.endless();

        PlanResult result = carryOut(executor(ledger, system, settings(parallel)), plan());
        closeExecutors();

        String when = "killed at instant " + instant;
        if (result.failed() > 0) {
            // Only the template: it is never repeated by the hub, so a person has to say that it did not arrive.
            assertThat(result.failures()).as(when).extracting(StepFailure::step).containsExactly("template");
            assertThat(system.all("templates")).as(when).isEmpty();
            ledger.resolve(connection.id(), "project:1", "template", null);
            result = carryOut(executor(ledger, system, settings(parallel)), plan());
        }
        assertThat(result.failures()).as(when).isEmpty();
        assertThat(system.values("projects", "name")).as(when).containsExactly("Firewall");
        assertThat(system.values("phases", "name")).as(when).containsExactlyInAnyOrder("A", "B");
        assertThat(system.values("templates", "name")).as(when).containsExactly("Standard");
        assertThat(system.values("lines", "amount")).as(when).containsExactly("100");
        assertThat(system.values("tickets", "hours")).as(when).containsExactlyInAnyOrder("1", "2", "3", "4");
        assertThat(system.all("tickets")).as(when).allSatisfy(ticket ->
                assertThat(row("ticket:" + ticket.path("hours").asText()).remoteId()).isEqualTo(ticket.path("id").asText()));
        assertThat(ledger.rows(connection.id(), "project:1")).as(when).extracting(LedgerRow::state).containsOnly(StepState.DONE);
        return killed;
    }

    @Test
    void aStepOnItsWayThatCannotBeLookedUpIsNotSentAgainAfterAKill() {
        psa.life = LifeLine.endingAt(3);
        String note = PlanExecutorContract.free("note");
        assertThatThrownBy(() -> carryOut(executor(psa.life.ledger(db), psa, settings(1)), plan(note))).isInstanceOf(Killed.class);
        psa.life = LifeLine.endless();

        PlanResult result = carryOut(note);

        assertThat(psa.all("notes")).hasSize(1);
        assertThat(result.failures()).extracting(StepFailure::step).containsExactly("free:note");
    }

    @Test
    void aStepOnItsWayThatLeftThePlanIsShownToAPerson() {
        psa.life = LifeLine.endingAt(3);
        assertThatThrownBy(() -> carryOut(executor(psa.life.ledger(db), psa, settings(1)), plan(PlanExecutorContract.free("note"))))
                .isInstanceOf(Killed.class);
        psa.life = LifeLine.endless();

        carryOut(project());

        assertThat(row("free:note").state()).isEqualTo(StepState.UNKNOWN);
        assertThat(status(plan(project()))).extracting(StepStatus::inPlan).containsExactly(true, false);
    }

    private Plan plan() {
        return plan(project(), phase("A"), phase("B"), once(FIND_TEMPLATE), revenue(100),
                ticket("1", "A", "Rack", 1), ticket("2", "A", "Rack", 2), ticket("3", "A", "Configure", 3), ticket("4", "B", "Rack", 4));
    }

    private static PlanSettings settings(int parallel) {
        return new PlanSettings(parallel, 4, Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofSeconds(10), Duration.ofSeconds(1));
    }
}
