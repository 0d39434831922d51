package io.scopebridge.connection;

import static io.scopebridge.hub.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.Fast;
import io.scopebridge.schema.SchemaFiles;
import io.scopebridge.web.FieldError;
import io.scopebridge.web.InvalidInput;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

@Fast
class ProjectOptionsTest {

    private final ProjectOptions options = new ProjectOptions(new SchemaFiles(new PathMatchingResourcePatternResolver(), new ObjectMapper(), "file:routes"));

    @Test
    void autotaskHasDefaultsForAll() {
        var whole = options.validate("autotask", json("{\"estimatedStart\":\"2026-03-01\"}"));

        assertThat(whole).isEqualTo(json("""
            {"estimatedStart":"2026-03-01","estimatedEnd":"2026-03-31","status":"New","projectType":"Client",
             "phases":"phases","tasks":"services-and-subservices","governance":true}"""));
    }

    @Test
    void datesFollowTodayWhenNoneIsGiven() {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        var whole = options.validate("connectwise", json("{\"board\":51}"));

        assertThat(LocalDate.parse(whole.get("estimatedStart").asText())).isBetween(today, today.plusDays(1));
        assertThat(whole.get("billingMethod").asText()).isEqualTo("FixedFee");
        assertThat(whole.get("template").isNull()).isTrue();
    }

    @Test
    void aNewConnectWiseProjectNeedsABoardAndAnExistingOneDoesNot() {
        assertThat(wrong("connectwise", "{}")).containsExactly("board");
        assertThat(options.validate("connectwise", json("{\"project\":812}")).get("project").asInt()).isEqualTo(812);
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

    private Set<String> wrong(String system, String given) {
        try {
            options.validate(system, json(given));
        } catch (InvalidInput e) {
            return e.errors().stream().map(FieldError::field).collect(java.util.stream.Collectors.toSet());
        }
        throw new AssertionError("was accepted: " + given);
    }
}
