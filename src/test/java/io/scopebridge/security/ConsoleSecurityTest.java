package io.scopebridge.security;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHub
@StartsHub
class ConsoleSecurityTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/log", "/api/connections", "/actuator/jolokia", "/actuator/hawtio/jolokia", "/actuator/prometheus", "/actuator/env"})
    void programsThatHaveNotLoggedInGetAProblemAndNoPasswordPrompt(String path) throws Exception {
        HttpResponse<String> answer = new WebClient(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(json(answer).at("/detail").asText()).contains("/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/hawtio/", "/actuator/hawtio/camel", "/anything"})
    void pagesLeadToTheLogin(String path) throws Exception {
        HttpResponse<String> answer = new WebClient(port).get(path, "Accept", "text/html");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(answer.headers().allValues("Set-Cookie")).as("strangers have no session").noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    /** Whatever the cookie says, the login leads to the console. */
    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/actuator/hawtio/", "/actuator/hawtio/\r\nX: y", "/login", "%", ""})
    void theLoginLeadsNowhereElse(String page) throws Exception {
        WebClient client = new WebClient(port);
        String token = client.login("nobody", "wrong-password") == null ? "" : client.cookie("XSRF-TOKEN").getValue();
        HttpResponse<String> answer = new WebClient(port).form("/login", "username=vera&password=" + PASSWORD + "&_csrf=" + token, "Cookie",
            "XSRF-TOKEN=" + token + "; wanted-page=" + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes()));
        assertThat(answer.headers().firstValue("Location")).hasValue("/actuator/hawtio/");
    }

    /** A page of a stranger's name that has moved to the address of the hub. */
    @ParameterizedTest
    @CsvSource({"evil.com, /, 400", "evil.com, /login, 400", "evil.com, /api/me, 400", "evil.com, /actuator/hawtio/, 400", "localhost.evil.com, /login, 400", "127.0.0.1.evil.com, /login, 400",
        "evil.com, /actuator/health/liveness, 200", "hub, /login, 200", "hub.default.svc.cluster.local:8080, /login, 200", "10.1.2.3:8080, /login, 200", "'[fd00::1]:8080', /login, 200",
        "LOCALHOST, /login, 200", "localhost., /login, 200"})
    void onlyNamesOfTheHubAreAnswered(String host, String path, int status) throws Exception {
        String answer = sent("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ").doesNotContain("evil.com");
    }

    /** Such a page can send any header but Host, and from this machine, which is a trusted proxy. */
    @ParameterizedTest
    @CsvSource({"evil.com, localhost, 400", "evil.com:8080, 127.0.0.1:8080, 400", "EVIL.com., hub, 400", "localhost:8080, evil.com, 400", "'[::1]:8080', evil.com, 400",
        "127.0.0.1:8080, localhost, 200", "hub-backend, 10.1.2.3, 200", "'[::1]:8080', localhost, 200", "localhost:, hub, 200"})
    void aForwardedNameDoesNotReplaceThatOfTheRequest(String host, String forwarded, int status) throws Exception {
        assertThat(sent("GET /login HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + forwarded + "\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void whoNamesNoHostIsNoBrowser() throws Exception {
        assertThat(sent("GET /actuator/health/liveness HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void webhooksComeUnderAnyName() throws Exception {
        assertThat(sent("POST /webhooks/none HTTP/1.1\r\nHost: hooks.example.com\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"))
            .startsWith("HTTP/1.1 404 ").doesNotContain("console.hosts");
    }

    @Test
    void otherSitesDoNotLearnAddressesOfTheConsole() throws Exception {
        assertThat(new WebClient(port).get("/login").headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(WebClient.loggedIn(port, "vera").get("/actuator/hawtio/").headers().firstValue("Referrer-Policy")).isPresent();
    }

    private String sent(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theLoginPageComesWithItsLooksAndAPolicyWithoutScripts() throws Exception {
        WebClient nobody = new WebClient(port);
        HttpResponse<String> page = nobody.get("/login");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'").doesNotContain("script-src"));
        assertThat(page.body()).contains("ScopeBridge").doesNotContain("<script", "$token");
        assertThat(nobody.get("/login/login.css").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/login/scopebridge.svg").statusCode()).isEqualTo(200);
    }

    @Test
    void theManualIsServedToWhoIsLoggedIn() throws Exception {
        WebClient nobody = new WebClient(port);
        assertThat(nobody.get("/manual/console", "Accept", "text/html").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(nobody.login("vera", PASSWORD).headers().firstValue("Location")).as("back to the page").hasValue("/manual/console");

        HttpResponse<String> page = nobody.get("/manual/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'").doesNotContain("script-src"));
        assertThat(page.body()).contains("<title>The console - ScopeBridge manual</title>", "<h2 id=\"replay\">", "aria-current=\"page\"").doesNotContain("<script", "$menu", "$root");
        assertThat(nobody.get("/manual/decisions/jobs").body()).contains("href=\"../manual.css\"", "href=\"../console\"");
        assertThat(nobody.get("/manual").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/manual/index"));
        assertThat(nobody.get("/manual/manual.css").statusCode()).isEqualTo(200);
        assertThat(nobody.get("/manual/nowhere").statusCode()).isEqualTo(404);
        assertThat(nobody.get("/manual/nowhere").body()).contains("There is no such page");
    }

    @Test
    void aLoginWithoutTheTokenOfItsPageIsRefused() throws Exception {
        assertThat(new WebClient(port).form("/login", "username=admin&password=" + PASSWORD).statusCode()).isEqualTo(403);
    }

    @Test
    void theSessionCookieIsKeptFromScriptsAndOtherSites() throws Exception {
        WebClient client = new WebClient(port);
        HttpResponse<String> answer = client.login("vera", PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .isNotEmpty().allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
        assertThat(client.get("/").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/"));
    }

    @Test
    void aWrongPasswordIsSaidOnThePage() throws Exception {
        WebClient client = new WebClient(port);
        HttpResponse<String> answer = client.login("nobody", "wrong-password");
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login?wrong"));
        assertThat(client.get("/login?wrong").body()).contains("Invalid user name or password.");
        assertThat(client.get("/login?wait=7").body()).contains("Try again in 7 seconds.");
        assertThat(client.get("/login?wait=%3Cb%3E").body()).doesNotContain("<b>");
    }

    @Test
    void afterLogoutTheSessionIsWorthNothing() throws Exception {
        WebClient client = WebClient.loggedIn(port, "vera");
        assertThat(client.get("/api/log").statusCode()).isEqualTo(200);
        assertThat(client.form("/logout", "", "Accept", "text/html", "X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").getValue()).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login?out"));
        assertThat(client.get("/api/log").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "vera,  GET,    /api/log,              200",
        "vera,  POST,   /api/log/1/retry,      403",
        "vera,  POST,   /api/replays,          403",
        "vera,  GET,    /api/replays,          200",
        "vera,  GET,    /api/audit,            403",
        "vera,  GET,    /api/log/export,       200",
        "olga,  GET,    /api/audit,            200",
        "olga,  POST,   /api/replays,          400",
        "olga,  POST,   /api/replays/1/cancel, 404",
        "vera,  POST,   /api/replays/1/cancel, 403",
        "vera,  POST,   /api/connections,      403",
        "olga,  POST,   /api/connections/check, 403",
        "vera,  DELETE, /api/connections/acme, 403",
        "vera,  GET,    /actuator/prometheus,  403",
        "vera,  GET,    /actuator/loggers,     403",
        "olga,  GET,    /api/log,              200",
        "olga,  POST,   /api/log/1/retry,      404",
        "olga,  POST,   /api/connections,      403",
        "olga,  PUT,    /api/connections/acme, 403",
        "olga,  DELETE, /api/log/1,            403",
        "olga,  GET,    /actuator/prometheus,  403",
        "admin, GET,    /api/log,              200",
        "admin, POST,   /api/log/1/retry,      404",
        "admin, GET,    /actuator/prometheus,  200",
    })
    void theRoleDecides(String user, String method, String path, int status) throws Exception {
        String body = method.equals("GET") ? null : "{\"reason\":\"practice\"}";
        assertThat(new WebClient(port).send(method, path.replace("/1", "/999999"), body, basic(user, PASSWORD)).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"vera, 403", "olga, 403"})
    void onlyAdminsChangeConnections(String user, int refused) throws Exception {
        assertThat(new WebClient(port).send("POST", "/api/connections", "{}", basic(user, PASSWORD)).statusCode()).isEqualTo(refused);
        assertThat(new WebClient(port).send("POST", "/api/connections", "{}", basic("admin", PASSWORD)).statusCode()).isNotIn(401, 403);
    }

    @Test
    void aSessionNeedsTheTokenToChangeSomething() throws Exception {
        WebClient client = WebClient.loggedIn(port, "admin");
        HttpResponse<String> without = client.send("POST", "/api/log/999999/retry", "{\"reason\":\"practice\"}");
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(json(without).at("/detail").asText()).contains("X-XSRF-TOKEN");
        assertThat(client.post("/api/log/999999/retry", "{\"reason\":\"practice\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void anAuthorizationHeaderBesideASessionDoesNotReplaceTheToken() throws Exception {
        WebClient client = WebClient.loggedIn(port, "admin");
        assertThat(client.send("POST", "/api/log/999999/retry", "{\"reason\":\"practice\"}", basic("admin", PASSWORD)).statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramGetsNoSession() throws Exception {
        HttpResponse<String> answer = new WebClient(port).get("/api/log", basic("vera", PASSWORD));
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void webhooksNeedNeitherLoginNorToken() throws Exception {
        assertThat(new WebClient(port).send("POST", "/webhooks/acme", "{}", "Origin", "https://app.scopestack.io").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example:8080", "http://127.0.0.1.evil.example"})
    void otherOriginsAreRefusedEvenWithASession(String origin) throws Exception {
        WebClient client = WebClient.loggedIn(port, "admin");
        String token = client.cookie("XSRF-TOKEN").getValue();
        String version = "{\"type\":\"version\"}";
        assertThat(client.send("POST", "/actuator/hawtio/jolokia", version, "X-XSRF-TOKEN", token, "Origin", origin).statusCode()).isEqualTo(403);
        HttpResponse<String> own = client.send("POST", "/actuator/hawtio/jolokia", version, "X-XSRF-TOKEN", token, "Origin", "http://127.0.0.1:" + port);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(json(own).at("/status").asInt()).isEqualTo(200);
        assertThat(own.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void healthTellsEverybodyTheStatusAndNothingElse() throws Exception {
        WebClient nobody = new WebClient(port);
        // A consumer that has not polled yet is not ready: until a second or two after the start.
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> nobody.get("/actuator/health/readiness").statusCode() == 200);
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            HttpResponse<String> answer = nobody.get(path);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).at("/status").asText()).isEqualTo("UP");
            assertThat(answer.body()).doesNotContain("components\"", "H2", "database");
        }
        HttpResponse<String> known = nobody.get("/actuator/health/readiness", basic("vera", PASSWORD));
        assertThat(json(known).at("/components").fieldNames()).toIterable().contains("db", "camelHealth", "readinessState");
    }

    @Test
    void theSixthWrongPasswordWaits() throws Exception {
        WebClient client = new WebClient(port);
        for (int i = 0; i < 5; i++) {
            assertThat(client.get("/api/log", basic("guesser", "wrong-" + i)).statusCode()).isEqualTo(401);
        }
        HttpResponse<String> answer = client.get("/api/log", basic("guesser", "wrong-again"));
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(client.login("guesser", "wrong-again").headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/login?wait="));
    }
}
