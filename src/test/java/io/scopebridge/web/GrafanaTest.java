package io.scopebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import java.io.File;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dashboard that is shipped asks for metrics that a hub has. */
@StartsHub
class GrafanaTest {

    private static final Pattern METRIC = Pattern.compile("\\b(?:camel|jvm|http|hikaricp|process|system|logback|scopebridge)_[a-z_]+|\\bup(?=\\{)");
    private static final Pattern ROUTE = Pattern.compile("routeId=~?\"([^\"]+)\"");

    private final TestHub hub = TestHub.shared();

    @BeforeEach
    void start() {
        hub.start();
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void everyMetricAndRouteOfTheDashboardIsThere() throws Exception {
        hub.get("/api/connections");
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
}
