package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.database.Databases;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.practice.Records;
import io.scopebridge.remote.Call;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups that fail for a while, or that meet a text which is not the one that was sent. */
@Fast
class UncertainLookUpTest extends ExecutorFixture {

    private static final DataSource DATABASE = Databases.h2();
    private static final String ROCKET = "Rack \uD83D\uDE80";

    @Override
    protected DataSource database() {
        return DATABASE;
    }

    @Test
    void aTextThatTheSystemAlteredIsStillOurs() {
        psa.stored = Records::inOldDatabase;
        psa.trap(call -> call.path().equals("/tickets") && call.method().equals("POST"), StrictPsa.Fault.LOST_AFTER, 3);

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", ROCKET, 1), ticket("2", "A", "Rack \uD83D\uDE81", 2), ticket("3", "A", "Rack  and stack", 3));

        assertThat(result.created()).isEqualTo(5);
        assertThat(psa.values("tickets", "summary")).containsExactlyInAnyOrder("Rack ??", "Rack ??", "Rack and stack");
        assertThat(psa.all("tickets")).allSatisfy(ticket -> assertThat(row("ticket:" + ticket.path("hours").asText()).remoteId()).isEqualTo(ticket.path("id").asText()));
    }

    @Test
    void aTextThatCannotBeRecognizedIsForAPerson() {
        psa.stored = text -> "R";
        psa.trap("summary", ROCKET, StrictPsa.Fault.LOST_AFTER, 1);

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", ROCKET, 1));

        assertThat(psa.all("tickets")).hasSize(1);
        assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.failure().cause()).contains("one of these may be it", ": 1."));
        assertThat(row("ticket:1").state()).isEqualTo(StepState.UNKNOWN);
    }

    /** Plain letters, but cut off, in capitals, or not shown at all. */
    @Test
    void aPlainTextThatIsNotStoredAsSentIsForAPerson() {
        for (UnaryOperator<String> altered : List.<UnaryOperator<String>>of(text -> text.substring(0, 8), text -> text.substring(0, 5) + "...", text -> text.toUpperCase(Locale.ROOT), text -> null)) {
            newConnection();
            psa.all("tickets").forEach(row -> psa.remove("tickets", row.path("id").asText()));
            psa.stored = altered;
            psa.trap("summary", "Rack and stack", StrictPsa.Fault.LOST_AFTER, 1);

            PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", "Rack and stack", 1));

            assertThat(psa.all("tickets")).hasSize(1);
            assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.failure().cause()).contains("one of these may be it", ": 1."));
        }
    }

    @Test
    void whatWasStoredWithoutItsMarkerIsForAPerson() {
        String marked = project().replace("\"match\":{\"/name\":\"Firewall\"}", "\"marker\":{\"/summary\":\"projects/90001\"}")
            .replace("{\"name\":\"Firewall\"}", "{\"name\":\"Firewall\",\"summary\":\"New firewall. ScopeStack: projects/90001\"}");
        for (UnaryOperator<String> altered : List.<UnaryOperator<String>>of(text -> text.substring(0, 20), text -> null)) {
            newConnection();
            psa.all("projects").forEach(row -> psa.remove("projects", row.path("id").asText()));
            psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Without a description"));
            psa.stored = altered;
            psa.trap("name", "Firewall", StrictPsa.Fault.LOST_AFTER, 1);

            PlanResult result = carryOut(marked);

            assertThat(psa.all("projects")).hasSize(2);
            assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.failure().cause()).contains("one of these may be it", ": 2."));
        }
        newConnection();
        psa.stored = UnaryOperator.identity();
        psa.trap("name", "Firewall", StrictPsa.Fault.LOST_BEFORE, 1);
        assertThat(carryOut(marked).created()).as("somebody's projects are none of ours").isEqualTo(1);
    }

    @Test
    void whatWasThereBeforeIsNotTakenForIt() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
        psa.add("phases", StrictPsa.JSON.createObjectNode().put("name", "A").put("_parent", "projects/1"));
        psa.add("tickets", ticketOf("Somebody's"));
        psa.trap("summary", ROCKET, StrictPsa.Fault.LOST_BEFORE, 1);

        assertThat(carryOut(project(), phase("A"), ticket("1", "A", ROCKET, 1)).created()).isEqualTo(1);

        assertThat(psa.values("tickets", "summary")).containsExactly("Somebody's", ROCKET);
    }

    @Test
    void whatBelongsToSomebodyElseIsNeverTakenForItHoweverEqual() {
        psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));

        assertThat(carryOut(project().replace("\"match\"", "\"except\":[\"1\"],\"match\"")).created()).isEqualTo(1);

        assertThat(psa.all("projects")).hasSize(2);
        assertThat(row("project").remoteId()).isEqualTo("2");
    }

    @Test
    void whatMatchesButHasNoIdThatCanBeReadIsForAPerson() {
        for (JsonNode odd : List.of(NullNode.getInstance(), StrictPsa.JSON.createObjectNode().put("x", 1), StrictPsa.JSON.createArrayNode())) {
            psa.all("projects").forEach(row -> psa.remove("projects", row.path("id").asText()));
            psa.add("projects", StrictPsa.JSON.createObjectNode().put("name", "Firewall"));
            psa.all("projects").get(0).set("id", odd);

            PlanResult result = carryOut(project());

            assertThat(psa.all("projects")).as("id %s", odd).hasSize(1);
            assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.failure().cause()).contains("a row without an id that can be read"));
            assertThat(row("project").state()).isEqualTo(StepState.UNKNOWN);
        }
    }

    @ParameterizedTest
    @EnumSource(value = FailureClass.class, names = {"TRANSIENT", "AUTHENTICATION", "VALIDATION", "BUG", "OUTCOME_UNKNOWN"})
    void aLookUpThatFailsForAWhileIsMadeAgain(FailureClass type) {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_AFTER, 1);
        psa.trap(call -> call.path().equals("/tickets") && call.method().equals("GET"), StrictPsa.refusal(type), 2);

        assertThat(carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1)).created()).isEqualTo(3);

        assertThat(psa.all("tickets")).hasSize(1);
    }

    /** Each takes longer than the time in which a lost call is looked for. */
    @Test
    void aSlowLookUpThatFailsIsMadeAgain() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_AFTER, 1);
        psa.listingDelay = Duration.ofMillis(100);
        psa.trap(call -> call.path().equals("/tickets") && call.method().equals("GET"), StrictPsa.refusal(FailureClass.VALIDATION), 2);

        assertThat(carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1)).created()).isEqualTo(3);
        assertThat(psa.all("tickets")).hasSize(1);
    }

    @Test
    void aSlowLookUpThatFindsNothingIsMadeAgain() {
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_AFTER, 1);
        psa.listingDelay = Duration.ofMillis(100);
        psa.trap(call -> call.path().equals("/tickets") && call.method().equals("GET"), StrictPsa.Fault.BLIND, 1);

        assertThat(carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1)).created()).isEqualTo(3);
        assertThat(psa.all("tickets")).hasSize(1);
    }

    @Test
    void aLookUpThatNeverWorksLeavesNothingOpenWhereNothingWasSent() {
        psa.trap(call -> call.path().equals("/projects") && call.method().equals("GET"), StrictPsa.refusal(FailureClass.VALIDATION), 99);
        carryOut(project());
        assertThat(row("project").state()).isEqualTo(StepState.REJECTED);
        psa.heal();

        psa.trap(call -> call.path().equals("/projects") && call.method().equals("GET"), StrictPsa.refusal(FailureClass.OUTCOME_UNKNOWN), 99);
        newConnection();
        assertThatThrownBy(() -> carryOut(project())).isInstanceOf(RemoteFailure.class);
        assertThat(row("project").state()).isEqualTo(StepState.PLANNED);
        assertThat(psa.all("projects")).isEmpty();
    }

    @Test
    void aDuplicateThatIsOursIsTakenOverAndAnotherIsRefused() {
        carryOut(project(), phase("A"));
        psa.add("tickets", ticketOf("Rack"));
        psa.trap("summary", "Rack", StrictPsa.status(409, Map.of()), 1);
        psa.trap("summary", "Other", StrictPsa.status(409, Map.of()), 1);

        PlanResult result = carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Other", 1));

        assertThat(row("ticket:1").remoteId()).isEqualTo("1");
        assertThat(result.failures()).singleElement().satisfies(failure -> assertThat(failure.failure().type()).isEqualTo(FailureClass.DUPLICATE));
        assertThat(psa.all("tickets")).hasSize(1);
    }

    @Test
    void whatWasLostStaysOpenWhenASecondTryIsRefusedForNow() {
        carryOut(project(), phase("A"));
        psa.trap("summary", "Rack", StrictPsa.Fault.LOST_BEFORE, 1);
        psa.trap("summary", "Rack", StrictPsa.status(503, Map.of()), 99);
        assertThatThrownBy(() -> carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1))).isInstanceOf(RemoteFailure.class);
        psa.heal();
        psa.add("tickets", ticketOf("Rack"));

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));

        assertThat(psa.all("tickets")).as("the one that came late is found").hasSize(1);
    }

    @Test
    void whatAListingLacksIsNotSentAgainUntilItHasAsManyRowsAsTheSystemCounts() {
        psa.trap("name", "Firewall", StrictPsa.Fault.LOST_AFTER, 1);
        psa.trap(UncertainLookUpTest::looksForProjects, StrictPsa.Fault.BLIND, 99);

        assertThatThrownBy(() -> carryOut(counted())).hasMessageContaining("it has 0 rows, and the system counts 1");
        assertThat(psa.all("projects")).hasSize(1);
        psa.heal();

        assertThat(carryOut(counted()).failures()).isEmpty();
        assertThat(psa.all("projects")).hasSize(1);
    }

    @Test
    void whatWasMadeByALedgerThatIsLostIsNotMadeAgainFromAShortListing() {
        carryOut(counted());
        newConnection();
        psa.trap(UncertainLookUpTest::looksForProjects, StrictPsa.Fault.BLIND, 1);

        assertThat(carryOut(counted()).failures()).isEmpty();

        assertThat(psa.all("projects")).hasSize(1);
    }

    @Test
    void aListingThatHasEverythingIsNotCountedAndOneIsCountedOnceForAllSteps() {
        carryOut(counted());
        assertThat(psa.counts).hasSize(1);
        newConnection();
        carryOut(counted());
        assertThat(psa.counts).as("the project was found").hasSize(1);
    }

    /** A create of a node that was killed arrives between the listing and its count. */
    @Test
    void whatArrivesBetweenAListingAndItsCountIsFoundInTheNextListing() {
        carryOut(counted());
        ObjectNode late = psa.all("projects").get(0).deepCopy();
        newConnection();
        psa.remove("projects", late.path("id").asText());
        psa.counts.clear();
        psa.listings.clear();
        psa.trap(call -> {
            if (call.path().equals("/projects/count") && psa.all("projects").isEmpty()) psa.add("projects", late);
            return false;
        }, StrictPsa.Fault.BLIND, 1);

        assertThat(carryOut(counted()).failures()).isEmpty();

        assertThat(psa.all("projects")).hasSize(1);
        assertThat(psa.counts).hasSize(1);
        assertThat(psa.listings).filteredOn(UncertainLookUpTest::looksForProjects).hasSize(2);
    }

    @Test
    void withoutACountTheListingDecides() {
        psa.trap(call -> call.path().equals("/projects/count"), StrictPsa.Fault.BLIND, 99);

        assertThat(carryOut(counted()).created()).isEqualTo(1);
    }

    /** Another step has got its object meanwhile, so the lost one has not the highest id. */
    @Test
    void anObjectUnderAnotherTextIsForAPersonAlsoIfLaterOnesAreThere() {
        carryOut(project(), phase("A"));
        psa.stored = text -> text.equals("Rack and stack") ? "RACK AND" : text;
        psa.trap("summary", "Rack and stack", StrictPsa.Fault.LOST_AFTER, 1);

        PlanExecutor oneByOne = executor(ledger, psa, new PlanSettings(1, 16, Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofSeconds(10), Duration.ofSeconds(1)));
        carryOut(oneByOne, plan(project(), phase("A"), ticket("1", "A", "Rack and stack", 1), ticket("2", "A", "Other", 2)));

        assertThat(psa.values("tickets", "summary")).containsExactly("RACK AND", "Other");
        assertThat(row("ticket:1").state()).isEqualTo(StepState.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 0, -1})
    void aResponseWithTheIdOfAnotherRecordOrOfNoneIsNotBelieved(int id) {
        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1));
        psa.trap("summary", "Other", StrictPsa.status(201, StrictPsa.JSON.createObjectNode().put("id", id)), 1);

        carryOut(project(), phase("A"), ticket("1", "A", "Rack", 1), ticket("2", "A", "Other", 2));

        assertThat(psa.values("tickets", "summary")).containsExactly("Rack", "Other");
        assertThat(row("ticket:2").remoteId()).isEqualTo("2");
    }

    private static boolean looksForProjects(Call call) {
        return call.path().equals("/projects") && call.method().equals("GET");
    }

    private static String counted() {
        return project().replace("\"match\"", "\"count\":{\"path\":\"/projects/count\"},\"match\"");
    }

    private static ObjectNode ticketOf(String summary) {
        return StrictPsa.JSON.createObjectNode().put("summary", summary).put("projectId", 1).put("phaseId", 1);
    }
}
