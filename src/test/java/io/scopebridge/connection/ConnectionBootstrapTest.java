package io.scopebridge.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.ConnectionsHub;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
@StartsHub
class ConnectionBootstrapTest {

    private static final String KEY = "c2NvcGVicmlkZ2UtdGVzdC1rZXktMzItYnl0ZXMhISE=";
    private static final String OTHER_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1";

    @Test
    void configuredConnectionsAreMadeThenUpdatedAndAWrongOneIsLeftOutWithTheReason(CapturedOutput output) {
        Map<String, Object> configured = autotask("northwind");
        configured.putAll(autotask("broken"));
        configured.put("scopebridge.connections.broken.settings.opportunities.cron", "often");
        try (var hub = start(KEY, configured)) {
            var connections = hub.getBean(Connections.class);
            Connection made = connections.get("northwind");
            assertThat(made.enabled()).isTrue();
            assertThat(made.secret("autotask.secret")).isEqualTo("at-s3cret");
            assertThat(made.settings().at("/projects/createOnApproval").isBoolean()).isTrue();
            assertThat(made.settings().at("/projects/options/governance").isBoolean()).isTrue();
            assertThat(connections.find("broken")).isEmpty();
            assertThat(output).contains("scopebridge.connections.broken.opportunities.cron must be a schedule").doesNotContain("at-s3cret");
            connections.enable("northwind", false);
        }
        configured.remove("scopebridge.connections.northwind.settings.autotask.secret");
        configured.put("scopebridge.connections.northwind.name", "Renamed");
        try (var hub = start(KEY, configured)) {
            Connection updated = hub.getBean(Connections.class).get("northwind");
            assertThat(updated.name()).isEqualTo("Renamed");
            assertThat(updated.secret("autotask.secret")).isEqualTo("at-s3cret");
            assertThat(updated.enabled()).isFalse();
        }
    }

    @Test
    void aConfiguredConnectionThatWasDeletedIsCreatedAtTheNextStart() {
        try (var hub = start(KEY, autotask("northwind"))) {
            assertThat(hub.getBean(ConnectionTable.class).delete("northwind")).as("and its rows are not removed yet").isTrue();
        }
        try (var hub = start(KEY, autotask("northwind"))) {
            assertThat(hub.getBean(Connections.class).find("northwind")).isPresent();
        }
    }

    @Test
    void withAnotherKeyTheHubStartsSaysSoAndTakesTheSecretsAnew(CapturedOutput output) {
        try (var hub = start(KEY, autotask("northwind"))) {
            assertThat(hub.getBean(Connections.class).all()).hasSize(1);
        }
        try (var hub = start(OTHER_KEY, Map.of())) {
            assertThat(output).contains("Connection 'northwind' is skipped.").contains("Restore the former key");
            assertThat(hub.getBean(Connections.class).enabled()).isEmpty();
            assertThat(hub.getBean(Connections.class).views()).hasSize(1);
        }
        try (var hub = start(OTHER_KEY, autotask("northwind"))) {
            assertThat(hub.getBean(Connections.class).get("northwind").secret("autotask.secret")).isEqualTo("at-s3cret");
        }
    }

    /** As environment variables give them too: no case, no types. */
    private static Map<String, Object> autotask(String id) {
        String at = "scopebridge.connections." + id + ".";
        return new TreeMap<>(Map.of(
            at + "name", "Northwind",
            at + "system", "autotask",
            at + "settings.scopestack.clientid", "ss-client",
            at + "settings.scopestack.client-secret", "ss-s3cret",
            at + "settings.autotask.username", "12345",
            at + "settings.autotask.secret", "at-s3cret",
            at + "settings.projects.createonapproval", "true",
            at + "settings.projects.options.governance", "false"));
    }

    private ConfigurableApplicationContext start(String key, Map<String, Object> configured) {
        Map<String, Object> properties = new TreeMap<>(configured);
        properties.putAll(Map.of("spring.datasource.url", database, "scopebridge.secret-key", key, "scopebridge.routes", "file:routes",
            "server.port", "0", "spring.jmx.enabled", "false", "camel.main.routes-include-pattern", "false", "spring.main.banner-mode", "off"));
        String[] arguments = properties.entrySet().stream().map(property -> "--" + property.getKey() + "=" + property.getValue()).toArray(String[]::new);
        return new SpringApplicationBuilder(ConnectionsHub.class).web(WebApplicationType.SERVLET).run(arguments);
    }
}
