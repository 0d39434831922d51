package io.scopebridge.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.ScopeBridge;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = ScopeBridge.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
    "spring.datasource.url=jdbc:h2:mem:first;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
    "spring.jmx.enabled=true",
    "camel.main.routes-include-pattern=file:routes/hub/failures.camel.yaml"})
@DirtiesContext
@StartsHub
class FirstStartTest {

    @TempDir
    static Path data;
    @LocalServerPort
    int port;
    @Autowired
    FirstPassword firstPassword;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("scopebridge.data", data::toString);
    }

    @Test
    void theFirstPasswordOpensTheConsoleAndIsNotOnItsLogsPage() throws Exception {
        String password = firstPassword.take().orElseThrow();
        WebClient admin = new WebClient(port);
        assertThat(admin.login("admin", password).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/"));
        admin.get("/actuator/hawtio/");
        String logs = admin.jolokia("{\"type\":\"exec\",\"mbean\":\"hawtio:type=LogQuery\",\"operation\":\"getLogResults(int)\",\"arguments\":[1000]}").toString();
        assertThat(logs).contains("Tomcat started").doesNotContain(password);
    }
}
