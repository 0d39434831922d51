package io.scopebridge.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.Fast;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fast
class StageTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-,        building,           BUILDING",
        "-,        approved,           BUILDING PENDING APPROVED",
        "BUILDING, technical_approval, PENDING",
        "BUILDING, approved,           PENDING APPROVED",
        "PENDING,  approved,           APPROVED",
        "PENDING,  won,                APPROVED WON",
        "APPROVED, lost,               LOST",
        "WON,      lost,               LOST",
        "LOST,     won,                WON",
        "WON,      approved,           APPROVED",
        "APPROVED, building,           BUILDING"})
    void aStageIsReachedWhenItWasPassed(Stage before, String status, String reached) {
        assertThat(Stage.of(status).orElseThrow().reachedFrom(before))
            .containsExactlyElementsOf(Arrays.stream(reached.split(" ")).map(Stage::valueOf).collect(Collectors.toList()));
    }

    @ParameterizedTest
    @CsvSource({"canceled", "unheard_of"})
    void whatIsNoStationOfTheWayIsNoStage(String status) {
        assertThat(Stage.of(status)).isEmpty();
    }
}
