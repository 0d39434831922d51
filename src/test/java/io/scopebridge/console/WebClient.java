package io.scopebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without pictures: keeps cookies, follows no redirects. */
public class WebClient {

    public static final String PASSWORD = "practice-makes-perfect";
    /** Of the password, with the lowest cost. */
    static final String PASSWORD_HASH = "{bcrypt}$2a$04$SN3NQeP.kdZNMAo5KEmxteR9/aq5/SdhDp7K8/EMw82A.PLB9Yu7K";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String base;
    private final String[] always;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** @param always names and values of headers of each request */
    public WebClient(int port, String... always) {
        base = "http://127.0.0.1:" + port;
        this.always = always;
    }

    /** With a session of the user. */
    public static WebClient loggedIn(int port, String user) throws Exception {
        WebClient client = new WebClient(port);
        assertThat(client.login(user, PASSWORD).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/"));
        client.get("/actuator/hawtio/");
        return client;
    }

    public HttpResponse<String> login(String user, String password) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("/login").body());
        assertThat(token.find()).isTrue();
        return form("/login", "username=" + user + "&password=" + password + "&_csrf=" + encoded(token.group(1)));
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> form(String path, String fields, String... headers) throws Exception {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields)));
    }

    public HttpResponse<String> send(String method, String path, String json, String... headers) throws Exception {
        return send(request(path, headers).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** With the token that pages send along. */
    public HttpResponse<String> post(String path, String json) throws Exception {
        return send("POST", path, json, "X-XSRF-TOKEN", cookie("XSRF-TOKEN").getValue());
    }

    public JsonNode jolokia(String json) throws Exception {
        HttpResponse<String> answer = post("/actuator/hawtio/jolokia", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    public HttpCookie cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).findFirst().orElseThrow();
    }

    public static String[] basic(String user, String password) {
        return new String[] {"Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8))};
    }

    public static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (always.length > 0) request.headers(always);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
