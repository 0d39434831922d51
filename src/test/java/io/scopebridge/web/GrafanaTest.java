package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard that is shipped asks for metrics that a hub has. */
@StartsHub
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:camel|jvm|http|hikaricp|process|system|logback|scopebridge)_[a-z_]+|\\bup(?=\\{)");
    private static final Pattern ROUTE = Pattern.compile("routeId=~?\"([^\"]+)\"");

    @TempDir
    Path folder;
    private final TestHub hub = TestHub.shared();

    @BeforeAll
    void start() {
        hub.withFewOpportunities().start().connected();
        hub.send("POST", "/api/connections/" + TestHub.CONNECTWISE + "/check", null);
        hub.scopeStack.approve(95001);
        hub.push(TestHub.CONNECTWISE, 95001, null);
        hub.connectWise.faults().status("GET", "/sales/opportunities", 503, (Integer) null, 2);
        hub.sync(TestHub.CONNECTWISE);
    }

    @AfterAll
    void close() {
        hub.close();
    }

    @Test
    void everyMetricAndRouteOfTheDashboardIsThere() throws Exception {
        String metrics = hub.send("GET", "/actuator/prometheus", null).body();
        Set<String> expressions = new LinkedHashSet<>();
        for (JsonNode expression : new ObjectMapper().readTree(new File("deploy/grafana/dashboards/scopebridge.json")).findValues("expr")) expressions.add(expression.asText());

        assertThat(expressions).hasSizeGreaterThan(10).allSatisfy(expression -> {
            assertThat(METRIC.matcher(expression).results().map(MatchResult::group)).as(expression).isNotEmpty()
                .allSatisfy(metric -> assertThat("\nup" + metrics).as(metric).contains("\n" + metric));
            assertThat(ROUTE.matcher(expression).results().flatMap(route -> Stream.of(route.group(1).split("\\|")))).as(expression)
                .allSatisfy(route -> assertThat(metrics).as(route).containsPattern("routeId=\"" + route + "\""));
        });
        assertThat(metrics).contains("camel_exchanges_inflight{routeId=\"push-project\"}");
    }

    @Test
    void everyMetricOfTheAlertRulesIsThere() throws Exception {
        String metrics = hub.send("GET", "/actuator/prometheus", null).body();
        JsonNode rules = new YAMLMapper().readTree(new File("deploy/prometheus/rules.yml")).at("/groups/0/rules");

        assertThat(rules).hasSizeGreaterThan(3).allSatisfy(rule -> {
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(METRIC.matcher(rule.path("expr").asText()).results().map(MatchResult::group)).as("%s", rule).isNotEmpty()
                .allSatisfy(metric -> assertThat("\nup" + metrics).as(metric).contains("\n" + metric));
        });
    }

    @Test
    void promtoolFindsNothingWrong() throws Exception {
        Path metrics = Files.writeString(folder.resolve("metrics"), hub.send("GET", "/actuator/prometheus", null).body().lines()
            .filter(line -> line.matches("(# (HELP|TYPE) )?scopebridge_.*")).collect(Collectors.joining("\n", "", "\n")));

        Promtool.require();
        assertThat(Promtool.run(null, "check", "rules", "--lint=all", "--lint-fatal", "deploy/prometheus/rules.yml")).contains("SUCCESS");
        assertThat(Promtool.run(null, "test", "rules", "deploy/prometheus/rules.test.yml")).contains("SUCCESS");
        assertThat(Promtool.run(metrics, "check", "metrics")).isBlank();
    }

    /** Tenants and subjects are no labels: however many there are, there are a few series for each system, class and state. */
    @Test
    void theNumberOfSeriesDoesNotGrowWithTenants() {
        List<String> own = hub.send("GET", "/actuator/prometheus", null).body().lines().filter(line -> line.startsWith("scopebridge_")).toList();
        assertThat(own).anyMatch(line -> line.startsWith("scopebridge_calls_seconds_count{outcome=\"success\",system=\"connectwise\"} "))
            .anyMatch(line -> line.startsWith("scopebridge_log_open_entries{class=\"validation\"} ")).anyMatch(line -> line.startsWith("scopebridge_jobs{state=\"waiting\"} "));
        assertThat(own).noneMatch(line -> line.contains(TestHub.CONNECTWISE) || line.contains("project:")).hasSizeLessThan(300);
    }
}
