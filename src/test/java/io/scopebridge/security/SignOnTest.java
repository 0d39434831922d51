package io.scopebridge.security;

import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.signon.PracticeProvider;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-on at a provider, over HTTP. A hub of its own, since its settings name the provider. */
@StartsHub
class SignOnTest {

    private static PracticeProvider provider;
    private static TestHub hub;

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        provider = new PracticeProvider();
        Path secret = Files.writeString(home.resolve("client-secret"), PracticeProvider.SECRET + "\n");
        hub = new TestHub(home).with("scopebridge.console.sign-on.issuer", provider.issuer()).with("scopebridge.console.sign-on.client-id", PracticeProvider.CLIENT)
            .with("scopebridge.console.sign-on.client-secret-file", secret.toString()).with("scopebridge.console.sign-on.title", "Contoso <login>")
            .with("scopebridge.console.sign-on.roles-claim", "realm_access.roles").with("scopebridge.console.sign-on.viewers", "staff")
            .with("scopebridge.console.sign-on.operators", "psa-team,psa-leads").with("scopebridge.console.sign-on.admins", "hub-admins").start();
    }

    @AfterAll
    static void stop() {
        hub.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({"staff, viewer", "staff psa-leads, operator", "psa-team hub-admins staff, admin"})
    void theStrongestRoleOfTheClaimCounts(String values, String role) throws Exception {
        signsOn("petra", values.split(" "));
        WebClient browser = client();
        HttpResponse<String> back = signOn(browser);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("url=/actuator/hawtio/");
        assertThat(back.headers().allValues("Set-Cookie")).filteredOn(cookie -> cookie.startsWith("JSESSIONID=")).isNotEmpty()
            .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
        JsonNode me = json(browser.get("/api/me"));
        assertThat(List.of(me.path("user").asText(), me.path("role").asText(), me.path("source").asText())).containsExactly("petra", role, "sign-on");
        assertThat(browser.get("/api/users").statusCode()).isEqualTo(role.equals("admin") ? 200 : 403);
        browser.get("/actuator/hawtio/");
        assertThat(browser.send("PUT", "/api/me/password", "{\"currentPassword\":\"\",\"newPassword\":\"Another-horse-2\"}", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").getValue()).statusCode()).isEqualTo(409);
        assertThat(hub.get("/api/audit?who=petra&action=login&limit=1").at("/entries/0/role").asText()).isEqualTo(role);
        assertThat(hub.database().sql("select count(*) from console_session_attributes where attribute_name not like '%PRINCIPAL%' and attribute_name not in ('stamp', 'role', 'credential')")
            .query(Integer.class).single()).as("no tokens").isZero();

        browser.form("/logout", "", "Accept", "text/html", "X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").getValue());
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(hub.get("/api/audit?who=petra&action=logout&limit=1").at("/entries/0/role").asText()).isEqualTo(role);
    }

    @Test
    void rolesThatOnlyTheUserinfoEndpointNamesCount() throws Exception {
        provider.person(Map.of("preferred_username", "ute"));
        provider.userInfo(Map.of("realm_access", Map.of("roles", "psa-team")));
        WebClient browser = client();
        signOn(browser);
        assertThat(json(browser.get("/api/me")).path("role").asText()).isEqualTo("operator");
        provider.userInfo(Map.of("sub", "s-2", "realm_access", Map.of("roles", "psa-team")));
        assertThat(refusal(client())).as("of somebody else").isEqualTo("failed");
    }

    @Test
    void whoHasNoRoleIsToldSo() throws Exception {
        signsOn("norbert", "others");
        WebClient browser = client();
        assertThat(refusal(browser)).isEqualTo("no-role");
        assertThat(browser.get("/login?sign-on=no-role").body()).contains("has no role in ScopeBridge");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        for (Object odd : List.of("hub-admins", 7, List.of(List.of("hub-admins")), Map.of("roles", Map.of("hub-admins", true)))) {
            provider.person(Map.of("preferred_username", "norbert", "realm_access", odd));
            assertThat(refusal(client())).as("a claim of another form: %s", odd).isEqualTo("no-role");
        }
        int refused = 0;
        for (JsonNode entry : hub.get("/api/audit?who=norbert&action=login&outcome=REFUSED").path("entries")) refused += entry.at("/details/times").asInt();
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void namesOfTheHubAreItsOwn() throws Exception {
        for (String name : List.of("admin", "ADMIN")) {
            signsOn(name, "staff");
            assertThat(refusal(client())).isEqualTo("taken");
        }
        signsOn("blocked", "staff");
        WebClient browser = client();
        assertThat(signOn(browser).statusCode()).isEqualTo(200);
        hub.send("POST", "/api/users", Map.of("name", "blocked", "role", "viewer", "password", "Correct-horse-1"));
        hub.send("POST", "/api/users/blocked/disable", null);
        assertThat(browser.get("/api/me").statusCode()).as("a session from before").isEqualTo(401);
        assertThat(refusal(client())).isEqualTo("taken");
        for (Object odd : List.of("", " petra", "pet\nra", 7, List.of("petra"), "x".repeat(201))) {
            provider.person(Map.of("preferred_username", odd, "realm_access", Map.of("roles", List.of("staff"))));
            assertThat(refusal(client())).as("name %s", odd).isEqualTo("no-name");
        }
        provider.person(Map.of("realm_access", Map.of("roles", List.of("staff"))));
        assertThat(refusal(client())).as("without a name").isEqualTo("no-name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "HS256", "none"})
    void aTokenWithoutTheProvidersSignatureIsRefused(String signature) throws Exception {
        signsOn("petra", "hub-admins");
        provider.signature(signature);
        assertThat(refusal(client())).isEqualTo("failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "nonce", "exp", "sub", "iat"})
    void aTokenForAnotherPurposeIsRefused(String claim) throws Exception {
        long past = Instant.now().getEpochSecond() - 3_600;
        Map<String, Object> wrong = Map.of("iss", "https://evil.example.com", "aud", List.of("another-client"), "nonce", "another", "exp", past);
        if (wrong.containsKey(claim)) {
            signsOn("petra", "hub-admins");
            provider.instead(claim, wrong.get(claim));
            assertThat(refusal(client())).as("another %s", claim).isEqualTo("failed");
        }
        signsOn("petra", "hub-admins");
        provider.instead(claim, null);
        assertThat(refusal(client())).as("without %s", claim).isEqualTo("failed");
        signsOn("petra", "hub-admins");
        provider.instead(claim, List.of(Map.of("odd", true)));
        assertThat(refusal(client())).as("an odd %s", claim).isEqualTo("failed");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"/token, <html>", "/token, {}", "/token, `[1]`", "/token, `{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":7}`", "/userinfo, `[1]`", "/userinfo, `{\"sub\":null}`"})
    void anOddAnswerIsAFailedSignOn(String path, String body) throws Exception {
        signsOn("petra", "hub-admins");
        provider.answer(path, body);
        assertThat(refusal(client())).isEqualTo("failed");
        provider.answer(path, "{\"a\":\"" + "x".repeat(1_100_000) + "\"}");
        assertThat(refusal(client())).as("endless").isEqualTo("failed");
    }

    @Test
    void aCodeOrStateOfAnotherBrowserIsRefused() throws Exception {
        signsOn("petra", "hub-admins");
        WebClient browser = client();
        String back = toProvider(browser);
        assertThat(client().get(back).headers().firstValue("Location")).as("another browser").hasValue("/login?sign-on=failed");
        assertThat(browser.get(back.replaceFirst("state=[^&]+", "state=another")).headers().firstValue("Location")).hasValue("/login?sign-on=failed");
        WebClient again = client();
        String once = toProvider(again);
        assertThat(again.get(once).statusCode()).isEqualTo(200);
        assertThat(again.get(once).headers().firstValue("Location")).as("twice").hasValue("/login?sign-on=failed");
        for (String cookie : List.of("x", "e30", encoded("null"), encoded("[]"), encoded("{\"state\":\"s\"}"), encoded("{\"state\":\"s\",\"redirect\":\"r\",\"nonce\":\"\",\"verifier\":\"v\"}"))) {
            assertThat(client().get("/login/oauth2/code/sign-on?code=x&state=s", "Cookie", "sign-on=" + cookie).headers().firstValue("Location")).as(cookie).hasValue("/login?sign-on=failed");
        }
        assertThat(client().get("/oauth2/authorization/another").headers().firstValue("Location")).hasValue("/login?sign-on=failed");
        assertThat(client().get("/login?sign-on=failed").body()).contains("The sign-on failed.");
    }

    /** Only to pages of the hub. */
    @Test
    void theSignOnLeadsToTheRequestedPage() throws Exception {
        signsOn("petra", "staff");
        for (String page : List.of("/actuator/hawtio/scopebridge/log?a=%22%3E", "https://evil.example.com/", "//evil.example.com", "/login", "/actuator/hawtio/\"><script>")) {
            WebClient browser = client();
            String back = toProvider(browser);
            String wanted = Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.UTF_8));
            String body = browser.get(back, "Cookie", "wanted-page=" + wanted + "; sign-on=" + browser.cookie("sign-on").getValue()).body();
            assertThat(body).as(page).contains("content=\"0;url=/actuator/hawtio/").doesNotContain("evil").doesNotContain("<script>");
        }
    }

    @Test
    void strangersWhoFollowTheLinkHaveNoSession() throws Exception {
        int before = sessions();
        WebClient browser = client();
        assertThat(browser.get("/login").body()).contains("href=\"/oauth2/authorization/sign-on\"", "Sign in with Contoso &lt;login&gt;", "href=\"/login/sign-out\"");
        HttpResponse<String> asked = browser.get("/oauth2/authorization/sign-on");
        assertThat(asked.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).startsWith(provider.issuer() + "/authorize?"));
        assertThat(asked.headers().allValues("Set-Cookie")).singleElement().asString().startsWith("sign-on=").contains("SameSite=Lax").contains("HttpOnly");
        assertThat(browser.get("/login/oauth2/code/sign-on?code=x&state=y").headers().firstValue("Location")).hasValue("/login?sign-on=failed");
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void behindATlsProxyTheProviderLeadsBackToIt() throws Exception {
        HttpResponse<String> asked = client().get("/oauth2/authorization/sign-on", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "hub.example.com");
        assertThat(asked.headers().firstValue("Location").orElseThrow()).contains("redirect_uri=https://hub.example.com/login/oauth2/code/sign-on");
        assertThat(asked.headers().allValues("Set-Cookie")).singleElement().asString().contains("Secure");
        HttpResponse<String> atAPort = client().get("/oauth2/authorization/sign-on", "X-Forwarded-Proto", "https");
        assertThat(atAPort.headers().firstValue("Location").orElseThrow()).as("the port that the browser names").contains("redirect_uri=https://127.0.0.1:" + URI.create(hub.url()).getPort() + "/login/");
        HttpResponse<String> out = client().get("/login/sign-out", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "hub.example.com");
        assertThat(out.headers().firstValue("Location").orElseThrow()).isEqualTo(
            provider.issuer() + "/logout?client_id=scopebridge&post_logout_redirect_uri=" + URLEncoder.encode("https://hub.example.com/login", StandardCharsets.UTF_8));
        assertThat(client().get("/oauth2/authorization/sign-on", "X-Forwarded-Host", "evil.example.com").statusCode()).isEqualTo(400);
    }

    /** Whoever can write to the database cannot raise a role or lengthen a session. */
    @ParameterizedTest
    @CsvSource({"role, admin", "credential, 99999999999"})
    void aChangedSessionIsNobodys(String attribute, String value) throws Exception {
        signsOn("svenja", "staff");
        WebClient browser = client();
        signOn(browser);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        String of = "attribute_name = ? and session_primary_id in (select primary_id from console_session where principal_name = 'svenja')";
        byte[] stored = hub.database().sql("select attribute_bytes from console_session_attributes where " + of).param(attribute).query(byte[].class).single();
        String changed = new String(stored, StandardCharsets.UTF_8).replaceFirst("^[a-z0-9]+", value);
        hub.database().sql("update console_session_attributes set attribute_bytes = ? where " + of).param(changed.getBytes(StandardCharsets.UTF_8)).param(attribute).update();
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        hub.database().sql("delete from console_session where principal_name = 'svenja'").update();
    }

    @Test
    void passwordsWorkWhileTheProviderIsAway() throws Exception {
        signsOn("petra", "staff");
        provider.up(false);
        assertThat(client().login("admin", TestHub.PASSWORD).headers().firstValue("Location")).hasValue("/actuator/hawtio/");
        provider.up(true);
    }

    private static int sessions() {
        return hub.database().sql("select count(*) from console_session").query(Integer.class).single();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void signsOn(String name, String... roles) {
        provider.person(Map.of("preferred_username", name, "realm_access", Map.of("roles", List.of(roles))));
    }

    /** From the link to the answer of the hub to the code. */
    private static HttpResponse<String> signOn(WebClient browser) throws Exception {
        return browser.get(toProvider(browser));
    }

    private static String refusal(WebClient browser) throws Exception {
        HttpResponse<String> answer = signOn(browser);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        return answer.headers().firstValue("Location").map(to -> to.replace("/login?sign-on=", "")).orElse("status " + answer.statusCode());
    }

    /** The path of the hub that the provider leads back to. */
    private static String toProvider(WebClient browser) throws Exception {
        String provider = browser.get("/oauth2/authorization/sign-on").headers().firstValue("Location").orElseThrow();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(provider)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith(hub.url() + "/login/oauth2/code/sign-on?");
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static WebClient client() {
        return new WebClient(URI.create(hub.url()).getPort());
    }
}
