package io.scopebridge.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a person or a test asks of a practice server over HTTP, without credentials.
 * <pre>
 * GET    /practice/records            how many it holds of each type
 * GET    /practice/records/{type}     all of that type
 * PUT    /practice/records/{type}/{id}  lays a record down unchecked, as if a person had made it
 * DELETE /practice/records/{type}/{id}
 * GET    /practice/requests           what it was asked, oldest first
 * DELETE /practice/requests
 * POST   /practice/faults             {"method","path","kind","status","retryAfter","body","millis","skip","times"}
 * DELETE /practice/faults
 * </pre>
 */
class Control implements HttpHandler {

    private final PracticeServer server;

    Control(PracticeServer server) {
        this.server = server;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode json = body.length == 0 ? null : PracticeServer.JSON.readTree(body);
            PracticeServer.write(exchange, answer(exchange.getRequestMethod(), path, json));
        }
    }

    private Answer answer(String method, String[] path, JsonNode body) {
        return switch (method + " " + path[2] + " " + path.length) {
            case "GET records 3" -> Answer.of(200, counts());
            case "GET records 4" -> Answer.of(200, server.records().all(path[3]));
            case "PUT records 5" -> Answer.of(200, server.records().put(path[3], Long.parseLong(path[4]), (ObjectNode) body));
            case "DELETE records 5" -> Answer.of(server.records().remove(path[3], Long.parseLong(path[4])) ? 204 : 404, null);
            case "GET requests 3" -> Answer.of(200, server.received());
            case "DELETE requests 3" -> {
                server.forgetReceived();
                yield Answer.of(204, null);
            }
            case "POST faults 3" -> {
                server.faults().add(body);
                yield Answer.of(204, null);
            }
            case "DELETE faults 3" -> {
                server.faults().clear();
                yield Answer.of(204, null);
            }
            default -> Answer.of(404, Map.of("error", "No such control"));
        };
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        server.records().types().forEach(type -> counts.put(type, server.records().count(type)));
        return counts;
    }
}
