package io.scopebridge.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.scopebridge.group.Fast;
import io.scopebridge.route.RouteFile.Scalar;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules of routes/: what a route file must say, and what it must never hold. */
@Fast
class RouteFilesTest {

    private static final int FILE_LINES = 160;
    private static final int ROUTE_LINES = 120;
    private static final Pattern SQL = Pattern.compile("(?is)\\b(select\\b.+\\bfrom|insert\\s+into|delete\\s+from|update\\s+\\w+\\s+set)\\b");
    private static final Pattern KNOWN_SECRET = Pattern.compile("whsec_|(?i)\\b(basic|bearer)\\s+[a-z0-9+/_.-]{8,}|-----BEGIN|[?&;](password|secret|token)=(?!\\$|\\{\\{|RAW\\()");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)secret|password|token|privateKey|apiIntegrationCode|authorization");

    private final List<RouteFile> files = RouteFile.all();

    @Test
    void everyFileIsWhatCamelsSchemaAllows() {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
            .getSchema(getClass().getResourceAsStream("/schema/camelYamlDsl.json"));
        assertThat(offences(file -> told(schema.validate(file.content())))).isEmpty();
        assertThat(schema.validate(RouteFile.of("wrong", "- route: { from: { uri: 'direct:a', steps: [ { tow: 'direct:b' } ] } }").content())).isNotEmpty();
    }

    @Test
    void everyRouteSaysWhatItIsCalledWhatItDoesAndWhoHandlesItsFailures() {
        assertThat(offences(file -> file.routes().stream().flatMap(route -> Stream.of("id", "description", "routeConfigurationId")
            .filter(key -> route.path(key).asText().isBlank()).map(key -> route.path("id").asText("a route") + " without " + key)))).isEmpty();
        assertThat(offences(file -> Stream.of("from", "onException", "errorHandler").filter(kind -> !file.entries(kind).isEmpty()))).isEmpty();
    }

    @Test
    void aRouteLeavesItsFailuresToAConfigurationThatExists() {
        Set<String> configurations = ids("routeConfiguration");
        assertThat(offences(file -> file.routes().stream().map(route -> route.path("routeConfigurationId").asText())
            .filter(id -> !configurations.contains(id)).map(id -> "no routeConfiguration " + id))).isEmpty();
        assertThat(offences(file -> file.routes().stream()
            .flatMap(route -> Stream.of(route, route.path("from"))).filter(route -> route.has("errorHandler") || route.has("onException"))
            .map(route -> "its own error handler"))).isEmpty();
    }

    @Test
    void everyIdStandsOnce() {
        assertThat(files.stream().flatMap(file -> file.routes().stream()).map(route -> route.path("id").asText())).isNotEmpty().doesNotHaveDuplicates();
        assertThat(files).extracting(RouteFile::flow).doesNotHaveDuplicates();
    }

    @Test
    void aRouteIsNamedAfterItsAddress() {
        assertThat(offences(file -> file.routes().stream().filter(route -> address(route).startsWith("direct:"))
            .filter(route -> !address(route).equals("direct:" + route.path("id").asText()))
            .map(route -> route.path("id").asText() + " starts at " + address(route)))).isEmpty();
    }

    @Test
    void aFileIsNamedAfterARouteInItAndARouteOfASystemAfterTheSystem() {
        assertThat(offences(file -> file.routes().isEmpty() || ids(file).anyMatch(file.flow()::equals) ? Stream.empty() : Stream.of("no route " + file.flow()))).isEmpty();
        assertThat(files.stream().filter(file -> ids(file).anyMatch(id -> id.endsWith("-tenant")))).isNotEmpty().allMatch(file -> file.flow().endsWith("-tenant"));
        assertThat(offences(file -> file.system().stream().flatMap(system -> ids(file).filter(id -> !id.startsWith(system + "-"))
            .map(id -> id + " does not start with " + system)))).isEmpty();
    }

    @Test
    void everyRouteCanBeReadInOneGo() {
        assertThat(offences(file -> file.text().lines().count() > FILE_LINES ? Stream.of("over " + FILE_LINES + " lines") : Stream.empty())).isEmpty();
        assertThat(offences(file -> file.lengths().stream().filter(lines -> lines > ROUTE_LINES).map(lines -> "an entry of " + lines + " lines"))).isEmpty();
    }

    @Test
    void everyRouteThatIsCalledExists() {
        Set<String> starts = files.stream().flatMap(file -> file.routes().stream())
            .map(RouteFilesTest::address).collect(Collectors.toSet());
        assertThat(offences(file -> file.scalars().stream().map(Scalar::text)
            .filter(text -> text.matches("(direct|seda):[^${]+")).map(RouteFilesTest::withoutQuery)
            .filter(uri -> !starts.contains(uri)).map(uri -> "nothing starts at " + uri))).isEmpty();
    }

    @Test
    void noHeaderChoosesTheAddressOfARequest() {
        HttpEndpoints endpoints = new HttpEndpoints(files);
        assertThat(files.stream().flatMap(file -> endpoints.in(file).stream())).isNotEmpty();
        assertThat(offences(file -> endpoints.in(file).stream().filter(uri -> !HttpEndpoints.isDeaf(uri))
            .map(uri -> uri + " without bridgeEndpoint=true or skipControlHeaders=true"))).isEmpty();
        assertThat(HttpEndpoints.isDeaf("${variable.baseUrl}?skipControlHeaders=true")).isTrue();
        assertThat(HttpEndpoints.isDeaf("${variable.baseUrl}?bridgeEndpoint=false")).isFalse();
    }

    @Test
    void noPathOfTheHubIsAPrefixOrAProxy() {
        assertThat(offences(file -> file.text().contains("matchOnUriPrefix") ? Stream.of("matchOnUriPrefix") : Stream.empty())).isEmpty();
        assertThat(offences(file -> file.scalars().stream().map(Scalar::text).filter(text -> text.matches("(?i)(platform-http|servlet|rest):.*proxy.*")))).isEmpty();
    }

    /** Camel's default is asynchronous: the rest of the job would run on a small pool, without what belongs to the thread of the job. */
    @Test
    void noDelayMovesAJobToAnotherThread() {
        assertThat(offences(RouteFilesTest::asynchronousDelays)).isEmpty();
        RouteFile wrong = RouteFile.of("wrong", """
            - route:
                from:
                  uri: timer:a?delay=5
                  parameters: { delay: "1000" }
                  steps:
                    - delay: { constant: "500" }
                    - choice: { when: [ { simple: "true", steps: [ { delay: { constant: "501", asyncDelayed: true } } ] } ] }
                    - throttle: { constant: "1", asyncDelayed: true }
                    - delay: { constant: "502", asyncDelayed: false }""");
        assertThat(asynchronousDelays(wrong)).hasSize(3);
    }

    @Test
    void noSecretAndNoSqlStandsInAFile() {
        assertThat(offences(RouteFilesTest::secrets)).isEmpty();
        assertThat(offences(RouteFilesTest::sql)).isEmpty();
        RouteFile wrong = RouteFile.of("wrong", """
            - route:
                from:
                  uri: "sql:select id from job"
                  steps:
                    - setHeader: { name: Secret, constant: hunter2 }
                    - setHeader: { name: Other, constant: Bearer abcdefgh12 }""");
        assertThat(secrets(wrong)).hasSize(2);
        assertThat(sql(wrong)).hasSize(1);
    }

    /** Of the many ways in which a step is none of Camel's steps, the ones that say most. */
    private static Stream<String> told(Set<ValidationMessage> messages) {
        List<String> all = messages.stream().map(ValidationMessage::getMessage).toList();
        List<String> telling = all.stream().filter(message -> message.contains("not defined in the schema") || message.contains(" found, ")).toList();
        return (telling.isEmpty() ? all : telling).stream().distinct().limit(10);
    }

    private List<String> offences(Function<RouteFile, Stream<String>> rule) {
        assertThat(files).isNotEmpty();
        return files.stream().flatMap(file -> rule.apply(file).map(offence -> file + ": " + offence)).toList();
    }

    private Set<String> ids(String kind) {
        return files.stream().flatMap(file -> file.entries(kind).stream()).map(entry -> entry.path("id").asText()).collect(Collectors.toSet());
    }

    private static Stream<String> ids(RouteFile file) {
        return file.routes().stream().map(route -> route.path("id").asText());
    }

    private static String address(JsonNode route) {
        return withoutQuery(route.path("from").path("uri").asText());
    }

    private static String withoutQuery(String uri) {
        return uri.replaceAll("\\?.*", "");
    }

    private static Stream<String> asynchronousDelays(RouteFile file) {
        Stream<JsonNode> delays = file.content().findValues("delay").stream().filter(JsonNode::isObject).filter(delay -> !delay.path("asyncDelayed").asText().equals("false"));
        Stream<JsonNode> throttles = file.content().findValues("throttle").stream().filter(throttle -> !throttle.path("asyncDelayed").asText("false").equals("false"));
        return Stream.concat(delays, throttles).map(step -> "asynchronous: " + step);
    }

    private static Stream<String> sql(RouteFile file) {
        return file.scalars().stream().filter(scalar -> !scalar.key().equals("description")).map(Scalar::text)
            .filter(text -> SQL.matcher(text).find() || text.matches("sql:(?!file:|classpath:).*")).map(text -> "SQL: " + text);
    }

    /** Texts that look like one, and constants set to a name of one. */
    private static Stream<String> secrets(RouteFile file) {
        Stream<String> known = file.scalars().stream().map(Scalar::text).filter(text -> KNOWN_SECRET.matcher(text).find());
        Stream<String> named = file.content().findParents("name").stream()
            .filter(step -> SECRET_NAME.matcher(step.path("name").asText()).find())
            .map(step -> step.path("constant").asText(step.path("simple").asText("")))
            .filter(value -> !value.isEmpty() && !value.contains("${") && !value.contains("{{"));
        return Stream.concat(known, named).map(text -> "secret: " + text);
    }
}
