package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the practice server over HTTP as an integration would. */
class Caller {

    record Said(int status, JsonNode body, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The error items as code and field, such as {@code NotFound status/id}. */
        String errors() {
            StringBuilder text = new StringBuilder();
            body.path("errors").forEach(error -> text.append(text.isEmpty() ? "" : ", ")
                .append(error.path("code").asText()).append(' ').append(error.path("field").asText()));
            return text.toString();
        }
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String root;
    private final Map<String, String> headers = new LinkedHashMap<>();

    Caller(PracticeConnectWise server) {
        this(server, "v2025_1");
    }

    Caller(PracticeConnectWise server, String codeBase) {
        root = server.url() + "/" + codeBase + "/apis/3.0";
        String user = PracticeConnectWise.COMPANY_ID + "+" + PracticeConnectWise.PUBLIC_KEY + ":" + PracticeConnectWise.PRIVATE_KEY;
        with("Authorization", "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        with("clientId", PracticeConnectWise.CLIENT_ID);
        with("Accept", "application/vnd.connectwise.com+json; version=2025.1");
        with("Content-Type", "application/json");
    }

    Caller with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Caller without(String header) {
        headers.remove(header);
        return this;
    }

    Said get(String path, String... query) {
        StringBuilder text = new StringBuilder(path);
        for (int i = 0; i < query.length; i += 2) {
            text.append(i == 0 ? '?' : '&').append(query[i]).append('=').append(URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        return call("GET", text.toString(), null);
    }

    Said post(String path, String body) {
        return call("POST", path, body.replace('\'', '"'));
    }

    Said patch(String path, String body) {
        return call("PATCH", path, body.replace('\'', '"'));
    }

    Said delete(String path) {
        return call("DELETE", path, null);
    }

    Said call(String method, String path, String body) {
        var publisher = body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : root + path)).method(method, publisher);
        headers.forEach(request::header);
        try {
            var response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode json = response.body().isEmpty() ? MissingNode.getInstance() : new ObjectMapper().readTree(response.body());
            return new Said(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
