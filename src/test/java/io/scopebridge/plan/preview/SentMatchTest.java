package io.scopebridge.plan.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.execution.ExecutorFixture;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.execution.StrictPsa;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.plan.ledger.StepState;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What left the hub under one name and comes back under another is still one object. */
@Fast
class SentMatchTest extends ExecutorFixture {

    @Override
    protected DataSource database() {
        return Databases.h2();
    }

    @Test
    void aStepThatIsCalledOtherwiseAfterALostAnswerIsFoundByWhatWasSent() {
        lostAndNotFound("Rack");
        assertThat(row("ticket:1").state()).isEqualTo(StepState.UNKNOWN);

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", "Rack and stack", 2));

        assertThat(result.steps()).extracting(StepReport::action).containsOnly(StepAction.SKIP, StepAction.REUSE);
        assertThat(psa.values("tickets", "summary")).containsExactly("Rack");
    }

    @Test
    void aPreviewFindsItToo() {
        lostAndNotFound("Rack");
        Plan plan = plan(project(), phase("A"), ticket("1", "A", "Rack and stack", 2));
        PlanCalls calls = new PlanCalls(psa, connection, "psa", plan.subject(), journal::note);
        DryRun dryRun = new DryRun(plan, ledger.rows(connection.id(), plan.subject()), ledger.sentMatches(connection.id(), plan.subject()), calls);

        assertThat(dryRun.of("ticket:1").what()).isEqualTo(StepAction.REUSE);
    }

    @Test
    void whatIsNotThereUnderEitherNameIsMadeUnderTheNewOne() {
        lostAndNotFound("Rack");
        psa.all("tickets").forEach(ticket -> psa.remove("tickets", ticket.path("id").asText()));

        carryOut(project(), phase("A"), ticket("1", "A", "Rack and stack", 2));

        assertThat(psa.values("tickets", "summary")).containsExactly("Rack and stack");
    }

    @Test
    void whatAnotherStepHoldsIsNotTakenForIt() {
        lostAndNotFound("Rack");
        psa.all("tickets").forEach(ticket -> psa.remove("tickets", ticket.path("id").asText()));
        Plan other = plan(project(), phase("A"), ticket("1", "A", "Rack and stack", 2), ticket("2", "A", "Rack", 2));
        executor().carryOut(connection, other, Set.of("ticket:2"), (done, total) -> { }, told, true);

        carryOut(executor(), other);

        assertThat(psa.values("tickets", "summary")).containsExactlyInAnyOrder("Rack", "Rack and stack");
    }

    private void lostAndNotFound(String summary) {
        carryOut(project(), phase("A"));
        psa.trap("summary", summary, StrictPsa.Fault.LOST_AFTER, 1);
        psa.trap(call -> call.method().equals("GET") && call.path().equals("/tickets"), StrictPsa.refusal(FailureClass.VALIDATION), 1_000);
        carryOut(project(), phase("A"), ticket("1", "A", summary, 2));
        psa.heal();
        assertThat(psa.all("tickets")).hasSize(1);
    }
}
