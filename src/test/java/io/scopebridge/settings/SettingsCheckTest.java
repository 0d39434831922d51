package io.scopebridge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.scopebridge.group.Fast;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings are described for editors, and a wrong one stops the start by name. */
@Fast
@ExtendWith(OutputCaptureExtension.class)
class SettingsCheckTest {

    /** With -Dsettings.update=true it is written instead. */
    @Test
    void theDescriptionIsMadeOfApplicationYaml() throws IOException {
        if (Boolean.getBoolean("settings.update")) Files.writeString(SettingsMetadata.FILE, SettingsMetadata.text());
        assertThat(SettingsMetadata.FILE).as("run this test with -Dsettings.update=true, and commit the file").hasContent(SettingsMetadata.text());
    }

    @Test
    void everySettingHasASentence() {
        assertThat(SettingsMetadata.FILE).content().doesNotContain("\"description\":\"\"").contains("\"name\":\"scopebridge.jobs.workers\",\"type\":\"java.lang.Long\"", "\"defaultValue\":\"150s\"");
    }

    @Test
    void theDefaultsCanBeUsed() {
        assertThatCode(() -> start(Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        scopebridge.jobs.wokers                        | 4        | scopebridge.jobs.workers
        scopebridge.job.workers                        | 4        | is no setting of the hub
        scopebridge.governor.autotask.calls-per-minute | 4        | is no setting of the hub
        scopebridge.console.users.olga.rolle           | operator | is no setting of the hub
        scopebridge.public-url                         | https://${no.such.host} | refers to ${no.such.host}, which is not set
        scopebridge.jobs.lease                         | soon     | must be a duration
        scopebridge.jobs.lease                         | 150      | with its unit
        scopebridge.jobs.lease                         | -5s      | must be a duration
        scopebridge.jobs.keep                          | ''       | must be a duration
        scopebridge.jobs.workers                       | 0        | at least 1
        scopebridge.jobs.workers                       | many     | a whole number
        scopebridge.jobs.workers                       | 1e9      | a whole number
        scopebridge.jobs.tick                          | 0        | at least 1
        scopebridge.breaker.calls                      | 101      | from 1 to 100
        scopebridge.http.largest-answer                | big      | a size such as
        scopebridge.checks.after-saving                | maybe    | true or false
        """)
    void aWrongSettingStopsTheStartByName(String name, String value, String reason) {
        assertThatThrownBy(() -> start(Map.of(name, value))).isInstanceOf(UnusableSettings.class).hasMessageContaining(name).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scopebridge.jobs.perConnection", "scopebridge.jobs.per_connection", "scopebridge.opportunities.readAllUpTo"})
    void aNameCanBeSpelledAsSpringAllows(String name) {
        assertThatCode(() -> start(Map.of(name, "3"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> start(Map.of(name, "many"))).hasMessageContaining("a whole number");
    }

    @Test
    void whatHasNamesOfItsOwnIsAccepted() {
        assertThatCode(() -> start(Map.of("scopebridge.connections.acme.settings.autotask.username", "u", "scopebridge.console.users.olga.role", "operator",
            "scopebridge.governor.connectwise.per-tenant", "2", "scopebridge.console.origins[0]", "https://hub.example.com"))).doesNotThrowAnyException();
    }

    @Test
    void allThatIsWrongIsNamedAtOnceAndNoSecretIsShown() {
        assertThatThrownBy(() -> start(Map.of("scopebridge.jobs.wokers", "4", "scopebridge.alerts.keep", "long", "scopebridge.console.pasword", "hunter2hunter2")))
            .hasMessageContaining("scopebridge.jobs.wokers").hasMessageContaining("scopebridge.alerts.keep").hasMessageContaining("scopebridge.console.password")
            .hasMessageNotContaining("hunter2");
    }

    /** Kubernetes and others set variables as they like; their values are checked all the same. */
    @Test
    void anUnknownVariableOfTheEnvironmentStopsNothing() {
        assertThatCode(() -> startWith(Map.of("SCOPEBRIDGE_SERVICE_HOST", "10.0.0.1", "SCOPEBRIDGE_OTHER", "x", "SCOPEBRIDGE_JOBS_WORKERS", "4"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> startWith(Map.of("SCOPEBRIDGE_JOBS_WORKERS", "0"))).hasMessageContaining("scopebridge.jobs.workers");
        assertThatThrownBy(() -> startWith(Map.of("SCOPEBRIDGE_JOBS_PERCONNECTION", "0"))).hasMessageContaining("scopebridge.jobs.per-connection");
    }

    @Test
    void aStartEndsWithWhatIsWrongInPlaceOfAStackTrace(CapturedOutput output) {
        SpringApplication hub = new SpringApplication(Nothing.class);
        hub.setWebApplicationType(WebApplicationType.NONE);
        assertThatThrownBy(() -> hub.run("--scopebridge.jobs.wokers=4", "--scopebridge.jobs.lease=150")).isInstanceOf(UnusableSettings.class);
        assertThat(output).contains("APPLICATION FAILED TO START", "scopebridge.jobs.wokers is no setting of the hub. Did you mean scopebridge.jobs.workers?",
            "scopebridge.jobs.lease is '150'; it must be a duration with its unit").doesNotContain("\tat ");
    }

    static class Nothing {
    }

    private static void start(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("arguments", settings));
        check(environment);
    }

    private static void startWith(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        check(environment);
    }

    private static void check(StandardEnvironment environment) {
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        ConfigurationPropertySources.attach(environment);
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new SettingsCheck().initialize(context);
    }
}
