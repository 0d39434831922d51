package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Twice the input may take at most three times as long: a look-up that scans, or an index that is built anew, takes four and more. */
class MappingScaleTest {

    private static final int RUNS = 7;
    private static final Map<String, IntFunction<Object>> INPUTS = Map.of(
            "scopestack/bundle", LargeInputs::pages,
            "scopestack/opportunities", LargeInputs::rows,
            "scopestack/diagnosis", LargeInputs::refusal,
            "autotask/opportunities", LargeInputs::autotaskOpportunities,
            "autotask/project-plan", LargeInputs::autotaskForm,
            "autotask/diagnosis", LargeInputs::refusal,
            "connectwise/opportunities", LargeInputs::connectWiseOpportunities,
            "connectwise/project-plan", LargeInputs::connectWiseForm,
            "connectwise/diagnosis", LargeInputs::refusal);

    private final ObjectMapper json = new ObjectMapper();
    private final Mappings mappings = new Mappings("file:mappings", json);

    @TestFactory
    Stream<DynamicTest> timeGrowsWithTheInputAndNotFaster() {
        return INPUTS.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> {
            String once = json.writeValueAsString(INPUTS.get(name).apply(100));
            String twice = json.writeValueAsString(INPUTS.get(name).apply(200));
            long first = Long.MAX_VALUE;
            long second = Long.MAX_VALUE;
            // In turns, so that a busy moment of the machine meets both.
            for (int run = 0; run < RUNS; run++) {
                first = Math.min(first, nanos(name, once));
                second = Math.min(second, nanos(name, twice));
            }
            assertThat((double) second / first).as("%s: %d ms, twice the input %d ms", name, first / 1_000_000, second / 1_000_000)
                    .isLessThan(3);
        }));
    }

    @Test
    void everyMappingIsMeasured() {
        assertThat(INPUTS.keySet()).isSubsetOf(mappings.names());
        assertThat(Set.copyOf(mappings.names())).filteredOn(name -> name.matches("(scopestack|autotask|connectwise)/(bundle|project-plan|opportunities|diagnosis)"))
                .isSubsetOf(INPUTS.keySet());
    }

    private long nanos(String name, String payload) {
        long start = System.nanoTime();
        mappings.apply(name, payload);
        return System.nanoTime() - start;
    }
}
