package io.scopebridge.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import io.scopebridge.connection.Connections;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureOf;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.remote.NoAnswer;
import io.scopebridge.remote.OptionalRoutes;
import io.scopebridge.remote.TenantCache;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the settings with {@code x-list} or {@code x-name} can contain: the statuses and stages of the tenant. */
@RestController
class OpportunityNamesController {

    private static final String ROUTE = "opportunity-names";

    private final Connections connections;
    private final OptionalRoutes optional;
    private final TenantCache cache;
    private final ObjectMapper json;

    OpportunityNamesController(Connections connections, OptionalRoutes optional, TenantCache cache, ObjectMapper json) {
        this.connections = connections;
        this.optional = optional;
        this.cache = cache;
        this.json = json;
    }

    /** By list, such as {@code status}, in alphabetical order; cached for a while. Empty if the PSA has no such lists. */
    @GetMapping("/api/connections/{id}/opportunity-names")
    Map<String, List<String>> names(@PathVariable String id) {
        Connection connection = connections.getEnabled(id);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        if (!optional.has(connection, ROUTE)) return lists;
        JsonNode found = json.valueToTree(cache.of(connection, connection.system() + "-" + ROUTE));
        found.properties().forEach(list -> lists.put(list.getKey(), list.getValue().properties().stream().map(entry -> entry.getValue().path("name").asText())
            .filter(name -> !name.isBlank()).distinct().sorted(Comparator.comparing(String::toString, String.CASE_INSENSITIVE_ORDER)).toList()));
        return lists;
    }

    /** The PSA could not be reached, or refused: the names can be typed. */
    @ExceptionHandler({RemoteFailure.class, NoAnswer.class})
    ProblemDetail unavailable(RuntimeException e) {
        Failure failure = FailureOf.of(e);
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, failure.cause() + " " + failure.remedy());
    }
}
