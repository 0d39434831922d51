package io.scopebridge.security;

import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proxy says of the browser counts; what anybody else says of itself does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class ForwardedHeadersTest {

    private static final String PUBLIC = "https://hub.example.com";
    private static final String VERSION = "{\"type\":\"version\"}";

    private TestHub hub;
    private int port;

    @BeforeAll
    void aHubThatKnowsOneProxy(@TempDir Path home) {
        hub = new TestHub(home).with("scopebridge.console.origins", PUBLIC).with("scopebridge.console.url", "https://console.example.com").with("server.tomcat.remoteip.internal-proxies", "127\\.0\\.0\\.1")
            .with("spring.jmx.enabled", true).start();
        port = URI.create(hub.url()).getPort();
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({"/actuator/hawtio/jolokia, https", "/actuator/hawtio/jolokia,", "/actuator/jolokia, https", "/actuator/jolokia,"})
    void jmxAnswersAPageThatCameOverHttps(String path, String proto) throws Exception {
        String[] login = basic("admin", TestHub.PASSWORD);
        HttpResponse<String> answer = proto == null
            ? new WebClient(port).send("POST", path, VERSION, login[0], login[1], "Origin", PUBLIC)
            : new WebClient(port).send("POST", path, VERSION, login[0], login[1], "Origin", PUBLIC, "X-Forwarded-Proto", proto);

        assertThat(json(answer).path("status").asInt()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/value/agent").asText()).isNotBlank();
    }

    @Test
    void theUrlThatLinksLeadToIsAnOriginToo() throws Exception {
        String[] login = basic("admin", TestHub.PASSWORD);
        assertThat(new WebClient(port).send("POST", "/actuator/hawtio/jolokia", VERSION, login[0], login[1], "Origin", "https://console.example.com").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"http://hub.example.com", "https://hub.example.com:8443", "https://hub.example.com.evil.example"})
    void jmxRefusesAnotherOriginWhateverTheProxySays(String origin) throws Exception {
        String[] login = basic("admin", TestHub.PASSWORD);

        assertThat(new WebClient(port).send("POST", "/actuator/hawtio/jolokia", VERSION, login[0], login[1], "Origin", origin, "X-Forwarded-Proto", "https").statusCode())
            .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"https", ","})
    void redirectsLeaveSchemeAndHostToTheBrowser(String proto) throws Exception {
        WebClient client = new WebClient(port);
        String[] headers = proto == null ? new String[] {"Accept", "text/html"} : new String[] {"Accept", "text/html", "X-Forwarded-Proto", proto};

        assertThat(client.get("/", headers).headers().firstValue("Location")).hasValue("/login");
        assertThat(client.get("/actuator/hawtio/scopebridge/log?connection=a%20b", headers).headers().firstValue("Location")).hasValue("/login");
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.0", "HTTP/1.1"})
    void redirectsAreRelativeForEveryVersionOfHttp(String version) throws Exception {
        assertThat(sent("127.0.0.1", "GET / " + version + "\r\nAccept: text/html\r\nX-Forwarded-Proto: https\r\n")).contains(" 302 ", "\r\nLocation: /login\r\n");
    }

    @Test
    void afterTheLoginRedirectsAreRelativeToo() throws Exception {
        WebClient client = new WebClient(port);
        assertThat(client.login("admin", "wrong").headers().firstValue("Location")).hasValue("/login?wrong");
        client.get("/actuator/hawtio/scopebridge/log?connection=a%20b", "Accept", "text/html");
        assertThat(client.login("admin", TestHub.PASSWORD).headers().firstValue("Location"))
            .hasValueSatisfying(to -> assertThat(to).startsWith("/actuator/hawtio/scopebridge/log?connection=a%20b"));
        assertThat(client.login("admin", TestHub.PASSWORD).headers().firstValue("Location")).as("the page is forgotten").hasValue("/actuator/hawtio/");
        assertThat(client.get("/").headers().firstValue("Location")).hasValue("/actuator/hawtio/");
    }

    @Test
    void cookiesAreSecureOverHttps() throws Exception {
        assertThat(new WebClient(port).get("/login", "X-Forwarded-Proto", "https").headers().allValues("Set-Cookie")).isNotEmpty()
            .allSatisfy(cookie -> assertThat(HttpCookie.parse(cookie).get(0).getSecure()).as(cookie).isTrue());
        assertThat(new WebClient(port).get("/login").headers().allValues("Set-Cookie")).isNotEmpty()
            .allSatisfy(cookie -> assertThat(HttpCookie.parse(cookie).get(0).getSecure()).as(cookie).isFalse());
    }

    @Test
    void whoGuessesPasswordsThroughTheProxyMakesNobodyElseWait() throws Exception {
        for (int i = 0; i < 6; i++) guess("127.0.0.1", "198.51.100.7, 203.0.113." + i + ", 192.0.2.1");

        assertThat(guess("127.0.0.1", "192.0.2.1")).as("the last address that the proxy has seen itself").contains(" 429 ");
        assertThat(guess("127.0.0.1", "192.0.2.2")).contains(" 401 ");
    }

    @Test
    void aStrangerIsNotBelieved() throws Exception {
        for (int i = 0; i < 6; i++) guess("127.0.0.2", "192.0.2.1" + i);

        assertThat(guess("127.0.0.2", "192.0.2.99")).contains(" 429 ");
        assertThat(sent("127.0.0.2", "GET /login HTTP/1.1\r\nX-Forwarded-Proto: https\r\n")).contains("Set-Cookie: ").doesNotContain("Secure").doesNotContain("Strict-Transport-Security");
        assertThat(sent("127.0.0.1", "GET /login HTTP/1.1\r\nX-Forwarded-Proto: https\r\n")).contains("; Secure", "Strict-Transport-Security");
    }

    /** Guessers and users share an address where a proxy does not say whose request it is. */
    @Test
    void aBrowserThatHasLoggedInBeforeIsNotKeptOutByGuessesAtItsNameAndAddress() throws Exception {
        WebClient known = new WebClient(port, "X-Forwarded-For", "192.0.2.43");
        known.login("admin", TestHub.PASSWORD);
        WebClient stranger = new WebClient(port, "X-Forwarded-For", "192.0.2.43");
        for (int i = 0; i < 6; i++) stranger.login("admin", "wrong-password");

        assertThat(stranger.login("admin", TestHub.PASSWORD).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith("/login?wait="));
        assertThat(known.login("admin", TestHub.PASSWORD).headers().firstValue("Location")).hasValue("/actuator/hawtio/");
        String[] login = basic("admin", TestHub.PASSWORD);
        assertThat(sent("127.0.0.1", "GET /api/log HTTP/1.1\r\n" + login[0] + ": " + login[1] + "\r\nX-Forwarded-For: 192.0.2.44\r\n")).contains(" 200 ");
    }

    @Test
    void whoTriesManyNamesIsSlowedDownAndTheUsersOfThatAddressAreNot() throws Exception {
        String[] login = basic("admin", TestHub.PASSWORD);
        String right = "GET /api/log HTTP/1.1\r\n" + login[0] + ": " + login[1] + "\r\nX-Forwarded-For: 192.0.2.50\r\n";
        assertThat(sent("127.0.0.1", right)).contains(" 200 ");
        for (int i = 0; i < 11; i++) assertThat(guess("127.0.0.1", "192.0.2.50", "name" + i)).contains(" 401 ");

        assertThat(guess("127.0.0.1", "192.0.2.50", "one-more")).contains(" 429 ", "Retry-After: ");
        assertThat(sent("127.0.0.1", right)).contains(" 200 ");
    }

    /** A proxy sends the name that the browser asked for in Host, or that of its upstream there and the other in X-Forwarded-Host. */
    @ParameterizedTest
    @CsvSource({"hub.example.com,, 200", "hub.example.com, hub.example.com, 200", "127.0.0.1:8080, hub.example.com, 200", "scopebridge.default.svc:8080, hub.example.com, 200",
        "console.example.com,, 200", "evil.example, hub.example.com, 400", "hub.example.com, evil.example, 400"})
    void bothNamesAreOurs(String host, String forwarded, int status) throws Exception {
        String head = "GET /login HTTP/1.1\r\nHost: " + host + "\r\n" + (forwarded == null ? "" : "X-Forwarded-Host: " + forwarded + "\r\n");
        assertThat(requested("127.0.0.1", head)).startsWith("HTTP/1.1 " + status + " ");
    }

    private String guess(String from, String forwardedFor) throws IOException {
        return guess(from, forwardedFor, "guesser");
    }

    private String guess(String from, String forwardedFor, String name) throws IOException {
        String[] login = basic(name, "wrong-password");
        return sent(from, "GET /api/log HTTP/1.1\r\n" + login[0] + ": " + login[1] + "\r\nX-Forwarded-For: " + forwardedFor + "\r\n");
    }

    /** Of the addresses of this machine any in 127.0.0.0/8 can be the sender's. */
    private String sent(String from, String head) throws IOException {
        return requested(from, head + "Host: hub.example.com\r\n");
    }

    private String requested(String from, String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
