package io.scopebridge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.Fast;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What things are called: within the limits, on one line, in whole characters, and never nameless. */
@Fast
class NamingTest {

    private static final String ROCKET = "\uD83D\uDE80";

    @ParameterizedTest
    @CsvSource({"autotask, project, /call/body/projectName, 100, /call/body/description", "autotask, phase:p, /call/body/title, 255, /call/body/description",
        "autotask, service:s, /call/body/title, 255, /call/body/description", "autotask, governance:g, /call/body/title, 255, /call/body/description",
        "connectwise, project, /call/body/name, 100, /call/body/description", "connectwise, phase:p, /call/body/description, 100, /call/body/notes",
        "connectwise, ticket:s, /call/body/summary, 100, /call/body/initialDescription", "connectwise, governance:g, /call/body/summary, 100, /call/body/initialDescription"})
    void aNameIsCutBeyondItsLimitAndKeptInFull(String system, String key, String place, int limit, String full) {
        String fits = "n".repeat(limit);
        assertThat(Scoped.step(named(fits).plan(system), key).at(place).asText()).isEqualTo(fits);
        assertThat(warned(named(fits).plan(system), key)).isFalse();

        String tooLong = "n".repeat(limit - 1) + " end";
        JsonNode plan = named(tooLong).plan(system);
        assertThat(Scoped.step(plan, key).at(place).asText()).isEqualTo("n".repeat(limit - 1) + "…");
        assertThat(Scoped.step(plan, key).at(full).asText()).startsWith(tooLong);
        assertThat(warned(plan, key)).isTrue();

        String throughACharacter = "n".repeat(limit - 2) + ROCKET + ROCKET;
        assertThat(Scoped.step(named(throughACharacter).plan(system), key).at(place).asText()).isEqualTo("n".repeat(limit - 2) + "…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aLineBreakBecomesABlank(String system) {
        JsonNode plan = named("  First\r\nsecond\tthird\u00a0fourth \n").plan(system);

        for (String key : List.of("project", "phase:p", system.equals("autotask") ? "service:s" : "ticket:s")) {
            assertThat(Scoped.step(plan, key).path("title").asText()).endsWith(": First second third fourth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void whatHasNoNameIsCalledByItsNumber(String system) {
        JsonNode plan = named(" \n").plan(system);

        assertThat(Scoped.step(plan, "project").path("title").asText()).isEqualTo("Project: Project 90001");
        assertThat(Scoped.step(plan, "phase:p").path("title").asText()).isEqualTo("Phase: Phase p");
        assertThat(Scoped.step(plan, system.equals("autotask") ? "service:s" : "ticket:s").path("title").asText()).endsWith(": Service s");
        assertThat(Scoped.step(plan, "governance:g").path("title").asText()).endsWith(": Governance g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void twinsAreTwo(String system) {
        JsonNode plan = new Scoped().phase("p", "Same", 2).phase("q", "Same", 2).service("s", "Twin", "p", 1).service("t", "Twin", "p", 1).plan(system);
        String kind = system.equals("autotask") ? "service:" : "ticket:";

        for (List<String> pair : List.of(List.of(kind + "s", kind + "t"), List.of("phase:p", "phase:q"))) {
            JsonNode one = Scoped.step(plan, pair.get(0));
            JsonNode other = Scoped.step(plan, pair.get(1));
            assertThat(one.path("title")).isEqualTo(other.path("title"));
            // ConnectWise has no field that would tell tickets apart; the hub then never has both on their way.
            if (system.equals("autotask") || kind.equals("phase:")) assertThat(one.path("find")).isNotEqualTo(other.path("find"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Label the cables | Label the cables
        Rack | Rack
        """)
    void aTaskOfConnectWiseIsCalledByItsDescription(String description, String notes) {
        JsonNode plan = new Scoped().service("s", "Core", null, 1, "Cabling", 1).described(description).plan("connectwise");

        assertThat(Scoped.step(plan, "task:s.0").at("/call/body/notes").asText()).isEqualTo(notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n"})
    void aTaskOfConnectWiseWithoutADescriptionIsCalledByItsName(String description) {
        JsonNode plan = new Scoped().service("s", "Core", null, 1, "Cabling", 1).described(description).plan("connectwise");

        assertThat(Scoped.step(plan, "task:s.0").at("/call/body/notes").asText()).isEqualTo("Cabling");
    }

    @Test
    void aLongTaskOfConnectWiseIsCutWithAWarning() {
        JsonNode plan = new Scoped().service("s", "Core", null, 1, "Cabling", 1).described("word ".repeat(1_000)).plan("connectwise");

        assertThat(Scoped.step(plan, "task:s.0").at("/call/body/notes").asText()).hasSizeLessThanOrEqualTo(4_000).hasSizeGreaterThan(3_900).endsWith("word…");
        assertThat(Scoped.step(plan, "task:s.0").at("/call/body/summary").asText()).hasSizeLessThanOrEqualTo(100);
        assertThat(warned(plan, "task:s.0")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"autotask", "connectwise"})
    void aNameIsNeverTakenForAReference(String system) {
        JsonNode plan = named("${project}").plan(system);

        Map.of("autotask", "service:s", "connectwise", "ticket:s").forEach((other, key) -> {
            if (other.equals(system)) assertThat(Scoped.step(plan, key).at("/call/body").path(Scoped.NAME.get(system)).asText()).isEqualTo("'${project}'");
        });
    }

    private static Scoped named(String name) {
        return new Scoped().called(name).phase("p", name, 1).service("s", name, "p", 1).governance("g", name, 1, "project", null);
    }

    private static boolean warned(JsonNode plan, String key) {
        for (JsonNode warning : plan.path("warnings")) if (warning.path("step").asText().equals(key)) return true;
        return false;
    }
}
