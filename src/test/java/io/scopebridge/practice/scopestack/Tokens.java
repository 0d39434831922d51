package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;
import io.scopebridge.practice.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The token endpoint. Tokens live in memory only: a restart of the server ends them all. */
class Tokens {

    private record Token(Account account, Instant end) {
    }

    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Supplier<Instant> now;
    private volatile boolean onePerClient;
    private volatile Duration life = Duration.ofHours(2);

    Tokens(Supplier<Instant> now) {
        this.now = now;
    }

    void life(Duration life) {
        this.life = life;
    }

    void onePerClient(boolean one) {
        onePerClient = one;
    }

    void revokeAll() {
        tokens.clear();
    }

    Optional<Account> account(Request request) {
        return request.header("Authorization")
            .filter(value -> value.startsWith("Bearer "))
            .map(value -> tokens.get(value.substring("Bearer ".length())))
            .filter(token -> now.get().isBefore(token.end()))
            .map(Token::account);
    }

    Answer issue(Request request) {
        String contentType = request.header("Content-Type").orElse("");
        if (!contentType.split(";")[0].trim().equalsIgnoreCase("application/x-www-form-urlencoded"))
            throw refusal(400, "invalid_request", "The body must be form-encoded.");
        Map<String, String> form = form(request.body());
        String grant = form.getOrDefault("grant_type", "");
        if (grant.isEmpty()) throw refusal(400, "invalid_request", "Missing required parameter: grant_type.");
        if (!grant.equals("client_credentials"))
            throw refusal(400, "unsupported_grant_type", "This authorization grant type is not supported.");
        Account account = Account.ALL.stream()
            .filter(known -> known.clientId().equals(form.get("client_id")) && known.secret().equals(form.get("client_secret")))
            .findFirst()
            .orElseThrow(() -> refusal(401, "invalid_client", "Client authentication failed."));
        String scope = form.getOrDefault("scope", "read write").trim();
        if (!List.of("read", "write").containsAll(List.of(scope.split(" +"))))
            throw refusal(400, "invalid_scope", "The requested scope is unknown.");
        return ok(account, scope);
    }

    private Answer ok(Account account, String scope) {
        String value = UUID.randomUUID().toString().replace("-", "");
        if (onePerClient) tokens.values().removeIf(token -> token.account().equals(account));
        tokens.put(value, new Token(account, now.get().plus(life)));
        return Answer.of(200, JsonNodeFactory.instance.objectNode()
                .put("access_token", value).put("token_type", "Bearer").put("expires_in", life.toSeconds())
                .put("scope", scope).put("created_at", now.get().getEpochSecond()))
            .with("Cache-Control", "no-store");
    }

    private static Refusal refusal(int status, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description);
        return new Refusal(Answer.of(status, body));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2)
                form.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }
}
