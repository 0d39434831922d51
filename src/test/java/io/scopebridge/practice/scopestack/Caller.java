package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Talks to the practice server over HTTP as the service user of one account. */
class Caller {

    record Reply(int status, JsonNode body, HttpResponse<String> response) {

        String error() {
            return body.at("/errors/0/title").asText() + ": " + body.at("/errors/0/detail").asText();
        }

        JsonNode at(String pointer) {
            return body.at(pointer);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final Account account;
    private String token;

    Caller(PracticeScopeStack server, Account account) {
        this.url = server.url();
        this.account = account;
        this.token = grant("client_credentials", account.secret()).at("/access_token").asText();
    }

    Reply grant(String grant, String secret) {
        return send(HttpRequest.newBuilder(URI.create(url + "/oauth/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=" + grant + "&client_id=" + account.clientId() + "&client_secret=" + secret
                + "&scope=read+write")));
    }

    /** A path below the account, or one that begins with a slash. Brackets may stand as they are. */
    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply write(String method, String path, Object body) {
        return send(request(path).header("Content-Type", Refusals.MEDIA_TYPE).method(method, BodyPublishers.ofString(body.toString())));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    HttpRequest.Builder request(String path) {
        String whole = path.startsWith("/") ? path : "/" + account.slug() + "/v1/" + path;
        return HttpRequest.newBuilder(URI.create(url + whole.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20")))
            .header("Authorization", "Bearer " + token).header("Accept", Refusals.MEDIA_TYPE);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            JsonNode body = response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body());
            return new Reply(response.statusCode(), body, response);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Caller with(String otherToken) {
        token = otherToken;
        return this;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
