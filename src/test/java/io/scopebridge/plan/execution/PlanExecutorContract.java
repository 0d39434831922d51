package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.StepAction;
import io.scopebridge.plan.StepReport;
import io.scopebridge.plan.ledger.LedgerRow;
import io.scopebridge.plan.ledger.Origin;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.remote.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a plan leaves in the remote system. Asks the system, not the ledger, wherever it can tell. */
public abstract class PlanExecutorContract extends ExecutorFixture {

    @Test
    void parentsComeBeforeChildrenWhateverTheOrderOfThePlan() {
        PlanResult result = carryOut(ticket("1", "A", "Rack", 2), phase("A"), phase("B"), project());

        assertThat(result.steps()).extracting(StepReport::action).containsOnly(StepAction.CREATE).hasSize(4);
        assertThat(psa.values("projects", "name")).containsExactly("Firewall");
        assertThat(psa.values("phases", "name")).containsExactlyInAnyOrder("A", "B");
        assertThat(psa.all("tickets")).singleElement().satisfies(ticket -> {
            assertThat(ticket.path("phaseId").isIntegralNumber()).isTrue();
            assertThat(psa.all("phases").get(ticket.path("phaseId").asInt() - 1).path("name").asText()).isEqualTo("A");
        });
    }

    @Test
    void whatIsDoneIsNotDoneAgainAndOnlyNewStepsAreAdded() {
        carryOut(project(), phase("A"));
        int calls = psa.calls.size();

        PlanResult result = carryOut(project(), phase("A"), phase("B"));

        assertThat(result.steps()).extracting(StepReport::action).containsExactly(StepAction.SKIP, StepAction.SKIP, StepAction.CREATE);
        assertThat(result).extracting(PlanResult::created, PlanResult::existing).containsExactly(1, 2);
        assertThat(psa.calls.subList(calls, psa.calls.size())).extracting(call -> call.body().path("name").asText()).containsExactly("B");
    }

    @Test
    void aDoneStepThatLeftThePlanComesBackAsDone() {
        carryOut(project(), phase("A"));
        carryOut(project());
        assertThat(row("phase:A").state()).isEqualTo(StepState.DONE);

        carryOut(project(), phase("A"));

        assertThat(psa.all("phases")).hasSize(1);
    }

    @Test
    void stepsThatDoNotDependOnEachOtherAreSideBySideUpToTheLimit() {
        CountDownLatch eight = new CountDownLatch(8);
        psa.beforeActing = () -> {
            eight.countDown();
            await(eight);
        };
        List<String> steps = IntStream.range(0, 20).mapToObj(i -> free("P" + i)).toList();

        carryOut(steps.toArray(String[]::new));

        assertThat(psa.all("notes")).hasSize(20);
        assertThat(psa.mostInFlight).containsEntry("notes", 8);
    }

    @Test
    void aPlanInsideAPlanGoesOnWhenEveryThreadIsTaken() {
        PlanExecutor executor = executor(ledger, psa, new PlanSettings(4, 1, Duration.ofMillis(5), Duration.ofMillis(15), Duration.ofSeconds(10), Duration.ofSeconds(1)));
        psa.beforeActing = () -> {
            if (psa.calls.size() < 8) {
                try {
                    carryOut(executor, new Plan("inner:" + Thread.currentThread().getId() + ":" + psa.calls.size(), "psa", plan(free("inner")).steps(), List.of()));
                } catch (StackOverflowError e) {
                    throw new AssertionError(e);
                }
            }
        };

        carryOut(executor, plan(free("a"), free("b"), free("c"), free("d")));

        assertThat(psa.values("notes", "name")).contains("a", "b", "c", "d", "inner");
    }

    @Test
    void aStepThatRefersToNothingIsFoundInsteadOfMadeTwice() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));

        PlanResult result = carryOut(project(), phase("A"));

        assertThat(result.existing()).isEqualTo(1);
        assertThat(result.created()).isEqualTo(1);
        assertThat(psa.all("projects")).hasSize(1);
        assertThat(row("project").origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void anObjectOfAnotherPartOfTheSubjectIsNotTakenForOnesOwn() {
        carryOut(project().replace("\"key\":\"project\"", "\"key\":\"former\""));

        PlanResult result = executor().carryOut(connection, plan(project()), Set.of(), (done, total) -> { }, told, false);

        assertThat(result.created()).isEqualTo(1);
        assertThat(psa.all("projects")).hasSize(2);
    }

    @Test
    void childrenOfAFoundParentAreLookedUpInOneListing() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
        psa.add("phases", StrictPsa.JSON.createObjectNode().put("name", "A").put("_parent", "projects/1"));

        PlanResult result = carryOut(project(), phase("A"), phase("B"), phase("C"));

        assertThat(result.existing()).isEqualTo(2);
        assertThat(psa.values("phases", "name")).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(psa.listings).extracting(Call::path).containsExactly("/projects", "/projects/1/phases");
    }

    @Test
    void childrenOfAParentThatTheHubMadeAreNotLookedUp() {
        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));

        assertThat(psa.listings).extracting(Call::path).containsExactly("/projects");
    }

    @Test
    void severalMatchesAreForAPersonAndBlockWhatDependsOnThem() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), free("note"));

        assertThat(result.failed()).isEqualTo(1);
        assertThat(result.blocked()).isEqualTo(2);
        assertThat(result.created()).isEqualTo(1);
        assertThat(psa.all("projects")).hasSize(2);
        assertThat(failed).containsExactly("project OUTCOME_UNKNOWN");
        assertThat(states(plan(project(), phase("A"), ticket("1", "A", "Rack", 1), free("note"))))
                .containsExactly(StepState.UNKNOWN, StepState.BLOCKED, StepState.BLOCKED, StepState.DONE);
    }

    @Test
    void aPersonWhoNamesTheObjectUnblocksTheRest() {
        severalMatchesAreForAPersonAndBlockWhatDependsOnThem();

        assertThat(ledger.resolve(connection.id(), "project:1", "project", "2")).isTrue();
        carryOut(project(), phase("A"));

        assertThat(psa.all("projects")).hasSize(2);
        assertThat(psa.all("phases")).singleElement().satisfies(phase -> assertThat(phase.path("_parent").asText()).isEqualTo("projects/2"));
        assertThat(ledger.resolve(connection.id(), "project:1", "project", "1")).as("no longer open").isFalse();
    }

    @Test
    void aPersonWhoSaysCreateItGetsOneMoreWithoutALookUp() {
        severalMatchesAreForAPersonAndBlockWhatDependsOnThem();
        int listings = psa.listings.size();

        ledger.resolve(connection.id(), "project:1", "project", null);
        carryOut(project());

        assertThat(psa.all("projects")).hasSize(3);
        assertThat(psa.listings).hasSize(listings);
        assertThat(row("project").remoteId()).isEqualTo("3");
    }

    @Test
    void aLostAnswerAfterTheSystemActedLeavesOneTicket() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_AFTER, 1);

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Configure", 1));

        assertThat(result.created()).isEqualTo(4);
        assertThat(psa.values("tickets", "summary")).containsExactlyInAnyOrder("Rack", "Configure");
    }

    @Test
    void aRouteThatBreaksAfterTheAnswerLeavesOneTicket() {
        psa.trap("summary", "Rack", StrictPsa.Fault.ODD, 1);

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));

        assertThat(psa.values("tickets", "summary")).containsExactly("Rack");
    }

    @Test
    void aCallThatWasLostOnItsWayIsSentAgain() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_BEFORE, 2);
        psa.trap("name", "A", StrictPsa.Fault.UNSENT, 1);

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));

        assertThat(psa.values("tickets", "summary")).containsExactly("Rack");
        assertThat(psa.values("phases", "name")).containsExactly("A");
    }

    @Test
    void whatIsAlwaysLostAndNeverThereIsForTheJobToTryAgainAndStopsNothingElse() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_BEFORE, 99);

        assertThatThrownBy(() -> carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Configure", 1)))
                .isInstanceOfSatisfying(RemoteFailure.class, stop -> {
                    assertThat(stop.failure().type()).isEqualTo(FailureClass.TRANSIENT);
                    assertThat(stop.failure().cause()).contains("'Ticket 1' was sent several times and does not exist");
                });
        assertThat(psa.calls).filteredOn(call -> call.path().equals("/tickets") && call.body().path("summary").asText().equals("Rack")).hasSize(3);
        assertThat(psa.values("tickets", "summary")).containsExactly("Configure");
        assertThat(failed).as("asked of a person").isEmpty();

        psa.heal();
        assertThat(carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Configure", 1)).created()).isEqualTo(1);
        assertThat(psa.values("tickets", "summary")).containsExactlyInAnyOrder("Rack", "Configure");
    }

    @Test
    void aGoodAnswerWithoutAnIdIsLookedUp() {
        psa.trap("summary", "Rack", StrictPsa.Fault.WITHOUT_ID, 1);

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));

        assertThat(psa.all("tickets")).hasSize(1);
        assertThat(row("ticket:1").remoteId()).isEqualTo("1");
    }

    @Test
    void identicalTwinsWhoseAnswersAreLostAreBothThereOnce() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_AFTER, 2);

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Rack", 2), ticket("3", "A", "Rack", 3));

        assertThat(psa.values("tickets", "hours")).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(psa.all("tickets")).allSatisfy(ticket ->
                assertThat(row("ticket:" + ticket.path("hours").asText()).remoteId()).isEqualTo(ticket.path("id").asText()));
    }

    @Test
    void theSameNumberInAnotherEndpointIsNotTakenForTheSameObject() {
        psa.trap("name", "A", StrictPsa.Fault.LOST_AFTER, 1);

        carryOut(project(), phase("A"));

        assertThat(row("project").remoteId()).isEqualTo(row("phase:A").remoteId()).isEqualTo("1");
        assertThat(psa.all("phases")).hasSize(1);
    }

    @Test
    void aStepThatCannotBeLookedUpIsForAPerson() {
        psa.trap("name", "note", StrictPsa.Fault.LOST_AFTER, 1);

        carryOut(free("note"));
        carryOut(free("note"));

        assertThat(psa.all("notes")).hasSize(1);
        assertThat(row("free:note").cause()).contains("no answer could be read");
        assertThat(failed).containsExactly("free:note OUTCOME_UNKNOWN", "free:note OUTCOME_UNKNOWN");
        ledger.resolve(connection.id(), "project:1", "free:note", null);
        carryOut(free("note"));
        assertThat(psa.all("notes")).hasSize(2);
    }

    @Test
    void aOnceStepIsNeverRepeatedByTheHub() {
        String find = ",\"find\":{\"path\":\"/projects/${project}/templates\",\"match\":{\"/name\":\"Standard\"}}";
        psa.trap("name", "Standard", StrictPsa.Fault.LOST_BEFORE, 9);

        carryOut(project(), once(find));
        carryOut(project(), once(find));

        assertThat(psa.calls).filteredOn(call -> call.path().endsWith("templates")).hasSize(1);
        assertThat(row("template").state()).isEqualTo(StepState.UNKNOWN);
    }

    @Test
    void whatBearsTheMarkerIsFoundWhateverItIsCalled() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall").put("notes", "see scope 11"));
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Renamed").put("notes", "see scope 1, please"));
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Another").put("notes", "see telescope 1"));

        assertThat(carryOut(marked("project", "Firewall", "scope 1")).existing()).isEqualTo(1);

        assertThat(row("project").remoteId()).isEqualTo("2");
    }

    @Test
    void whereNothingBearsTheMarkerTheRestDecides() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));

        assertThat(carryOut(marked("project", "Firewall", "scope 1")).existing()).isEqualTo(1);
        assertThat(carryOut("""
                {"key":"other","call":{"path":"/projects","body":{"name":"Other"}},"find":{"path":"/projects","marker":{"/notes":"scope 2"}}}""").created()).isEqualTo(1);
    }

    @Test
    void twinsAreToldApartByTheirMarkers() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Twin").put("notes", "scope 2"));

        PlanResult result = carryOut(marked("first", "Twin", "scope 1"), marked("second", "Twin", "scope 2"));

        assertThat(result.created()).isEqualTo(1);
        assertThat(result.existing()).isEqualTo(1);
        assertThat(row("second").remoteId()).isEqualTo("1");
        assertThat(row("first").remoteId()).isEqualTo("2");
    }

    private static String marked(String key, String name, String marker) {
        return """
                {"key":"%1$s","call":{"path":"/projects","body":{"name":"%2$s","notes":"%3$s"}},
                 "find":{"path":"/projects","marker":{"/notes":"%3$s"},"match":{"/name":"%2$s"}}}""".formatted(key, name, marker);
    }

    @Test
    void anUpdateIsWrittenOnlyWhenItsContentDiffers() {
        assertThat(carryOut(revenue(100)).created()).isEqualTo(1);
        assertThat(carryOut(revenue(100)).existing()).isEqualTo(1);
        assertThat(psa.calls).hasSize(1);

        assertThat(states(plan(revenue(200)))).containsExactly(StepState.PLANNED);
        assertThat(carryOut(revenue(200)).updated()).isEqualTo(1);

        assertThat(psa.values("lines", "amount")).containsExactly("200");
        assertThat(psa.calls).extracting(Call::method).containsExactly("POST", "PATCH");
    }

    @Test
    void anUpdateAdoptsWhatIsThereAndWritesIt() {
        psa.add("lines", StrictPsa.JSON.createObjectNode().put("name", "PS").put("amount", 1));

        assertThat(carryOut(revenue(100)).updated()).isEqualTo(1);

        assertThat(psa.values("lines", "amount")).containsExactly("100");
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsWrittenAgain() {
        carryOut(revenue(100));
        psa.trap("amount", "200", StrictPsa.Fault.LOST_BEFORE, 1);

        carryOut(revenue(200));

        assertThat(psa.values("lines", "amount")).containsExactly("200");
        assertThat(row("revenue").origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void aRefusedStepStopsWhatRefersToItAndNothingElse() {
        psa.trap("name", "A", StrictPsa.status(422, Map.of()), 1);

        PlanResult result = carryOut(project(), phase("A"), phase("B"), ticket("1", "A", "Rack", 1), ticket("2", "B", "Rack", 1));

        assertThat(result).extracting(PlanResult::created, PlanResult::failed, PlanResult::blocked).containsExactly(3, 1, 1);
        assertThat(failed).containsExactly("phase:A VALIDATION");
        assertThat(row("phase:A").state()).isEqualTo(StepState.REJECTED);
        assertThat(ledger.exchange(connection.id(), "project:1", "phase:A")).get()
                .satisfies(exchange -> assertThat(exchange.request()).contains("/projects/1/phases"))
                .satisfies(exchange -> assertThat(exchange.response()).contains("HTTP 422"));

        assertThat(carryOut(project(), phase("A"), phase("B"), ticket("1", "A", "Rack", 1), ticket("2", "B", "Rack", 1)).created()).isEqualTo(2);
        assertThat(succeeded).containsExactly("phase:A");
        assertThat(psa.all("tickets")).hasSize(2);
    }

    @Test
    void aRateLimitIsWaitedForAndTheStepGoesAgain() {
        psa.trap("name", "A", StrictPsa.status(429, Map.of("retry-after-millis", "40")), 2);
        psa.trap("name", "Firewall", StrictPsa.refusal(FailureClass.TRANSIENT), 2);

        long begin = System.nanoTime();
        assertThat(carryOut(project(), phase("A")).created()).isEqualTo(2);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(80));
        assertThat(psa.all("phases")).hasSize(1);
    }

    @Test
    void aLongRateLimitStopsThePlanSoThatTheJobWaits() {
        psa.trap("name", "A", StrictPsa.status(429, Map.of("retry-after-millis", "60000")), 1);

        assertThatThrownBy(() -> carryOut(project(), phase("A"))).isInstanceOfSatisfying(RemoteFailure.class, stop ->
                assertThat(stop.failure().retryAfter()).isEqualTo(Duration.ofMinutes(1)));

        assertThat(row("phase:A").state()).isEqualTo(StepState.PLANNED);
    }

    @Test
    void refusedCredentialsStopThePlanAndTheNextRunGoesOn() {
        psa.trap("name", "A", StrictPsa.status(401, Map.of()), 1);

        assertThatThrownBy(() -> carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1))).isInstanceOfSatisfying(RemoteFailure.class, stop ->
                assertThat(stop.failure().type()).isEqualTo(FailureClass.AUTHENTICATION));
        assertThat(failed).isEmpty();

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));
        assertThat(psa.all("projects")).hasSize(1);
        assertThat(psa.all("tickets")).hasSize(1);
    }

    @Test
    void aSystemThatStaysAwayStopsThePlanAfterThreeTries() {
        psa.trap("name", "A", StrictPsa.status(503, Map.of()), 99);

        assertThatThrownBy(() -> carryOut(project(), phase("A"))).isInstanceOf(RemoteFailure.class);

        assertThat(psa.calls).filteredOn(call -> call.path().endsWith("phases")).hasSize(3);
    }

    @Test
    void nothingIsSentWhenTheLeaseEndsTooSoon() {
        lease = time -> psa.calls.isEmpty();

        assertThatThrownBy(() -> carryOut(project(), phase("A"))).isInstanceOf(LeaseLost.class);

        assertThat(psa.calls).hasSize(1);
        assertThat(row("phase:A").state()).isEqualTo(StepState.PLANNED);
    }

    @Test
    void twoWorkersOfTheSameStepSendItOnce() {
        psa.beforeActing = () -> {
            psa.beforeActing = () -> { };
            LedgerRow sending = row("project");
            ledger.change(sending, sending.sending(null));
        };

        assertThatThrownBy(() -> carryOut(project(), phase("A"))).isInstanceOf(LeaseLost.class);

        assertThat(psa.all("phases")).isEmpty();
    }

    @Test
    void aPlanInsideATransactionIsRefused() {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database()));

        assertThatThrownBy(() -> transaction.execute(any -> carryOut(project()))).isInstanceOf(IllegalStateException.class);

        assertThat(psa.calls).isEmpty();
    }

    @Test
    void textThatNoDatabaseTakesIsStillRemembered() {
        carryOut("""
                {"key":"odd","title":"nul \\u0000 and half \\ud83d","call":{"path":"/notes","body":{"name":"nul \\u0000 and half \\ud83d"}}}""");

        assertThat(psa.all("notes")).hasSize(1);
        assertThat(row("odd").state()).isEqualTo(StepState.DONE);
    }

    @Test
    void progressRisesToTheEnd() {
        List<Integer> seen = new ArrayList<>();
        executor().carryOut(connection, plan(project(), phase("A"), phase("B")), Set.of(), (done, total) -> {
            assertThat(total).isEqualTo(3);
            seen.add(done);
        }, told, true);

        assertThat(seen).isSorted().endsWith(3).doesNotHaveDuplicates();
    }

    @Test
    void eightHundredStepsAreCarriedOutAndTheirTimeIsTold() {
        psa.delay = Duration.ofMillis(1);
        List<String> steps = new ArrayList<>(List.of(project(), phase("A")));
        IntStream.range(0, 800).forEach(i -> steps.add(ticket("" + i, "A", "Service " + i, 1)));
        Plan plan = plan(steps.toArray(String[]::new));

        long begin = System.nanoTime();
        PlanResult result = carryOut(executor(), plan);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        Duration floor = psa.delay.multipliedBy(802).dividedBy(8);
        System.out.printf("%s: 802 steps in %d ms, %.1f times what the system itself took, eight at a time%n", getClass().getSimpleName(),
                took.toMillis(), (double) took.toNanos() / floor.toNanos());
        assertThat(result.created()).isEqualTo(802);
    }

    public static String free(String name) {
        return "{\"key\":\"free:%1$s\",\"title\":\"%1$s\",\"call\":{\"path\":\"/notes\",\"body\":{\"name\":\"%1$s\"}}}".formatted(name);
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
