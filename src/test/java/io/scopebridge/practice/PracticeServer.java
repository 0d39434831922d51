package io.scopebridge.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for one remote system, on loopback. It keeps what was created, shows the faults it was told to,
 * and tells what it holds and what it was asked: see {@link Control} for how to ask over HTTP.
 */
public abstract class PracticeServer implements AutoCloseable {

    static {
        // The JDK server otherwise waits for delayed acknowledgements, 40 ms per answer on a kept connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    protected static final ObjectMapper JSON = new ObjectMapper();

    private record Route(String method, Pattern path, Function<Request, Answer> handler) {
    }

    private final List<Route> routes = new ArrayList<>();
    private final ConcurrentLinkedQueue<Received> received = new ConcurrentLinkedQueue<>();
    private final List<Consumer<Received>> listeners = new CopyOnWriteArrayList<>();
    private final Records records = new Records();
    private final Faults faults = new Faults();
    private HttpServer server;
    private ExecutorService threads;

    /** Listens on 127.0.0.1; port 0 takes a free one. */
    public void start(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
        } catch (IOException e) {
            throw new IllegalStateException("Port " + port + " cannot be opened: " + e.getMessage(), e);
        }
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, getClass().getSimpleName());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.createContext("/practice/", new Control(this));
        server.start();
    }

    /** The address without a slash at its end. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public Records records() {
        return records;
    }

    public Faults faults() {
        return faults;
    }

    /** Every request since the start or the last {@link #forgetReceived}, oldest first, without the control calls. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public void forgetReceived() {
        received.clear();
    }

    public void onReceived(Consumer<Received> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        if (server == null) return;
        server.stop(0);
        threads.shutdownNow();
    }

    /** Answers requests whose whole path matches the regular expression. The first route that fits is taken. */
    protected void on(String method, String path, Function<Request, Answer> handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
    }

    /** The request as this server takes it; it may throw a {@link Refusal}. */
    protected Request arrived(Request request) {
        return request;
    }

    /** Throws a {@link Refusal} for a request that may not come in at all: credentials, headers, limits. */
    protected abstract void admit(Request request);

    /** Called when the answer is on its way, also when {@link #admit} refused. */
    protected void release(Request request) {
    }

    /** The system's own error body for a status that it was told to answer. */
    protected abstract Answer error(int status, String message);

    private void serve(HttpExchange exchange) throws IOException {
        Request request = read(exchange);
        Fault fault = faults.forRequest(request).orElse(null);
        try (exchange) {
            Answer answer = answerWith(fault, request);
            boolean broken = answer == null || fault != null && fault.kind() == Fault.Kind.HALF_BODY;
            note(new Received(request, broken ? 0 : answer.status()));
            if (!broken) write(exchange, answer);
            else if (answer != null) breakOff(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the answer leaves, so that whoever has it finds the request noted. */
    private void note(Received entry) {
        received.add(entry);
        listeners.forEach(listener -> listener.accept(entry));
    }

    /** Null when the connection is to be cut. */
    private Answer answerWith(Fault fault, Request request) throws InterruptedException {
        if (fault != null) {
            switch (fault.kind()) {
                case RESET_BEFORE -> {
                    return null;
                }
                case STATUS -> {
                    Answer answer = fault.body() == null
                        ? error(fault.status(), "The practice server was told to refuse this request")
                        : Answer.of(fault.status(), fault.body());
                    return fault.retryAfter() == null ? answer : answer.with("Retry-After", "" + fault.retryAfter());
                }
                case HTML -> {
                    return Answer.of(200, fault.body() == null ? "<html><body><h1>Maintenance</h1></body></html>" : fault.body())
                        .with("Content-Type", "text/html");
                }
                default -> { }
            }
        }
        Answer answer = handle(request, fault);
        if (fault != null && fault.kind() == Fault.Kind.GATEWAY) {
            return Answer.of(502, "<html><body><h1>502 Bad Gateway</h1></body></html>").with("Content-Type", "text/html");
        }
        return fault != null && fault.kind() == Fault.Kind.RESET_AFTER ? null : answer;
    }

    private Answer handle(Request sent, Fault fault) throws InterruptedException {
        Request request = sent;
        try {
            request = arrived(sent);
            admit(request);
            if (fault != null && fault.kind() == Fault.Kind.LATENCY) Thread.sleep(fault.millis());
            boolean pathKnown = false;
            for (Route route : routes) {
                Matcher matcher = route.path().matcher(request.path());
                if (!matcher.matches()) continue;
                pathKnown = true;
                if (!route.method().equals(request.method())) continue;
                List<String> groups = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) groups.add(matcher.group(i));
                return route.handler().apply(request.withGroups(groups));
            }
            return pathKnown ? error(405, "The requested resource does not support http method '" + request.method() + "'.")
                : error(404, "No resource at " + request.path());
        } catch (Refusal refusal) {
            return refusal.answer();
        } catch (RuntimeException e) {
            e.printStackTrace();
            return error(500, "Practice server bug: " + e);
        } finally {
            release(request);
        }
    }

    private static Request read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        JsonNode json = null;
        try {
            if (!body.isBlank()) json = JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            json = null;
        }
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
        URI uri = exchange.getRequestURI();
        return new Request(exchange.getRequestMethod(), uri.getPath(), query(uri.getRawQuery()), headers, body, json, List.of());
    }

    static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) return query;
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), k -> new ArrayList<>())
                .add(parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    static byte[] bytes(Answer answer) {
        if (answer.body() == null) return new byte[0];
        if (answer.body() instanceof String text) return text.getBytes(StandardCharsets.UTF_8);
        try {
            return JSON.writeValueAsBytes(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static void write(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        headers(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    private static void breakOff(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = bytes(answer);
        headers(exchange, answer);
        exchange.sendResponseHeaders(answer.status(), Math.max(2, body.length));
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void headers(HttpExchange exchange, Answer answer) {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    }
}
