package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent to any path, by whomever: the sender is at fault, not the hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class MalformedRequestsTest {

    /** 10,000 and more with -Dscopebridge.malformed. */
    private static final int REQUESTS = Integer.getInteger("scopebridge.malformed", 2_000);
    private static final int THREADS = 4;
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 3;
    private static final long LEFT_BEHIND = 8 << 20;
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static final String AUTHORIZATION = "Basic " + Base64.getEncoder().encodeToString(("admin:" + TestHub.PASSWORD).getBytes());

    private TestHub hub;
    private MalformedRequests requests;

    @BeforeAll
    void start() {
        hub = TestHub.shared().start();
        Map<String, Object> connection = hub.connection("connectwise", Map.of("webhooks.secret", SECRET));
        connection.put("id", "odd");
        connection.put("enabled", false);
        hub.put("odd", connection);
        requests = new MalformedRequests(paths(), connection, AUTHORIZATION);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    /** By method and pattern, as the hub maps them, with what Camel and the container map. */
    private List<String> paths() {
        List<String> all = new ArrayList<>(List.of("POST /webhooks/{id}", "POST /callbacks/connectwise/{id}", "POST /callbacks/autotask/{id}", "GET /error", "POST /error",
            "GET /actuator/health", "GET /actuator/health/{id}", "POST /actuator/jolokia", "GET /actuator/jolokia/read/{id}", "POST /actuator/hawtio/jolokia", "GET /actuator/hawtio/{id}",
            "POST /actuator/loggers/{id}", "GET /actuator/{id}", "GET /login", "POST /login", "POST /logout", "GET /{id}", "POST /actuator/hawtio/auth/login", "GET /actuator/hawtio/proxy/{id}"));
        hub.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
            .filter(path -> path.startsWith("/api/")).forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + path))));
        all.sort(null);
        return all;
    }

    /** Before the login, and unread: it is no URL-encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void formsAreRefusedWithoutReadingThem(String method) throws Exception {
        for (String path : List.of("/x", "/api/connections/odd", "/webhooks/odd")) {
            assertThat(form(method, path, "%zz=1")).as(path).isEqualTo(415);
        }
    }

    /** As {@code curl -d ''} sends it; what needs a body of JSON says so. */
    @ParameterizedTest
    @CsvSource({"/api/connections/odd/disable, 200", "/api/replays/999999/cancel, 404", "/api/log/999999/retry, 400", "/api/connections, 415"})
    void anEmptyFormIsNoBody(String path, int status) throws Exception {
        assertThat(form("POST", path, "")).isEqualTo(status);
    }

    private int form(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(hub.url() + path)).header("Content-Type", "application/x-www-form-urlencoded")
            .header("Authorization", AUTHORIZATION).method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void noRequestIsAFaultOfTheHub() throws Exception {
        int port = URI.create(hub.url()).getPort();
        // What is loaded and cached once.
        requests.send(port, new Random(THREADS), WARM_UP);
        Map<String, String> faults = new TreeMap<>();
        long leastLeft = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = heap();
            faults.putAll(round(port, round));
            leastLeft = Math.min(leastLeft, heap() - before);
        }

        assertThat(faults.entrySet()).as("responses that are not the sender's fault").isEmpty();
        assertThat(requests.statuses()).as("all kinds of responses").containsKeys(200, 400, 401, 404, 405, 415);
        assertThat(hub.send("GET", "/api/connections/odd", null).statusCode()).isEqualTo(200);
        // Caches grow in one round or the other; a leak grows in each.
        assertThat(leastLeft).as("bytes of heap that each round left behind").isLessThan(LEFT_BEHIND);
    }

    private Map<String, String> round(int port, int round) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Future<Map<String, String>>> results = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(round * THREADS + thread);
            results.add(threads.submit((Callable<Map<String, String>>) () -> requests.send(port, random, REQUESTS / THREADS / ROUNDS)));
        }
        Map<String, String> faults = new TreeMap<>();
        for (Future<Map<String, String>> result : results) faults.putAll(result.get());
        threads.shutdown();
        return faults;
    }

    /** Without what the practice servers keep of the requests to them. */
    private long heap() {
        for (PracticeServer server : List.of(hub.scopeStack, hub.autotask, hub.connectWise)) server.forgetReceived();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
