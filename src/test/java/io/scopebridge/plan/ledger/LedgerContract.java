package io.scopebridge.plan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.plan.execution.ExecutorFixture;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

abstract class LedgerContract extends ExecutorFixture {

    @Test
    void ofManyWhoChangeARowExactlyOneWins() throws Exception {
        LedgerRow planned = ledger.prepare(connection.id(), plan(project())).get("project");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> attempt = () -> ledger.send(planned, planned.sending(null), "POST /projects", null);
            long winners = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> attempt).toList()).stream().filter(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).count();

            assertThat(winners).isEqualTo(1);
            assertThat(row("project").attempts()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void anAnswerToAnEarlierAttemptChangesNothing() {
        LedgerRow planned = ledger.prepare(connection.id(), plan(project())).get("project");
        LedgerRow first = planned.sending(null);
        ledger.send(planned, first, "one", null);
        LedgerRow second = first.sending(null);
        assertThat(ledger.send(first, second, "two", null)).isTrue();

        assertThat(ledger.answer(first, first.done(Origin.CREATED, "1", null), "late")).isFalse();

        assertThat(row("project").state()).isEqualTo(StepState.SENDING);
    }

    @Test
    void aRowComesBackAsItWasWritten() {
        LedgerRow planned = ledger.prepare(connection.id(), plan(project())).get("project");
        LedgerRow sending = planned.sending("77");
        ledger.send(planned, sending, "POST /projects", null);
        Failure failure = Failure.of(FailureClass.VALIDATION, "The name is too long.", "Shorten it.");
        ledger.answer(sending, sending.failed(StepState.REJECTED, failure), "x".repeat(30_000));

        assertThat(row("project")).satisfies(row -> {
            assertThat(row.failureClass()).isEqualTo(FailureClass.VALIDATION);
            assertThat(row.cause()).isEqualTo("The name is too long.");
            assertThat(row.remedy()).isEqualTo("Shorten it.");
            assertThat(row.remoteId()).isEqualTo("77");
            assertThat(row.endpoint()).isEqualTo("projects");
            assertThat(row.sentAt()).isNotNull();
        });
        assertThat(ledger.exchange(connection.id(), "project:1", "project")).get().satisfies(exchange -> {
            assertThat(exchange.request()).isEqualTo("POST /projects");
            assertThat(exchange.response()).hasSize(20_000);
        });
    }

    @Test
    void aLaterPlanAddsItsRowsAndKeepsTheOthers() {
        ledger.prepare(connection.id(), plan(project(), phase("A")));

        Map<String, LedgerRow> rows = ledger.prepare(connection.id(), plan(phase("B"), project()));

        assertThat(rows).containsOnlyKeys("project", "phase:A", "phase:B");
        assertThat(row("project").position()).isEqualTo(1);
        assertThat(rows.values()).containsExactlyInAnyOrderElementsOf(ledger.rows(connection.id(), "project:1"));
    }

    @Test
    void aTitleOfAnyLengthIsTaken() {
        String title = "t".repeat(3_000);
        String step = "{\"key\":\"note\",\"title\":\"%s\",\"call\":{\"path\":\"/notes\"}}".formatted(title);
        ledger.prepare(connection.id(), plan(step));

        assertThat(row("note").title()).hasSize(500);
        assertThat(ledger.prepare(connection.id(), plan(step)).get("note").title()).hasSize(500);
    }

    @Test
    void aPartOfASubjectReadsItsOwnRowsAndWhatIsBeingSent() {
        Map<String, LedgerRow> all = ledger.prepare(connection.id(), plan(project(), phase("A"), phase("B")));
        ledger.send(all.get("phase:A"), all.get("phase:A").sending(null), "POST /phases", null);

        Map<String, LedgerRow> rows = ledger.preparePart(connection.id(), plan(project(), phase("C")));

        assertThat(rows).containsOnlyKeys("project", "phase:C", "phase:A");
        assertThat(rows.get("project")).isEqualTo(row("project"));
        assertThat(rows.get("phase:C")).isEqualTo(row("phase:C"));
    }

    @Test
    void claimsOfOtherPartsAreReadAsFarAsTheyAreAskedFor() {
        held("phase:A", "7");
        held("phase:B", "12");
        IdClaims claims = new IdClaims(ledger.preparePart(connection.id(), plan(phase("C"), project())).values(), ledger.otherClaims(connection.id(), "project:1"));

        assertThat(claims.isFree("phases", "7", "phase:C")).isFalse();
        assertThat(claims.claim("phases", List.of("7", "12"), "phase:C")).isEmpty();
        assertThat(claims.isFree("phases", "8", "phase:C")).isTrue();
        assertThat(claims.isAfterAll("phases", "9", "phase:C")).isFalse();
        assertThat(claims.isAfterAll("phases", "13", "phase:C")).isTrue();
    }

    private void held(String key, String remoteId) {
        LedgerRow planned = ledger.prepare(connection.id(), plan(project(), phase(key.substring(6)))).get(key);
        ledger.change(planned, planned.done(Origin.CREATED, remoteId, null));
    }
}
