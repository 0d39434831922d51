package io.scopebridge.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.HubTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@HubTest
@StartsHub
class GuardedHttpTest {

    private static final String OPTIONS = "?bridgeEndpoint=true&throwExceptionOnFailure=false";

    @Autowired ProducerTemplate camel;
    @Autowired CamelContext context;
    @Autowired Environment hub;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private HttpServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/gzip/")) {
                answerCompressed(exchange, Integer.parseInt(path.substring(6)));
                return;
            }
            if (List.of("/endless", "/announced", "/zipped").contains(path)) {
                answerWithoutEnd(exchange, path);
                return;
            }
            seen.add(exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().getOrDefault("Cookie", List.of()));
            exchange.getResponseHeaders().add("Set-Cookie", "tenant=first; Path=/");
            if (path.equals("/busy")) exchange.getResponseHeaders().add("Retry-After", "1");
            if (path.equals("/moved")) exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(path.equals("/busy") ? 503 : path.equals("/moved") ? 302 : 200, -1);
            exchange.close();
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        CallingConnection.end();
        server.stop(0);
    }

    @Test
    void aPrivateHostThatNoConnectionAllowsGetsNoCall() {
        assertThatThrownBy(() -> camel.requestBody(url + "/x" + OPTIONS, (Object) null)).rootCause()
            .isInstanceOf(PrivateAddressRefused.class).hasMessageContaining("network.privateHosts");
        assertThat(seen).isEmpty();
    }

    @Test
    void whatAnotherConnectionMayCallIsRefusedAtTheSocket() {
        calling("guarded-allowed", "localhost");
        String named = "http://localhost:" + server.getAddress().getPort() + "/x" + OPTIONS;
        camel.requestBody(named, (Object) null);
        assertThat(seen).hasSize(1);

        calling("guarded-rebound", "127.0.0.2");

        assertThatThrownBy(() -> camel.requestBody(named, (Object) null)).as("not over the open socket of the other one either").rootCause()
            .isInstanceOf(PrivateAddressRefused.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aResponseThatIsTooLargeIsEndedWhileItArrives() {
        calling("guarded-large", "127.0.0.1");
        for (String path : List.of("/endless", "/announced", "/zipped")) {
            assertThat(FailureOf.of(camel.request(url + path + OPTIONS, exchange -> { }).getException())).as(path).satisfies(failure -> {
                assertThat(failure.type()).isEqualTo(FailureClass.CONFIGURATION);
                assertThat(failure.cause()).contains("is larger than 64 MB");
                assertThat(failure.remedy()).contains("scopebridge.http.largest-answer");
            });
        }
        assertThat(sent.get()).as("bytes of the endless response").isLessThan(2L * 64 * 1024 * 1024);
    }

    @Test
    void everyThreadThatCallsGetsASocketAndAFullPoolIsCalledThat() throws Exception {
        int callers = hub.getRequiredProperty("scopebridge.jobs.workers", Integer.class) + hub.getRequiredProperty("scopebridge.plan.threads", Integer.class);
        PoolingHttpClientConnectionManager pool = (PoolingHttpClientConnectionManager) context.getComponent("http", HttpComponent.class).getClientConnectionManager();

        assertThat(pool.getDefaultMaxPerRoute()).isGreaterThanOrEqualTo(callers);
        assertThat(pool.getMaxTotal()).isGreaterThanOrEqualTo(callers);
        assertThat(FailureOf.of(new IllegalStateException("GET https://slow.example.com/x", new ConnectionRequestTimeoutException("Timeout deadline"))).cause())
            .contains("pool is full", "slow.example.com").doesNotContain("in time");
    }

    @Test
    void aConnectionThatAllowsItsPrivateHostIsCalledOnceWithoutCookiesAndRedirects() {
        calling("guarded-allowed", "127.0.0.1");

        assertThat(status("POST", "/busy")).isEqualTo(503);
        assertThat(status("GET", "/moved")).isEqualTo(302);
        assertThat(status("GET", "/again")).isEqualTo(200);
        assertThat(status("GET", "/again")).isEqualTo(200);

        assertThat(seen).containsExactly("POST /busy []", "GET /moved []", "GET /again []", "GET /again []");
    }

    @Test
    void encryptedCallsAreGuardedToo() {
        assertThatThrownBy(() -> camel.requestBody("https://127.0.0.1:" + server.getAddress().getPort() + OPTIONS, (Object) null)).rootCause()
            .isInstanceOf(PrivateAddressRefused.class);
        HttpComponent https = context.getComponent("https", HttpComponent.class);
        assertThat(List.of(https.getConnectTimeout(), https.getConnectionRequestTimeout(), https.getResponseTimeout())).containsExactly(5_000L, 5_000L, 30_000L);
    }

    /** CVE-2026-64607: every such answer kept its connection, until no call of anybody got one. */
    @Test
    void anAnswerThatCannotBeDecodedGivesItsConnectionBack() {
        calling("guarded-nested", "127.0.0.1");

        int perHost = ((PoolingHttpClientConnectionManager) context.getComponent("http", HttpComponent.class).getClientConnectionManager()).getDefaultMaxPerRoute();
        for (int i = 0; i <= perHost; i++) {
            assertThat(camel.request(url + "/gzip/8" + OPTIONS, exchange -> { }).getException()).as("call %s", i)
                .isNotNull().isNotInstanceOf(ConnectionRequestTimeoutException.class);
        }

        assertThat(status("GET", "/again")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCompressedAnswerIsReadableText(int times) {
        calling("guarded-compressed", "127.0.0.1");

        assertThat(camel.requestBody(url + "/gzip/" + times + OPTIONS, null, String.class)).isEqualTo("{\"name\":\"Tailspin\"}");
    }

    private static void answerCompressed(HttpExchange exchange, int times) throws IOException {
        byte[] body = "{\"name\":\"Tailspin\"}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            ByteArrayOutputStream encoded = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(encoded)) {
                gzip.write(body);
            }
            body = encoded.toByteArray();
        }
        if (times > 0) exchange.getResponseHeaders().add("Content-Encoding", String.join(", ", Collections.nCopies(times, "gzip")));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int status(String method, String path) {
        return camel.request(url + path + OPTIONS, exchange -> exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method))
            .getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static void calling(String id, String mayCall) {
        PrivateHostList allowed = new PrivateHostList(List.of(mayCall));
        CallingConnection.begin(id, new PrivateHosts() {
            @Override
            public boolean allows(String host, InetAddress address) {
                return allowed.covers(host, address);
            }

            @Override
            public boolean allows(String host) {
                return allowed.names(host);
            }
        });
    }

    private void answerWithoutEnd(HttpExchange exchange, String path) throws IOException {
        byte[] block = new byte[1024 * 1024];
        if (path.equals("/zipped")) exchange.getResponseHeaders().add("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, path.equals("/announced") ? 200L * block.length : 0);
        try (OutputStream body = path.equals("/zipped") ? new GZIPOutputStream(exchange.getResponseBody()) : exchange.getResponseBody()) {
            for (int i = 0; i < 200; i++) {
                body.write(block);
                if (path.equals("/endless")) sent.addAndGet(block.length);
            }
        } catch (IOException closed) {
            exchange.close();
        }
    }
}
