package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Speaks HTTP to the practice server as a client with good credentials. */
class Caller {

    record Said(int status, JsonNode json, HttpResponse<String> response) {

        String error() {
            return json.path("errors").path(0).asText();
        }

        long itemId() {
            return json.path("itemId").asLong();
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Map<String, String> headers = new LinkedHashMap<>(Map.of("UserName", PracticeAutotask.USER,
        "Secret", PracticeAutotask.SECRET, "ApiIntegrationCode", PracticeAutotask.INTEGRATION_CODE));
    String base;

    Caller(String base) {
        this.base = base;
    }

    Said get(String path) {
        return call("GET", path, null);
    }

    Said post(String path, String body) {
        return call("POST", path, body);
    }

    Said patch(String path, String body) {
        return call("PATCH", path, body);
    }

    Said query(String entity, String filter) {
        return post(entity + "/query", "{\"filter\":" + filter + "}");
    }

    /** A path is taken below the base, a whole URL as it is. */
    Said call(String method, String path, String body) {
        try {
            return said(HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    CompletableFuture<Said> later(String method, String path, String body) {
        return HTTP.sendAsync(request(method, path, body), HttpResponse.BodyHandlers.ofString()).thenApply(Caller::said);
    }

    private HttpRequest request(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base + path))
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .header("Content-Type", "application/json");
        headers.forEach(request::header);
        return request.build();
    }

    private static Said said(HttpResponse<String> response) {
        try {
            boolean json = !response.body().isEmpty() && !response.body().startsWith("<");
            return new Said(response.statusCode(), JSON.readTree(json ? response.body() : "{}"), response);
        } catch (IOException e) {
            throw new IllegalStateException(response.body(), e);
        }
    }
}
