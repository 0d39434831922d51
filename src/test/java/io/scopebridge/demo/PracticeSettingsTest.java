package io.scopebridge.demo;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.scopebridge.group.StartsServer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

@StartsServer
class PracticeSettingsTest {

    static class Nothing {
    }

    /** The first thing that a newcomer does must not end with a refused setting. */
    @Test
    void theHubAcceptsTheSettingsOfTheQuickStart(@TempDir Path home) {
        try (PracticeSystems systems = PracticeSystems.open(home)) {
            SpringApplication hub = new SpringApplication(Nothing.class);
            hub.setWebApplicationType(WebApplicationType.NONE);
            String[] settings = PracticeSettings.of(home, systems).entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new);
            assertThatCode(() -> hub.run(settings).close()).doesNotThrowAnyException();
        }
    }
}
