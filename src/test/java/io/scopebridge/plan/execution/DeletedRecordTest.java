package io.scopebridge.plan.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.database.Databases;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.ledger.StepState;
import io.scopebridge.remote.Call;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An object that somebody deleted is created again with the next change, once, and never beside one that is there. */
@Fast
class DeletedRecordTest extends ExecutorFixture {

    private static final DataSource DATABASE = Databases.h2();

    @Override
    protected DataSource database() {
        return DATABASE;
    }

    @BeforeEach
    void writtenOnce() {
        carryOut(revenue(100));
        psa.add("lines", StrictPsa.JSON.createObjectNode().put("name", "typed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void itIsCreatedAgainAndThenUpdated(int status) {
        psa.remove("lines", "1");
        psa.trap(call -> call.method().equals("PATCH") && call.path().endsWith("/1"), StrictPsa.status(status, Map.of()), 1);

        assertThat(carryOut(revenue(200)).created()).isEqualTo(1);
        assertThat(row("revenue").remoteId()).isEqualTo("3");
        assertThat(carryOut(revenue(300)).updated()).isEqualTo(1);

        assertThat(psa.values("lines", "name")).containsExactly("typed", "PS");
        assertThat(psa.values("lines", "amount")).containsExactly("", "300");
        assertThat(failed).isEmpty();
    }

    @Test
    void oneThatAPersonMadeInItsPlaceIsUpdated() {
        psa.remove("lines", "1");
        psa.add("lines", StrictPsa.JSON.createObjectNode().put("name", "PS"));

        assertThat(carryOut(revenue(200)).updated()).isEqualTo(1);

        assertThat(psa.values("lines", "amount")).containsExactly("", "200");
        assertThat(row("revenue").remoteId()).isEqualTo("3");
    }

    @Test
    void oneThatIsListedUnderItsIdIsNotCreatedAgain() {
        psa.trap(call -> call.method().equals("PATCH"), StrictPsa.status(404, Map.of()), 9);

        assertThat(carryOut(revenue(200)).failed()).isEqualTo(1);

        assertThat(psa.values("lines", "name")).containsExactly("PS", "typed");
        assertThat(row("revenue")).satisfies(row -> assertThat(row.state()).isEqualTo(StepState.REJECTED)).satisfies(row -> assertThat(row.remoteId()).isEqualTo("1"));
        assertThat(psa.calls).extracting(Call::method).filteredOn("PATCH"::equals).as("asked twice, not for ever").hasSize(2);
        psa.heal();
        assertThat(carryOut(revenue(200)).updated()).isEqualTo(1);
    }

    @Test
    void ofAListThatCannotBeReadNothingIsConcluded() {
        psa.remove("lines", "1");
        psa.trap(call -> call.method().equals("GET"), StrictPsa.refusal(FailureClass.MISSING_REFERENCE), 99);

        assertThat(carryOut(revenue(200)).failed()).isEqualTo(1);

        assertThat(psa.values("lines", "name")).containsExactly("typed");
        psa.heal();
        assertThat(carryOut(revenue(200)).created()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = StrictPsa.Fault.class, names = {"LOST_BEFORE", "LOST_AFTER", "WITHOUT_ID", "ODD"})
    void aLostAnswerLeavesOne(StrictPsa.Fault fault) {
        psa.remove("lines", "1");
        psa.trap(call -> call.method().equals("POST"), fault, 1);

        assertThat(carryOut(revenue(200)).created()).isEqualTo(1);

        assertThat(psa.values("lines", "name")).containsExactly("typed", "PS");
    }
}
