package io.scopebridge.practice.signon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A strict provider of OpenID Connect at which everybody is signed on already: it answers each request for a code with one. */
public final class PracticeProvider implements AutoCloseable {

    public static final String CLIENT = "scopebridge";
    public static final String SECRET = "pr4ctice-client-secret-of-32-bytes";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final KeyPair key;
    private final KeyPair otherKey;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private volatile Map<String, Object> claims = Map.of();
    private volatile Map<String, Object> userInfo = Map.of();
    private volatile Map<String, Object> instead = Map.of();
    private volatile String signature = "RS256";
    private volatile boolean up = true;
    private final AtomicInteger calls = new AtomicInteger();

    public PracticeProvider() throws IOException, GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        key = keys.generateKeyPair();
        otherKey = keys.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Honest again, for the person with these claims. */
    public void person(Map<String, Object> identity) {
        up = true;
        claims = identity;
        userInfo = Map.of();
        instead = Map.of();
        signature = "RS256";
        answers.clear();
    }

    /** Further claims that only the userinfo endpoint names. */
    public void userInfo(Map<String, Object> further) {
        userInfo = further;
    }

    /** Claims of the identity token in place of the right ones; null removes one. */
    public void instead(String claim, Object value) {
        Map<String, Object> one = new HashMap<>();
        one.put(claim, value);
        instead = one;
    }

    /** RS256; other: by a key that it does not publish; HS256: with the secret of the client; none. */
    public void signature(String how) {
        signature = how;
    }

    /** The body of a path in place of the right one, with 200. */
    public void answer(String path, String body) {
        answers.put(path, body);
    }

    public void up(boolean there) {
        up = there;
    }

    public int calls() {
        return calls.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (!up) exchange.sendResponseHeaders(503, -1);
            else if (answers.containsKey(path)) body(exchange, 200, answers.get(path).getBytes(StandardCharsets.UTF_8));
            else if (path.equals("/.well-known/openid-configuration")) json(exchange, 200, metadata());
            else if (path.equals("/jwks")) json(exchange, 200, keys());
            else if (path.equals("/authorize")) authorize(exchange);
            else if (path.equals("/token")) token(exchange);
            else if (path.equals("/userinfo")) userInfo(exchange);
            else if (path.equals("/logout")) logout(exchange);
            else exchange.sendResponseHeaders(404, -1);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public Map<String, Object> metadata() {
        return new HashMap<>(Map.of("issuer", issuer(), "authorization_endpoint", issuer() + "/authorize", "token_endpoint", issuer() + "/token", "jwks_uri", issuer() + "/jwks",
            "userinfo_endpoint", issuer() + "/userinfo", "end_session_endpoint", issuer() + "/logout",
            "response_types_supported", List.of("code"), "subject_types_supported", List.of("public"), "id_token_signing_alg_values_supported", List.of("RS256", "HS256", "none")));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        boolean whole = CLIENT.equals(asked.get("client_id")) && "code".equals(asked.get("response_type")) && "S256".equals(asked.get("code_challenge_method"))
            && List.of("state", "nonce", "code_challenge", "redirect_uri").stream().noneMatch(name -> asked.getOrDefault(name, "").isEmpty())
            && List.of(asked.getOrDefault("scope", "").split(" ")).contains("openid");
        if (!whole) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(exchange, asked.get("redirect_uri") + "?code=" + code + "&state=" + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
    }

    /** A code is used once, by the client that has the secret and the verifier. */
    private void token(HttpExchange exchange) throws IOException, GeneralSecurityException {
        Map<String, String> given = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        byte[] hashed = MessageDigest.getInstance("SHA-256").digest(given.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
        boolean right = asked != null && basic.equals(exchange.getRequestHeaders().getFirst("Authorization")) && asked.get("redirect_uri").equals(given.get("redirect_uri"))
            && "authorization_code".equals(given.get("grant_type")) && asked.get("code_challenge").equals(encoded(hashed));
        if (!right) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(exchange, 200, Map.of("access_token", "practice-access", "token_type", "Bearer", "expires_in", 300, "scope", asked.get("scope"), "id_token", identity(asked.get("nonce"))));
    }

    private Map<String, Object> keys() {
        RSAPublicKey known = (RSAPublicKey) key.getPublic();
        return Map.of("keys", List.of(Map.of("kty", "RSA", "use", "sig", "alg", "RS256", "kid", "practice", "n", number(known.getModulus()), "e", number(known.getPublicExponent()))));
    }

    /** Unsigned. */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return encoded(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private String identity(String nonce) throws IOException, GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> said = new HashMap<>(Map.of("iss", issuer(), "aud", CLIENT, "sub", "s-1", "iat", now, "exp", now + 300, "nonce", nonce));
        said.putAll(claims);
        instead.forEach((claim, value) -> {
            if (value == null) said.remove(claim);
            else said.put(claim, value);
        });
        String algorithm = signature.equals("other") ? "RS256" : signature;
        String text = encoded(JSON.writeValueAsBytes(Map.of("alg", algorithm, "kid", "practice"))) + "." + encoded(JSON.writeValueAsBytes(said));
        return text + "." + encoded(signed(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] signed(byte[] text) throws GeneralSecurityException {
        if (signature.equals("none")) return new byte[0];
        if (signature.equals("HS256")) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text);
        }
        Signature own = Signature.getInstance("SHA256withRSA");
        own.initSign((signature.equals("other") ? otherKey : key).getPrivate());
        own.update(text);
        return own.sign();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        if (!"Bearer practice-access".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        Map<String, Object> said = new HashMap<>(Map.of("sub", "s-1"));
        said.putAll(userInfo);
        json(exchange, 200, said);
    }

    private void logout(HttpExchange exchange) throws IOException {
        Map<String, String> asked = fields(exchange.getRequestURI().getRawQuery());
        if (CLIENT.equals(asked.get("client_id")) && asked.containsKey("post_logout_redirect_uri")) redirect(exchange, asked.get("post_logout_redirect_uri"));
        else exchange.sendResponseHeaders(400, -1);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, Object body) throws IOException {
        body(exchange, status, JSON.writeValueAsBytes(body));
    }

    private static void body(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> fields(String text) {
        return Arrays.stream((text == null ? "" : text).split("&")).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (one, other) -> one));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
