package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.hub.Trickle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More senders than threads, none of which ends its request: everybody else is still answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class SlowSendersTest {

    private static final int MORE_THAN_THREADS = 260;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private TestHub hub;

    @BeforeAll
    void start() {
        hub = TestHub.shared().start();
        // A consumer that has not polled yet is not ready: until a second or two after the start.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> status("/actuator/health/readiness") == 200);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({"POST /webhooks/x, application/json, 1", "POST /webhooks/x, application/json, 260", "POST /login, application/x-www-form-urlencoded, 1",
        "POST /login, application/x-www-form-urlencoded, 260", "POST /api/connections, application/json, 260", "POST /api/connections, application/x-www-form-urlencoded, 260",
        "POST /actuator/jolokia, application/x-www-form-urlencoded, 260", "POST /callbacks/connectwise/x, multipart/form-data; boundary=b, 260",
        "PUT /x, application/x-www-form-urlencoded, 260", "GET /login, text/plain, 260"})
    void healthAndConsoleAnswerWhileBodiesTrickle(String line, String type, int addresses) throws Exception {
        String beginning = line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\nContent-Length: 10000\r\n\r\nx";
        try (Trickle slow = new Trickle(URI.create(hub.url()).getPort(), MORE_THAN_THREADS, addresses, beginning)) {
            for (int i = 0; i < 3; i++) {
                assertThat(status("/actuator/health/liveness")).isEqualTo(200);
                assertThat(status("/actuator/health/readiness")).isEqualTo(200);
                assertThat(status("/login")).isEqualTo(200);
                assertThat(hub.send("POST", "/api/log/1/retry", "{}").statusCode()).isBetween(400, 429);
            }
        }
    }

    private int status(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(hub.url() + path)).timeout(Duration.ofSeconds(8)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
