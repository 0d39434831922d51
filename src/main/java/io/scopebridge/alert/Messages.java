package io.scopebridge.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.ConnectionView;
import io.scopebridge.connection.Connections;
import io.scopebridge.connection.UnknownConnection;
import io.scopebridge.text.Graphemes;
import io.scopebridge.time.TimeZones;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a message says, as data: the input of the mappings hub/alert-(channel). */
@Component
class Messages {

    /** Of a digest; the others are counted. */
    private static final int MOST_PROBLEMS = 50;
    private static final int LONGEST_TEXT = 2_000;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ObjectMapper json;
    private final Connections connections;
    private final ConsoleAddress console;
    private final ZoneId zone;

    Messages(ObjectMapper json, Connections connections, ConsoleAddress console, TimeZones zones) {
        this.json = json;
        this.connections = connections;
        this.console = console;
        this.zone = zones.named(null);
    }

    JsonNode opened(Problem problem) {
        return message("opened", List.of(described(problem)), 0);
    }

    JsonNode over(Problem problem) {
        return message("over", List.of(described(problem)), 0);
    }

    JsonNode test(String target) {
        ObjectNode test = message("test", List.of(), 0);
        return test.put("target", target);
    }

    /** A problem that opened and ended meanwhile is listed once, as it is now. */
    JsonNode digest(List<Delivery> held) {
        Map<Long, JsonNode> newest = new LinkedHashMap<>();
        held.forEach(delivery -> delivery.content().path("problems").forEach(problem -> newest.put(problem.path("id").asLong(), problem)));
        List<JsonNode> problems = new ArrayList<>(newest.values());
        Collections.reverse(problems);
        return message("digest", problems.stream().limit(MOST_PROBLEMS).toList(), Math.max(0, problems.size() - MOST_PROBLEMS));
    }

    private ObjectNode message(String kind, List<JsonNode> problems, int more) {
        ObjectNode message = json.createObjectNode();
        message.put("kind", kind).put("at", Instant.now().toString()).put("link", console.page("alerts", Map.of())).put("more", more);
        ArrayNode list = message.putArray("problems");
        problems.forEach(list::add);
        return message;
    }

    private ObjectNode described(Problem problem) {
        ObjectNode described = json.createObjectNode();
        described.put("id", problem.id()).put("connection", problem.connectionId()).put("connectionName", name(problem.connectionId()))
            .put("flow", problem.flow()).put("class", problem.type().name()).put("cause", Graphemes.cut(problem.cause(), LONGEST_TEXT))
            .put("remedy", Graphemes.cut(problem.remedy(), LONGEST_TEXT)).put("entries", problem.entries()).put("failures", problem.failures())
            .put("openedAt", problem.openedAt().toString()).put("opened", shown(problem.openedAt()))
            .put("link", link(problem));
        if (problem.overAt() != null) {
            if (problem.connectionId() != null && isDeleted(problem.connectionId())) described.put("connectionDeleted", true);
            described.put("overAt", problem.overAt().toString()).put("over", shown(problem.overAt()))
                .put("minutes", Duration.between(problem.openedAt(), problem.overAt()).toMinutes());
        }
        return described;
    }

    /** The entry while it is the only one, otherwise the log with the filters of the problem. */
    private String link(Problem problem) {
        if (problem.entries() <= 1) return console.page("log/" + problem.entry(), Map.of());
        Map<String, String> filters = new HashMap<>(Map.of("flow", problem.flow(), "class", problem.type().name()));
        if (problem.connectionId() != null) filters.put("connection", problem.connectionId());
        return console.page("log", filters);
    }

    String name(String connection) {
        if (connection == null) return null;
        try {
            ConnectionView view = connections.view(connection);
            return view.name();
        } catch (UnknownConnection deleted) {
            return connection;
        }
    }

    private boolean isDeleted(String connection) {
        return connections != null && connections.views().stream().noneMatch(view -> view.id().equals(connection));
    }

    private String shown(Instant time) {
        return SHOWN.format(time.atZone(zone)) + " " + zone.getId();
    }
}
