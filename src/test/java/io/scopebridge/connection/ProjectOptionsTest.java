package io.scopebridge.connection;

import static io.scopebridge.hub.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.time.TimeZones;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Fast
class ProjectOptionsTest {

    private static final SchemaFiles FILES = new SchemaFiles(new PathMatchingResourcePatternResolver(), new ObjectMapper(), "file:routes");

    private final ProjectOptions options = new ProjectOptions(FILES, new TimeZones("UTC", Clock.systemUTC()));

    @Test
    void autotaskHasDefaultsForAll() {
        var whole = options.validate(connection("autotask"), json("{\"estimatedStart\":\"2026-03-01\"}"));

        assertThat(whole).isEqualTo(json("""
            {"estimatedStart":"2026-03-01","estimatedEnd":"2026-03-31","status":"New","projectType":"Client",
             "phases":"phases","tasks":"services-and-subservices","governance":true,"governanceSplit":false}"""));
    }

    @Test
    void datesFollowTodayWhenNoneIsGiven() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        var whole = options.validate(connection("connectwise"), json("{\"board\":51}"));

        assertThat(LocalDate.parse(whole.get("estimatedStart").asText())).isBetween(today, today.plusDays(1));
        assertThat(whole.get("billingMethod").asText()).isEqualTo("FixedFee");
        assertThat(whole.get("template").isNull()).isTrue();
    }

    @Test
    void aNewConnectWiseProjectNeedsABoardAndAnExistingOneDoesNot() {
        assertThat(wrong("connectwise", "{}")).containsExactly("board");
        assertThat(options.validate(connection("connectwise"), json("{\"project\":812}")).get("project").asInt()).isEqualTo(812);
        assertThat(wrong("connectwise", "{\"project\":\"old\",\"board\":\"Projects\"}")).containsExactly("project");
    }

    @Test
    void everyWrongOptionIsNamed() {
        assertThat(wrong("autotask", """
            {"estimatedStart":"2026-03-02","estimatedEnd":"2026-03-01","phases":"some","tasks":null,"governance":"yes","colour":1,"status":true}"""))
            .containsExactlyInAnyOrder("estimatedEnd", "phases", "tasks", "governance", "colour", "status");
        assertThat(wrong("autotask", "{\"estimatedStart\":\"2026-02-30\"}")).containsExactly("estimatedStart");
        assertThat(wrong("autotask", "[]")).containsExactly("");
        assertThat(wrong("halo", "{}")).containsExactly("system");
    }

    @Test
    void whatIsGivenGoesOverTheDefaultsOfTheConnection() {
        var connection = new Connection("c", "C", "connectwise", true, json("{\"projects\":{\"options\":{\"board\":\"Projects\",\"governance\":false}}}"), Map.of());

        var whole = options.validate(connection, json("{\"board\":\"Other\"}"));

        assertThat(whole.get("board").asText()).isEqualTo("Other");
        assertThat(whole.get("governance").asBoolean()).isFalse();
        assertThat(options.validate(connection, null).get("board").asText()).isEqualTo("Projects");
    }

    @Test
    void todayIsThatOfTheTimeZone() {
        Clock evening = Clock.fixed(Instant.parse("2026-11-26T21:06:00Z"), ZoneOffset.UTC);

        for (String[] row : new String[][]{{"", "2026-11-27"}, {"America/New_York", "2026-11-26"}, {"Pacific/Auckland", "2026-11-27"}, {"Africa/Cairo", "2026-11-26"}}) {
            var there = new ProjectOptions(FILES, new TimeZones("Pacific/Auckland", evening));
            var connection = new Connection("c", "C", "autotask", true, json("{\"time\":{\"zone\":\"" + row[0] + "\"}}"), Map.of());

            assertThat(there.validate(connection, null).get("estimatedStart").asText()).as(row[0]).isEqualTo(row[1]);
            assertThat(there.defaults(connection).get("estimatedStart").asText()).as(row[0]).isEqualTo(row[1]);
        }
    }

    private static Connection connection(String system) {
        return new Connection("c", "C", system, true, json("{}"), Map.of());
    }

    private Set<String> wrong(String system, String given) {
        try {
            options.validate(connection(system), json(given));
        } catch (InvalidInput e) {
            return e.errors().stream().map(FieldError::field).collect(java.util.stream.Collectors.toSet());
        }
        throw new AssertionError("was accepted: " + given);
    }
}
