package io.scopebridge.plan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.group.Fast;
import io.scopebridge.plan.Plan;
import io.scopebridge.plan.PlanReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Fast
class CoveredTwiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aStepThatContainsAnExistingOneIsFoundAndOneInsideAnExistingOneToo() {
        assertThat(first(plan("service:2 = service:2 subservice:21"), exists("subservice:21"))).isEqualTo(new CoveredTwice("service:2", "subservice:21"));
        assertThat(first(plan("subservice:21"), exists("service:2 = service:2 subservice:21"))).isEqualTo(new CoveredTwice("subservice:21", "service:2"));
    }

    @Test
    void whatExistsAlreadyAndWhatWasNeverSentIsNoConflict() {
        assertThat(first(plan("service:2 = service:2 subservice:21"), exists("service:2 = service:2 subservice:21"))).isNull();
        assertThat(first(plan("service:2 = service:2 subservice:21"), row(StepState.REJECTED, "subservice:21"), row(StepState.PLANNED, "subservice:22"))).isNull();
        assertThat(first(plan("service:2 = service:2 subservice:21"), row(StepState.UNKNOWN, "subservice:21"))).isNotNull();
    }

    @Test
    void sharesOfOneSplitStandBesideEachOtherAndBesideNothingElse() {
        String split = " = item item:A item:B";
        assertThat(first(plan("item:A" + split, "item:B" + split), exists("item:B" + split))).isNull();
        assertThat(first(plan("item"), exists("item:B" + split))).isEqualTo(new CoveredTwice("item", "item:B"));
        assertThat(first(plan("item:A" + split), exists("item"))).isEqualTo(new CoveredTwice("item:A", "item"));
        assertThat(first(plan("item:A" + split), exists("item:B = item item:B"))).as("all hours are in B").isEqualTo(new CoveredTwice("item:A", "item:B"));
    }

    @Test
    void aShareOfAnEarlierVersionIsOneOfTheSplitThatThePlanCompletes() {
        String split = " = item item:A item:B";
        assertThat(first(plan("item:A" + split, "item:B" + split), exists("item:B"))).isNull();
    }

    @Test
    void onlyWhatIsToRunIsComparedWithWhatRefersToIt() throws Exception {
        Plan plan = plan("phase", "service:2 = service:2 subservice:21 after phase", "service:3");
        List<EarlierStep> earlier = List.of(exists("subservice:21"));
        assertThat(CoveredTwice.first(plan, Set.of("service:3"), earlier)).isEmpty();
        assertThat(CoveredTwice.first(plan, Set.of("phase"), earlier)).isPresent();
    }

    private static CoveredTwice first(Plan plan, EarlierStep... earlier) {
        return CoveredTwice.first(plan, Set.of(), List.of(earlier)).orElse(null);
    }

    private static EarlierStep exists(String step) {
        return row(StepState.DONE, step);
    }

    private static EarlierStep row(StepState state, String step) {
        String[] parts = step.split(" = ");
        return new EarlierStep(parts[0], state, parts.length == 1 ? null : List.of(parts[1].split(" ")));
    }

    /** @param steps key, or {@code key = covers}, or {@code key = covers after key} */
    private static Plan plan(String... steps) {
        ObjectNode plan = JSON.createObjectNode().put("subject", "project:1").put("system", "psa");
        for (String text : steps) {
            String[] parts = text.split(" = | after ");
            ObjectNode step = plan.withArray("steps").addObject().put("key", parts[0]);
            step.putObject("call").put("path", "/things");
            if (parts.length > 1) Arrays.stream(parts[1].split(" ")).forEach(step.withArray("covers")::add);
            if (parts.length > 2) step.withArray("after").add(parts[2]);
        }
        return PlanReader.read(plan);
    }
}
