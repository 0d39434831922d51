package io.scopebridge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Http;
import io.scopebridge.hub.HubTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Events signed and sent by the libraries that senders use, not by the one that the hub checks with. */
@HubTest
@StartsHub
class WebhookSendersTest {

    private static final Path SENDERS = Path.of("src/test/webhook-senders");
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String EVENT = "{\"type\":\"project.changed\",\"timestamp\":\"2026-11-26T10:00:00Z\",\"data\":{\"project\":\"90001\"},\"note\":\"Zürich 👩‍💻\"}";

    @LocalServerPort int port;

    @BeforeAll
    static void librariesAreInstalled() {
        if (Boolean.getBoolean("scopebridge.no-skips")) return;
        assumeTrue(Files.isDirectory(SENDERS.resolve("node_modules")), "Run npm install --no-package-lock in " + SENDERS + " to test with the libraries of senders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"standardwebhooks", "svix"})
    void anEventOfThisLibraryIsStored(String library) throws Exception {
        String id = "sender-" + library;
        assertThat(new Http(port).post("/api/connections", """
            {"id":"%s","name":"Northwind","system":"autotask","enabled":true,"settings":{"scopestack":{"clientId":"c","clientSecret":"s"},
             "autotask":{"username":"u","secret":"s"},"webhooks":{"secret":"%s"}}}""".formatted(id, SECRET)).status()).isEqualTo(201);

        assertThat(send(library, id, SECRET)).startsWith("202");
        assertThat(send(library, id, SECRET)).startsWith("200");
        assertThat(send(library, id, "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=")).startsWith("401");
    }

    private String send(String library, String connection, String secret) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "send.mjs", library, "http://127.0.0.1:" + port + "/webhooks/" + connection, secret, "evt_1", EVENT)
            .directory(SENDERS.toFile()).redirectErrorStream(true).start();
        String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).as(output).isTrue();
        return output;
    }
}
