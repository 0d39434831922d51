package io.scopebridge.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.HubTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
@StartsHub
class GuardedHttpTest {

    private static final String OPTIONS = "?bridgeEndpoint=true&throwExceptionOnFailure=false";

    @Autowired ProducerTemplate camel;
    @Autowired CamelContext context;
    @Autowired JdbcClient db;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
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
        server.stop(0);
        db.sql("delete from connection where id like 'guarded%'").update();
    }

    @Test
    void aPrivateHostThatNoConnectionAllowsGetsNoCall() {
        assertThatThrownBy(() -> camel.requestBody(url + "/x" + OPTIONS, (Object) null)).rootCause()
            .isInstanceOf(PrivateAddressRefused.class).hasMessageContaining("network.privateHosts");
        assertThat(seen).isEmpty();
    }

    @Test
    void aHostThatTurnedPrivateAfterItWasSavedGetsNoCall() {
        connection("guarded-rebound", "localhost", false);
        connection("guarded-other", "127.0.0.2", true);

        String rebound = "http://localhost:" + server.getAddress().getPort() + "/x" + OPTIONS;
        assertThatThrownBy(() -> camel.requestBody(rebound, (Object) null)).rootCause().isInstanceOf(PrivateAddressRefused.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void aConnectionThatAllowsItsPrivateHostIsCalledOnceWithoutCookiesAndRedirects() {
        connection("guarded-allowed", "127.0.0.1", true);

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

    private int status(String method, String path) {
        return camel.request(url + path + OPTIONS, exchange -> exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method))
            .getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private void connection(String id, String host, boolean allowed) {
        db.sql("insert into connection (id, name, system, enabled, settings, secrets) values (?, 'x', 'connectwise', true, ?, '{}')")
            .params(id, "{\"connectwise\":{\"host\":\"http://" + host + ":1\"},\"network\":{\"allowPrivateAddresses\":" + allowed + "}}").update();
    }
}
