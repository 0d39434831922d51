package io.scopebridge.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import java.util.List;
import org.junit.jupiter.api.Test;

@Fast
class LanesTest {

    private static final String PARENTS = "{\"key\":\"phase:A\",\"call\":{\"path\":\"/phases\"}},{\"key\":\"phase:B\",\"call\":{\"path\":\"/phases\"}}";

    @Test
    void siblingsInOrderShareALaneAndThoseOfAnotherParentDoNot() {
        Lanes lanes = lanes(ordered("1", "A", "x"), ordered("2", "A", "y"), ordered("3", "B", "z"));

        assertThat(lanes.of("1")).isNotNull().isEqualTo(lanes.of("2")).isNotEqualTo(lanes.of("3"));
        assertThat(lanes.of("phase:A")).isNull();
    }

    @Test
    void anotherRecordTypeUnderTheSameParentIsAnotherLane() {
        Lanes lanes = lanes(ordered("1", "A", "x"), ordered("2", "A", "y").replace("/tickets", "/notes"));

        assertThat(lanes.of("1")).isNotEqualTo(lanes.of("2"));
    }

    @Test
    void twinsShareALaneWhetherOrNotTheyAreInOrder() {
        Lanes lanes = lanes(free("1", "A", "x"), free("2", "B", "x"), free("3", "A", "y"));

        assertThat(lanes.of("1")).isEqualTo(lanes.of("2")).isNotEqualTo(lanes.of("3"));
    }

    @Test
    void twinsUnderTwoParentsJoinTheLanesOfBoth() {
        Lanes lanes = lanes(ordered("1", "A", "x"), ordered("2", "A", "same"), ordered("3", "B", "same"), ordered("4", "B", "z"), free("5", "C", "z"));

        assertThat(List.of(lanes.of("2"), lanes.of("3"), lanes.of("4"), lanes.of("5"))).containsOnly(lanes.of("1"));
    }

    /** A lookup distinguishes tickets by their name alone. */
    private static String free(String key, String phase, String name) {
        return """
            {"key":"%s","call":{"path":"/tickets","body":{"phaseId":%s,"name":"%s"}},"find":{"path":"/tickets","match":{"/name":"%3$s"}}}"""
            .formatted(key, phase.equals("C") ? "7" : "\"${phase:" + phase + "}\"", name);
    }

    private static String ordered(String key, String phase, String name) {
        return free(key, phase, name).replaceFirst("\\{", "{\"inOrder\":true,");
    }

    private static Lanes lanes(String... steps) {
        try {
            return new Lanes(PlanReader.read(new ObjectMapper().readTree(
                "{\"subject\":\"s\",\"system\":\"psa\",\"steps\":[" + PARENTS + "," + String.join(",", steps) + "]}")).steps());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
