package io.scopebridge.console;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsHub;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The dashboard of Grafana shows what the hub really gives. */
@ConsoleHub
@StartsHub
class DashboardTest {

    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*_[a-z0-9_]*(?=\\{)");
    private static final Pattern ROUTES = Pattern.compile("routeId=~?\"([^\"]+)\"");

    @LocalServerPort
    int port;
    @Autowired
    CamelContext camel;

    @Test
    void everyMetricOfTheDashboardIsOneOfTheHub() throws Exception {
        new WebClient(port).get("/login");
        String metrics = new WebClient(port).get("/actuator/prometheus", basic("admin", PASSWORD)).body();
        Set<String> given = metrics.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());

        Set<String> shown = queries().flatMap(query -> NAME.matcher(query).results()).map(result -> result.group()).collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).hasSizeGreaterThan(10);
        // They appear with the first call, the first job, and the first collection of garbage: GrafanaTest.
        shown.removeIf(name -> name.matches("scopebridge_(calls|budget|steps|jobs_ended|jobs_retries)_.*|jvm_gc_pause_.*"));
        assertThat(given).containsAll(shown);
    }

    @Test
    void everyRouteOfTheDashboardIsThere() throws IOException {
        List<String> there = camel.getRoutes().stream().map(Route::getRouteId).toList();
        List<String> named = queries().flatMap(query -> ROUTES.matcher(query).results()).flatMap(result -> Stream.of(result.group(1).split("\\|"))).distinct().toList();

        assertThat(named).hasSizeGreaterThan(5).allSatisfy(name -> assertThat(there).as(name).anyMatch(route -> route.matches(name)));
    }

    @Test
    void everyPanelAsksTheProvisionedSource() throws IOException {
        assertThat(dashboard().at("/panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
            assertThat(panel.at("/title").asText()).isNotEmpty();
            assertThat(panel.at("/targets")).isNotEmpty();
        });
    }

    private static Stream<String> queries() throws IOException {
        return dashboard().findValuesAsText("expr").stream();
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(Path.of("deploy/grafana/dashboards/scopebridge.json").toFile());
    }
}
