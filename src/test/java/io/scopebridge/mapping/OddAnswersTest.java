package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.conformance.Contracts;
import io.scopebridge.group.Fast;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each part of each answer of a remote system is replaced in turn by everything that it should not be: no mapping fails on it,
 * plans keep to their contract, and an object is never written as text.
 */
@Fast
class OddAnswersTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);
    /** All replacements of all examples take an hour: {@code -Dodd.all=true}, of some walks with {@code -Dodd.walks=autotask/.*}. Otherwise every fifth of four kinds of them. */
    private static final boolean HEAVY = Boolean.getBoolean("odd.all");
    private static final String WALKS = System.getProperty("odd.walks", ".*");

    @TestFactory
    Stream<DynamicTest> noMappingFailsOnAnOddAnswer() {
        return Stream.of(OddAnswerWalks.all()).filter(walk -> walk.name().matches(WALKS)).map(walk -> DynamicTest.dynamicTest(walk.name(), () -> {
            List<String> offences = new ArrayList<>();
            int[] tried = {0};
            int[] passed = {0};
            // The words of errors are read by every call.
            boolean whole = HEAVY || walk.name().endsWith("/diagnosis");
            for (JsonNode input : whole ? walk.inputs() : walk.inputs().subList(0, 1)) {
                OddParts.of(input, walk.remote(), HEAVY).forEach(odd -> {
                    if (!HEAVY && whole && !odd.what().matches("(?s).* = (12.5|.*odd-mark.*)")) return;
                    if (!whole && (!odd.what().matches("(?s).* (= null|= \"text\"|= .*odd-mark.*|with .*)") || passed[0]++ % 5 != 0)) return;
                    tried[0]++;
                    offencesOf(walk.chain(), odd.input()).forEach(offence -> offences.add(odd.what() + " -> " + offence));
                });
            }
            if (HEAVY) Files.write(Path.of("target/odd-" + walk.name().replace('/', '-').replace(' ', '-') + ".txt"), offences);
            assertThat(tried[0]).isPositive();
            if (!offences.isEmpty()) throw new AssertionError(offences.size() + " of " + tried[0] + "\n  " + String.join("\n  ", offences.stream().limit(HEAVY ? 4000 : 40).toList()));
        }));
    }

    @SuppressWarnings("unchecked")
    private static List<String> offencesOf(List<Object> chain, JsonNode input) {
        List<String> offences = new ArrayList<>();
        JsonNode value = input;
        for (Object link : chain) {
            try {
                if (link instanceof UnaryOperator<?> step) value = ((UnaryOperator<JsonNode>) step).apply(value);
                else if (!link.equals("is-plan")) value = JSON.valueToTree(MAPPINGS.apply((String) link, value));
            } catch (MappingFailed failed) {
                return List.of(failed.failure().cause());
            }
            if (link instanceof String mapping && mapping.endsWith("-plan")) {
                offences.addAll(Contracts.offences("plan", value));
                for (JsonNode step : value.path("steps")) {
                    String text = step.toString();
                    int at = text.indexOf(OddParts.MARK);
                    if (at >= 0) offences.add("an object is sent: " + text.substring(Math.max(0, at - 60), at + 10));
                }
            }
        }
        return offences;
    }
}
