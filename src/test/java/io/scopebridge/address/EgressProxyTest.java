package io.scopebridge.address;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hub in a closed network: it resolves no name of the systems, and reaches them through the company's proxy only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class EgressProxyTest {

    private static final String CW = "cw.contoso.example";
    private static final String SCOPESTACK = "scopestack.contoso.example";

    private TestHub hub;
    private ConnectProxy proxy;
    private TlsEnd connectWise;
    private TlsEnd scopeStack;
    private TlsEnd onPremises;

    @BeforeAll
    void aHubBehindAProxy(@TempDir Path home) throws IOException {
        CertificateAuthority authority = new CertificateAuthority(home, "Contoso Root CA");
        proxy = new ConnectProxy();
        hub = new TestHub(home).withFewOpportunities().with("scopebridge.proxy.url", "http://hub@" + proxy.address()).with("scopebridge.proxy.username", "hub")
            .with("scopebridge.proxy.password", "geh:eim").with("scopebridge.proxy.no-proxy", "127.0.0.1,direct.example").with("scopebridge.tls.ca-file", authority.pem().toString()).start();
        connectWise = new TlsEnd(authority.issue(CW), hub.connectWise.url());
        scopeStack = new TlsEnd(authority.issue(SCOPESTACK), hub.scopeStack.url());
        onPremises = new TlsEnd(authority.issue("cw.contoso.local"), hub.connectWise.url());
        proxy.knows(CW, connectWise.port()).knows(SCOPESTACK, scopeStack.port()).knows("cw.contoso.local", onPremises.port())
            .knows("plain.contoso.example", URI.create(hub.connectWise.url()).getPort());
    }

    @BeforeEach
    void everythingIsLetThrough() {
        proxy.wants("hub", "geh:eim").forget();
        hub.put(CONNECTWISE, closed(Map.of()));
        hub.connectWise.forgetReceived();
    }

    @AfterAll
    void stop() {
        for (AutoCloseable one : new AutoCloseable[] {hub, proxy, connectWise, scopeStack, onPremises}) {
            try {
                one.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    @Test
    void everyCallGoesThroughTheProxy() {
        JsonNode job = hub.push(CONNECTWISE, 95011, Map.of());

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(proxy.seen()).contains("CONNECT " + CW + ":443", "CONNECT " + SCOPESTACK + ":443").allMatch(call -> call.startsWith("CONNECT "));
        assertThat(hub.connectWise.received()).isNotEmpty();
    }

    @Test
    void plainHttpGoesThroughTheProxyToo() {
        hub.put(CONNECTWISE, closed(Map.of("connectwise.host", "http://plain.contoso.example", "network.allowPlainHttp", true)));

        JsonNode row = signIn();
        assertThat(row.path("state").asText()).as(row.toString()).isEqualTo("GRANTED");
        assertThat(proxy.seen()).contains("GET plain.contoso.example");
    }

    @Test
    void whatIsNamedInNoProxyIsCalledDirectly() {
        hub.put(CONNECTWISE, hub.connection("connectwise"));

        JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());

        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(proxy.seen()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://cw.contoso.local", "https://connectwise", "https://cw.corp"})
    void aNameThatCanOnlyBePrivateIsRefusedBeforeTheProxyHearsOfIt(String host) {
        hub.put(CONNECTWISE, closed(Map.of("connectwise.host", host)));

        JsonNode row = signIn();

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("found").asText()).contains("private network", URI.create(host).getHost());
        assertThat(row.path("remedy").asText()).contains("network.privateHosts");
        assertThat(proxy.seen()).noneMatch(call -> call.contains(URI.create(host).getHost()));
    }

    @Test
    void aPrivateNameThatTheConnectionAllowsIsCalled() {
        hub.put(CONNECTWISE, closed(Map.of("connectwise.host", "https://cw.contoso.local", "network.privateHosts", "cw.contoso.local")));

        assertThat(signIn().path("state").asText()).isEqualTo("GRANTED");
        assertThat(proxy.seen()).contains("CONNECT cw.contoso.local:443");
    }

    @Test
    void anAddressThatTurnedPrivateIsRefusedBeforeTheProxyHearsOfIt() {
        hub.database().sql("update connection set settings = replace(settings, 'https://cw.contoso.example', 'https://127.0.0.2') where id = ?").param(CONNECTWISE).update();

        assertThat(signIn().path("found").asText()).contains("points to a private network");
        assertThat(proxy.seen()).noneMatch(call -> call.contains("127.0.0.2"));
    }

    @ParameterizedTest
    @CsvSource({"403, CONFIGURATION, scopebridge.proxy.no-proxy", "503, TRANSIENT, reach", "404, CONFIGURATION, rules", "429, TRANSIENT, ''", "301, CONFIGURATION, ''"})
    void whatTheProxyRefusesIsNotTakenForAnAnswerOfTheSystem(int status, String type, String remedy) {
        // A tunnel that is open already stays open.
        String host = "refused-" + status + ".contoso.example";
        proxy.refuses(host, status);

        JsonNode entry = failedPush(host);

        assertThat(entry.path("class").asText()).as(entry.toString()).isEqualTo(type);
        assertThat(entry.path("cause").asText()).contains("proxy " + proxy.address(), host, "HTTP " + status);
        assertThat(entry.path("remedy").asText()).contains(remedy);
        assertThat(hub.connectWise.received()).isEmpty();
    }

    @Test
    void wrongCredentialsOfTheProxyAreNamedAndNotShown() {
        proxy.wants("hub", "another");

        JsonNode entry = failedPush("another.contoso.example");

        assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
        assertThat(entry.path("cause").asText()).contains("HTTP 407");
        assertThat(entry.path("remedy").asText()).contains("scopebridge.proxy.password");
        assertThat(hub.get("/api/log/" + entry.path("id").asText()).toString()).doesNotContain("geh:eim", "Z2VoOmVpbQ");
    }

    private JsonNode failedPush(String host) {
        hub.put(CONNECTWISE, closed(Map.of("connectwise.host", "https://" + host)));
        JsonNode job = hub.push(CONNECTWISE, 95010, Map.of());
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("FAILED");
        return hub.log(CONNECTWISE).get(0);
    }

    private JsonNode signIn() {
        assertThat(hub.send("POST", "/api/connections/" + CONNECTWISE + "/check", null).statusCode()).isEqualTo(200);
        for (JsonNode row : hub.get("/api/connections/" + CONNECTWISE + "/rights").path("rights")) {
            if (row.path("name").asText().equals("ConnectWise > Sign in")) return row;
        }
        throw new AssertionError("no row for signing in");
    }

    private Map<String, Object> closed(Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>(Map.of("connectwise.host", "https://" + CW, "scopestack.apiUrl", "https://" + SCOPESTACK,
            "scopestack.tokenUrl", "https://" + SCOPESTACK + "/oauth/token", "scopestack.webUrl", "https://" + SCOPESTACK, "network.allowPlainHttp", false));
        all.putAll(changes);
        all.put("network.allowPrivateAddresses", null);
        return hub.connection("connectwise", all);
    }
}
