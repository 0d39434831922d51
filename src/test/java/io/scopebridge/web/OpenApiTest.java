package io.scopebridge.web;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the web API that the hub serves tells of everything there is, and of nothing else. */
@ConsoleHub
@StartsHub
class OpenApiTest {

    @LocalServerPort
    int port;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyRequestOfTheApiIsDescribedAndEveryDescribedOneIsThere() throws Exception {
        Set<String> there = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream().filter(path -> path.startsWith("/api/") && !path.startsWith("/api/openapi"))
            .forEach(path -> mapping.getMethodsCondition().getMethods().forEach(method -> there.add(method + " " + path))));
        Set<String> described = new TreeSet<>();
        document().path("paths").properties().forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> described.add(method.toUpperCase() + " " + path.getKey())));

        assertThat(there).hasSizeGreaterThan(20);
        assertThat(described).isEqualTo(there);
    }

    @Test
    void theFiltersOfTheLogAreDescribedByTheirNames() throws Exception {
        JsonNode parameters = document().at("/paths/~1api~1log/get/parameters");
        assertThat(parameters).extracting(parameter -> parameter.path("name").asText())
            .containsExactlyInAnyOrder("connection", "flow", "class", "state", "subject", "text", "from", "to", "problem", "limit", "after");
    }

    @Test
    void thereIsNoPageThatTriesThingsOut() throws Exception {
        assertThat(new WebClient(port).get("/swagger-ui/index.html", basic("admin", PASSWORD)).statusCode()).isEqualTo(404);
        assertThat(new WebClient(port).get("/api/openapi.json").statusCode()).isEqualTo(401);
    }

    private JsonNode document() throws Exception {
        return json(new WebClient(port).get("/api/openapi.json", basic("vera", PASSWORD)));
    }
}
