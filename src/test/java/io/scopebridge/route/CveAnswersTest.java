package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.scopebridge.group.StartsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.springboot.HttpComponentAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;

/** Camel's HTTP component, set up as in application.yaml, does not do what is known to be dangerous in this version of it. */
@StartsServer
class CveAnswersTest {

    private static final String COMPONENT = "camel.component.http.";

    private record Asked(String method, String path, String cookie, String secret) {
    }

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        server = listening();
        other = listening();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        other.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridgeEndpoint", "skipControlHeaders"})
    void aHeaderNeitherNamesAnAddressNorReadsAProperty(String option) {
        send(url(server) + "/fixed?" + option + "=true", "GET", Map.of(Exchange.HTTP_URI, url(other) + "/{{sys:user.name}}"));
        assertThat(asked).extracting(Asked::path).containsExactly("/fixed");
    }

    /** What the option above is for; once this fails, Camel has mended it. */
    @Test
    void withoutTheOptionAHeaderReadsAProperty() {
        send(url(server) + "/fixed", "GET", Map.of(Exchange.HTTP_URI, url(other) + "/{{sys:java.version}}"));
        assertThat(asked).extracting(Asked::path).containsExactly("/" + System.getProperty("java.version"));
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        send(url(server) + "/moved?bridgeEndpoint=true&throwExceptionOnFailure=false", "GET", Map.of("Secret", "hush"));
        assertThat(asked).containsExactly(new Asked("GET", "/moved", null, "hush"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRefusedPostIsNotSentAgain(int status) {
        send(url(server) + "/status/" + status + "?bridgeEndpoint=true&throwExceptionOnFailure=false", "POST", Map.of());
        assertThat(asked).extracting(Asked::method).containsExactly("POST");
    }

    /** Without bridgeEndpoint, which keeps no cookies by itself. */
    @Test
    void aCookieOfOneAnswerDoesNotGoOutWithTheNextRequest() {
        runner().run(context -> {
            ProducerTemplate template = context.getBean(ProducerTemplate.class);
            for (int i = 0; i < 2; i++) template.request(url(server) + "/cookie", exchange -> { });
        });
        assertThat(asked).hasSize(2).extracting(Asked::cookie).containsOnlyNulls();
    }

    @Test
    void theHubSaysSoInItsSettings() {
        assertThat(settings()).contains(COMPONENT + "automatic-retries-disabled=true", COMPONENT + "cookie-management-disabled=true",
            COMPONENT + "follow-redirects=false");
    }

    /**
     * Sagas take part in what a header names (CVE-2026-85312), XPath reads files that a document names (CVE-2026-85250), and a repository of
     * aggregations reads Java objects from the database (CVE-2026-42527).
     */
    @Test
    void noRouteUsesASagaNorXPathNorAggregations() {
        Pattern unused = Pattern.compile("(?m)^[\\s-]*(saga|xpath|xquery|xslt|aggregate|aggregationRepository)\\s*:|uri:\\s*\"?(saga|xslt|xquery):");
        assertThat("- route:\n    steps:\n      - saga:\n").containsPattern(unused);
        assertThat(RouteFile.all()).isNotEmpty().allSatisfy(file -> assertThat(file.text()).as(file.toString()).doesNotContainPattern(unused));
    }

    private void send(String uri, String method, Map<String, Object> headers) {
        runner().run(context -> context.getBean(ProducerTemplate.class).request(uri, exchange -> {
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            exchange.getMessage().setHeader(Exchange.HTTP_METHOD, method);
            exchange.getMessage().setBody(method.equals("POST") ? "{}" : null);
        }));
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(CamelAutoConfiguration.class, HttpComponentAutoConfiguration.class))
            .withPropertyValues("camel.main.routes-include-pattern=false")
            .withPropertyValues(settings().toArray(String[]::new));
    }

    /** What application.yaml says about the component. */
    private static List<String> settings() {
        try {
            return new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml")).stream()
                .map(source -> (EnumerablePropertySource<?>) source)
                .flatMap(source -> Stream.of(source.getPropertyNames()).filter(name -> name.startsWith(COMPONENT))
                    .map(name -> name + "=" + source.getProperty(name)))
                .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpServer listening() throws IOException {
        HttpServer listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", this::answer);
        listening.start();
        return listening;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(exchange.getRequestMethod(), path, exchange.getRequestHeaders().getFirst("Cookie"), exchange.getRequestHeaders().getFirst("Secret")));
        exchange.getRequestBody().readAllBytes();
        int status = path.startsWith("/status/") ? Integer.parseInt(path.substring(8)) : path.equals("/moved") ? 302 : 200;
        if (status == 302) exchange.getResponseHeaders().set("Location", url(other) + "/elsewhere");
        if (status >= 400) exchange.getResponseHeaders().set("Retry-After", "0");
        if (path.equals("/cookie")) exchange.getResponseHeaders().set("Set-Cookie", "tenant=1; Path=/");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
