package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.group.Fast;
import io.scopebridge.remote.Call;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A step that says what the system holds when nothing is to be written is compared with the system each time. */
@Fast
class HeldContentTest extends ExecutorFixture {

    private static final DataSource DATABASE = Databases.h2();

    @Override
    protected DataSource database() {
        return DATABASE;
    }

    @Test
    void whatTheSystemHoldsAlreadyIsNotWritten() {
        carryOut(held(100));
        int calls = psa.calls.size();

        assertThat(carryOut(held(100)).existing()).isEqualTo(1);

        assertThat(psa.calls).hasSize(calls);
    }

    @Test
    void whatSomebodyChangedIsSetRight() {
        carryOut(held(100));
        psa.all("lines").get(0).put("amount", 7);

        assertThat(carryOut(held(100)).updated()).isEqualTo(1);

        assertThat(psa.values("lines", "amount")).containsExactly("100");
    }

    @Test
    void whatSomebodyRemovedIsCreatedAgain() {
        carryOut(held(100));
        psa.add("lines", StrictPsa.JSON.createObjectNode().put("name", "typed"));
        psa.remove("lines", "1");

        assertThat(carryOut(held(100)).created()).isEqualTo(1);

        assertThat(psa.values("lines", "name")).containsExactly("typed", "PS");
        assertThat(row("revenue").remoteId()).isEqualTo("3");
    }

    @Test
    void withoutTheLedgerItIsFoundAndNotWrittenAgain() {
        carryOut(held(100));
        db.sql("delete from ledger where connection_id = ?").param(connection.id()).update();
        int calls = psa.calls.size();

        assertThat(carryOut(held(100)).existing()).isEqualTo(1);

        assertThat(psa.calls).hasSize(calls);
        assertThat(row("revenue").remoteId()).isEqualTo("1");
    }

    @Test
    void aRenamedObjectIsKnownByItsId() {
        carryOut(held(100));
        psa.all("lines").get(0).put("name", "renamed");

        carryOut(held(200));

        assertThat(psa.all("lines")).singleElement().satisfies(line -> assertThat(line.path("amount").asInt()).isEqualTo(200));
    }

    @Test
    void aLostAnswerToTheCreateLeavesOneObject() {
        psa.trap("name", "PS", StrictPsa.Fault.LOST_AFTER, 1);

        assertThat(carryOut(held(100)).created()).isEqualTo(1);

        assertThat(psa.values("lines", "amount")).containsExactly("100");
    }

    @Test
    void aStepAfterAnotherWaitsForItWithoutItsId() {
        String second = free("second").replace("\"key\"", "\"after\":[\"first\"],\"key\"");
        psa.trap("name", "first", StrictPsa.status(409, Map.of()), 1);

        PlanResult result = carryOut(second, free("first"));

        assertThat(result.blocked()).isEqualTo(1);
        assertThat(psa.calls).extracting(Call::path).hasSize(1);
        carryOut(second, free("first"));
        assertThat(psa.values("notes", "name")).containsExactly("first", "second");
    }

    private static String free(String key) {
        return "{\"key\":\"%1$s\",\"call\":{\"path\":\"/notes\",\"body\":{\"name\":\"%1$s\"}}}".formatted(key);
    }
}
