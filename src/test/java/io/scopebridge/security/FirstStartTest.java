package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.HubProcess;
import io.scopebridge.hub.TestHub;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a process of its own: one JVM has one Logs page, which shows nothing of a second hub. */
@StartsHub
class FirstStartTest {

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+) \\(shown only this once\\)");

    @Test
    void theFirstPasswordOpensTheConsoleAndIsNotOnItsLogsPage(@TempDir Path home) throws Exception {
        try (TestHub hub = new TestHub(home).without("scopebridge.console.password").with("spring.jmx.enabled", true);
             HubProcess process = HubProcess.start(hub, home)) {
            Matcher shown = PASSWORD.matcher(process.output());
            assertThat(shown.find()).isTrue();
            WebClient admin = new WebClient(URI.create(hub.url()).getPort());

            assertThat(admin.login("admin", shown.group(1)).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/"));

            admin.get("/actuator/hawtio/");
            String logs = admin.jolokia("{\"type\":\"exec\",\"mbean\":\"hawtio:type=LogQuery\",\"operation\":\"getLogResults(int)\",\"arguments\":[1000]}").toString();
            assertThat(logs).contains("Tomcat started").doesNotContain(shown.group(1));
        }
    }
}
