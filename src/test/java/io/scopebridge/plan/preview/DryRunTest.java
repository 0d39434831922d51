package io.scopebridge.plan.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.execution.ExecutorFixture;
import io.scopebridge.plan.execution.Killed;
import io.scopebridge.plan.execution.LifeLine;
import io.scopebridge.plan.execution.PlanExecutorContract;
import io.scopebridge.plan.execution.PlanResult;
import io.scopebridge.plan.execution.PlanSettings;
import io.scopebridge.plan.execution.StrictPsa;
import io.scopebridge.plan.journal.PlanCalls;
import io.scopebridge.remote.Call;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is foreseen of a plan is what a run then does, whatever was left behind before; and foreseeing writes nothing. */
@Fast
class DryRunTest extends ExecutorFixture {

    private static final String FIND_TEMPLATE = ",\"find\":{\"path\":\"/projects/${project}/templates\",\"match\":{\"/name\":\"Standard\"}}";

    private static final String COMPARED = """
            {"key":"forecast","mode":"update","call":{"path":"/lines","body":{"name":"MS","amount":5}},
             "update":{"method":"PATCH","path":"/lines/${self}","body":{"amount":5}},
             "find":{"path":"/lines","match":{"/name":"MS"},"holds":{"/amount":5}},"after":["project"]}""";

    /** What a run may do with a step that was foreseen so: the same. What a killed run had made counts as created. */
    private static final Map<StepAction, Set<StepAction>> DONE = Map.of(StepAction.CREATE, Set.of(StepAction.CREATE), StepAction.SKIP, Set.of(StepAction.SKIP),
            StepAction.REUSE, Set.of(StepAction.REUSE, StepAction.CREATE), StepAction.UPDATE, Set.of(StepAction.UPDATE, StepAction.CREATE),
            StepAction.UNDECIDED, Set.of(StepAction.UNDECIDED), StepAction.BLOCKED, Set.of(StepAction.BLOCKED));

    @Override
    protected DataSource database() {
        return Databases.h2();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRunAfterAKillDoesWhatWasForeseen(boolean projectIsThere) {
        int instant = 0;
        for (boolean killed = true; killed; instant++) {
            killed = killAt(instant, projectIsThere);
        }
        assertThat(instant).as("instants that were tried").isGreaterThan(30);
    }

    private boolean killAt(int instant, boolean projectIsThere) {
        newConnection();
        StrictPsa system = new StrictPsa();
        if (projectIsThere) {
            system.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
        }
        system.life = LifeLine.endingAt(instant);
        boolean killed = false;
        try {
            carryOut(executor(system.life.ledger(db), system, settings()), plan());
        } catch (Killed end) {
            killed = true;
        }
        system.life = LifeLine.endless();

        int written = system.calls.size();
        DryRun dryRun = foresee(system, plan());
        assertThat(system.calls).as("written by foreseeing").hasSize(written);
        int looked = system.listings.size();
        PlanResult result = carryOut(executor(ledger, system, settings()), plan());
        closeExecutors();

        assertThat(result.steps()).as("killed at instant %d", instant).allSatisfy(step ->
                assertThat(DONE.get(dryRun.of(step.key()).what())).as("%s", step).contains(step.action()));
        assertThat(system.calls).as("killed at instant %d", instant).hasSize(written + dryRun.writes());
        assertThat(system.listings).as("killed at instant %d", instant).hasSize(looked + dryRun.lookUps());
        return killed;
    }

    @Test
    void anUpdateIsForeseenWhenItsContentDiffers() {
        assertThat(foresee(psa, plan(revenue(100))).of("revenue").what()).isEqualTo(StepAction.CREATE);
        carryOut(revenue(100));

        assertThat(foresee(psa, plan(revenue(100))).of("revenue").what()).isEqualTo(StepAction.SKIP);
        assertThat(foresee(psa, plan(revenue(200))).of("revenue").what()).isEqualTo(StepAction.UPDATE);
        db.sql("delete from ledger where connection_id = ?").param(connection.id()).update();
        assertThat(foresee(psa, plan(revenue(200))).of("revenue").what()).isEqualTo(StepAction.UPDATE);
        assertThat(psa.values("lines", "amount")).containsExactly("100");
    }

    @Test
    void whatTheSystemHoldsDecidesWhereItIsCompared() {
        carryOut(project(), COMPARED);
        assertThat(foresee(psa, plan(project(), COMPARED)).of("forecast").what()).isEqualTo(StepAction.SKIP);

        psa.call(connection, "psa", new Call("PATCH", "/lines/1", null, StrictPsa.JSON.createObjectNode().put("amount", 7)));
        assertThat(foresee(psa, plan(project(), COMPARED)).of("forecast").what()).isEqualTo(StepAction.UPDATE);
    }

    @Test
    void aRefusedStepIsForeseenToBeSentAgainWithTheReason() {
        psa.trap("name", "A", StrictPsa.status(422, Map.of()), 1);
        carryOut(project(), phase("A"));

        DryRun dryRun = foresee(psa, plan(project(), phase("A")));
        assertThat(dryRun.of("phase:A").what()).isEqualTo(StepAction.CREATE);
        assertThat(dryRun.of("phase:A").reason()).contains("status 422");
    }

    @Test
    void whatCannotBeLookedUpIsUndecidedAndStopsWhatIsBelow() {
        psa.trap("name", "note", StrictPsa.Fault.LOST_AFTER, 1);
        String below = "{\"key\":\"below\",\"call\":{\"path\":\"/tickets\",\"body\":{\"noteId\":\"${free:note}\"}}}";
        carryOut(PlanExecutorContract.free("note"), below);

        DryRun dryRun = foresee(psa, plan(PlanExecutorContract.free("note"), below));
        assertThat(dryRun.of("free:note").what()).isEqualTo(StepAction.UNDECIDED);
        assertThat(dryRun.of("below").what()).isEqualTo(StepAction.BLOCKED);
        assertThat(dryRun.of("below").reason()).isEqualTo("Waits for 'note'.");
    }

    private DryRun foresee(StrictPsa system, Plan plan) {
        return new DryRun(plan, ledger.rows(connection.id(), plan.subject()), ledger.sentMatches(connection.id(), plan.subject()), new PlanCalls(system, connection, "psa", plan.subject(), journal::note));
    }

    private Plan plan() {
        return plan(project(), phase("A"), phase("B"), once(FIND_TEMPLATE), revenue(100), COMPARED,
                ticket("1", "A", "Rack", 1), ticket("2", "A", "Rack", 2), ticket("3", "A", "Configure", 3), ticket("4", "B", "Rack", 4));
    }

    /** Nothing has to settle: a step that waits makes the listings that its siblings have read meanwhile too old, and reads them again. */
    private static PlanSettings settings() {
        return new PlanSettings(1, 4, Duration.ZERO, Duration.ZERO, Duration.ofSeconds(10), Duration.ofSeconds(1));
    }
}
