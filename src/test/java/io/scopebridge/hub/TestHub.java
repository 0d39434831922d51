package io.scopebridge.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.scopebridge.ScopeBridge;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.autotask.PracticeAutotask;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole hub on a free port, over its own practice servers, asked and told over HTTP as by a person with curl. */
public class TestHub implements AutoCloseable {

    public static final String AUTOTASK = "northwind-autotask";
    public static final String CONNECTWISE = "northwind-connectwise";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LEVEL = "logging.level.";
    public static final String PASSWORD = "correct-horse-battery";
    /** Of the password, with the lowest cost: half of all that tests computed was bcrypt. */
    public static final String PASSWORD_HASH = "{bcrypt}$2a$04$7seBS1NrMpdIsdK0GaWhJeKW/R0wd9WWMrVifyrOs27OHxXgqxMIS";

    /** A user of each role and the MBeans that the console reads. */
    private static final Map<String, Object> CONSOLE = Map.of(
        "spring.jmx.enabled", true, "camel.main.jmx-enabled", true, "camel.component.quartz.enable-jmx", true, "camel.main.jmx-management-m-beans-level", "ContextOnly",
        "scopebridge.console.users.vera.password", PASSWORD_HASH, "scopebridge.console.users.vera.role", "viewer",
        "scopebridge.console.users.olga.password", PASSWORD_HASH, "scopebridge.console.users.olga.role", "operator");

    public final PracticeScopeStack scopeStack;
    public final PracticeAutotask autotask;
    public final PracticeConnectWise connectWise;
    private final boolean ownsServers;
    private boolean shared;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Object> settings = new LinkedHashMap<>();
    private ConfigurableApplicationContext context;
    private String elsewhere;

    public TestHub(Path home) {
        this(home, "jdbc:h2:file:" + home.resolve("hub").toAbsolutePath()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;MAX_COMPACT_TIME=5000;MAX_LENGTH_INPLACE_LOB=32768;QUERY_CACHE_SIZE=100;DB_CLOSE_ON_EXIT=FALSE", "sa", "");
    }

    public TestHub(Path home, String url, String user, String password) {
        this(home, url, user, password, new PracticeScopeStack(), new PracticeAutotask(), new PracticeConnectWise(), true);
        scopeStack.start(0);
        autotask.start(0);
        connectWise.start(0);
    }

    /**
     * The hub that the classes of this JVM share; it starts with the first. Practice servers, connections and all that comes of them
     * are the class's own and end with {@link #close}. For a class that sets nothing of the hub and neither stops nor damages it.
     */
    public static TestHub shared() {
        TestHub hub = new TestHub(SharedHub.HOME, SharedHub.DATABASE, "sa", "");
        hub.settings.putAll(CONSOLE);
        hub.shared = true;
        return hub;
    }

    /** One more node of a hub: the same database, the same practice servers, and a name of its own. */
    public TestHub(Path home, TestHub other) {
        this(home, (String) other.settings.get("spring.datasource.url"), (String) other.settings.get("spring.datasource.username"),
            (String) other.settings.get("spring.datasource.password"), other.scopeStack, other.autotask, other.connectWise, false);
        if (other.settings.containsKey("scopebridge.secret-key")) settings.put("scopebridge.secret-key", other.settings.get("scopebridge.secret-key"));
    }

    private TestHub(Path home, String url, String user, String password, PracticeScopeStack scopeStack, PracticeAutotask autotask,
                    PracticeConnectWise connectWise, boolean ownsServers) {
        this.scopeStack = scopeStack;
        this.autotask = autotask;
        this.connectWise = connectWise;
        this.ownsServers = ownsServers;
        settings.put("spring.datasource.url", url);
        settings.put("spring.datasource.username", user);
        settings.put("spring.datasource.password", password);
        settings.put("scopebridge.data", home.toString());
        settings.put("scopebridge.console.password", PASSWORD_HASH);
        settings.put("server.port", "0");
        settings.put("spring.jmx.enabled", "false");
        // MBeans are the JVM's: a hub that ends must not take those away from one that stays.
        settings.put("spring.jmx.unique-names", "true");
        settings.put("camel.main.jmx-enabled", "false");
        settings.put("camel.component.quartz.enable-jmx", "false");
        settings.put("logging.level.root", "warn");
        settings.put("spring.main.banner-mode", "off");
        // Camel contexts of one name share a Quartz scheduler, and several hubs run in one JVM.
        settings.put("camel.main.name", "scopebridge" + System.identityHashCode(this));
        // A job that was added is claimed without a tick; ticks of every 50 ms took a quarter of the processor time of all tests.
        settings.put("scopebridge.jobs.tick", "250");
        settings.put("scopebridge.schedule.tick", "250");
        settings.put("scopebridge.reload.every", "1h");
        settings.put("scopebridge.warm-up", "false");
        settings.put("scopebridge.jobs.backoff", "200ms");
        settings.put("scopebridge.jobs.attempts", "3");
        settings.put("scopebridge.replays.tick", "250");
        settings.put("scopebridge.plan.settle", "50ms");
        settings.put("scopebridge.plan.look-for", "250ms");
        settings.put("scopebridge.checks.after-saving", "false");
        settings.put("scopebridge.alerts.tick", "250");
        settings.put("scopebridge.alerts.clear-after", "300ms");
        settings.put("scopebridge.alerts.backoff", "100ms");
        settings.put("scopebridge.drafts.run", "4s");
        settings.put("scopebridge.console.url", "https://hub.example.com");
        // A call more that nobody asked for would make counts of calls uncertain.
        settings.put("scopebridge.usage.tick", "3600000");
    }

    public TestHub with(String property, Object value) {
        if (shared) throw new IllegalStateException("A hub with settings of its own is not shared: new TestHub");
        settings.put(property, value);
        return this;
    }

    public TestHub without(String property) {
        settings.remove(property);
        return this;
    }

    /** Asks and tells a hub that runs elsewhere, such as in a process of its own, in place of starting one. */
    public TestHub at(String address) {
        elsewhere = address;
        return this;
    }

    public Map<String, Object> settings() {
        return settings;
    }

    public TestHub start() {
        context = shared ? SharedHub.running(this::run) : run();
        return this;
    }

    private ConfigurableApplicationContext run() {
        SpringApplication application = new SpringApplication(ScopeBridge.class);
        return application.run(settings.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue()).toArray(String[]::new));
    }

    /** Both systems connected with what the practice servers accept; nothing is scheduled: tests ask for what they need. */
    public TestHub connected() {
        put(AUTOTASK, connection("autotask"));
        put(CONNECTWISE, connection("connectwise"));
        return this;
    }

    public Map<String, Object> connection(String system) {
        Map<String, Object> own = system.equals("autotask")
            ? Map.of("zoneLookupUrl", autotask.url() + "/atservicesrest", "username", PracticeAutotask.USER,
                "secret", PracticeAutotask.SECRET, "integrationCode", PracticeAutotask.INTEGRATION_CODE)
            : Map.of("host", connectWise.url(), "companyId", PracticeConnectWise.COMPANY_ID, "publicKey", PracticeConnectWise.PUBLIC_KEY,
                "privateKey", PracticeConnectWise.PRIVATE_KEY, "clientId", PracticeConnectWise.CLIENT_ID);
        Map<String, Object> groups = new LinkedHashMap<>();
        groups.put("scopestack", Map.of("apiUrl", scopeStack.url(), "tokenUrl", scopeStack.url() + "/oauth/token", "webUrl", scopeStack.url(),
            "clientId", "practice-" + system + "-client", "clientSecret", "practice-" + system + "-secret"));
        groups.put(system, own);
        groups.put("opportunities", new LinkedHashMap<>(Map.of("enabled", false)));
        groups.put("companies", new LinkedHashMap<>(Map.of("enabled", false)));
        groups.put("projects", new LinkedHashMap<>(Map.of("watch", false, "options", system.equals("connectwise") ? Map.of("board", "Projects") : Map.of())));
        groups.put("network", Map.of("allowPlainHttp", true, "allowPrivateAddresses", true));
        Map<String, Object> connection = new LinkedHashMap<>();
        connection.put("id", "northwind-" + system);
        connection.put("name", "Northwind " + system);
        connection.put("system", system);
        connection.put("enabled", true);
        connection.put("settings", groups);
        return connection;
    }

    /** The same with other settings, named by their path such as {@code opportunities.status}; null takes one away. */
    public Map<String, Object> connection(String system, Map<String, Object> changes) {
        Map<String, Object> connection = connection(system);
        Map<String, Object> groups = asMap(connection.get("settings"));
        changes.forEach((path, value) -> {
            String[] names = path.split("\\.", 2);
            Map<String, Object> group = new LinkedHashMap<>(asMap(groups.getOrDefault(names[0], Map.of())));
            if (value == null) group.remove(names[1]);
            else group.put(names[1], value);
            groups.put(names[0], group);
        });
        return connection;
    }

    /** Leaves fifty opportunities in each PSA, 5531 to 5580 and 1001 to 1050, for tests that need no more. */
    public TestHub withFewOpportunities() {
        autotask.opportunities().forEach(row -> forget(autotask, "Opportunities", row.path("id").asLong(), 5531, 5580));
        connectWise.opportunities().forEach(row -> forget(connectWise, "opportunities", row.path("id").asLong(), 1001, 1050));
        return this;
    }

    public void put(String id, Map<String, Object> connection) {
        boolean there = send("GET", "/api/connections/" + id, null).statusCode() == 200;
        HttpResponse<String> answer = send(there ? "PUT" : "POST", there ? "/api/connections/" + id : "/api/connections", connection);
        if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.statusCode() + " " + answer.body());
    }

    public HttpResponse<String> send(String method, String path, Object body) {
        try {
            String text = body == null ? "" : body instanceof String given ? given : JSON.writeValueAsString(body);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes()))
                .method(method, text.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
            if (!text.isEmpty()) request.header("Content-Type", "application/json");
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    public JsonNode get(String path) {
        return json(send("GET", path, null));
    }

    /** Creates the PSA project and waits for the end of the job. */
    public JsonNode push(String connection, long project, Map<String, Object> options) {
        return ended(request(connection, project, options));
    }

    /** Asks for the PSA project; the id of the job. */
    public long request(String connection, long project, Map<String, Object> options) {
        return json(send("POST", "/api/connections/" + connection + "/projects/" + project + "/psa-project", options)).path("job").asLong();
    }

    /** Polls opportunities and projects and waits for the end of both jobs. */
    public Synced sync(String connection) {
        JsonNode accepted = json(send("POST", "/api/connections/" + connection + "/sync", null));
        return new Synced(ended(accepted.at("/jobs/0").asLong()), ended(accepted.at("/jobs/1").asLong()));
    }

    /** Reads all opportunities anew and waits for the end of the job. */
    public JsonNode fullSync(String connection, boolean confirmClosing) {
        return ended(json(send("POST", "/api/connections/" + connection + "/sync?full=true&confirmClosing=" + confirmClosing, null)).at("/jobs/0").asLong());
    }

    /** Two jobs that have ended. */
    public record Synced(JsonNode opportunities, JsonNode projects) {
    }

    /** Sends a webhook signed with the secret. */
    public HttpResponse<String> webhook(String connection, String secret, String event, String body) {
        long now = Instant.now().getEpochSecond();
        try {
            return http.send(HttpRequest.newBuilder(URI.create(url() + "/webhooks/" + connection))
                .header("Content-Type", "application/json").header("webhook-id", event).header("webhook-timestamp", "" + now)
                .header("webhook-signature", new Webhook(secret).sign(event, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The job when it is DONE, FAILED or CANCELLED. Waited for in the database, which costs less than a call of the API. */
    public JsonNode ended(long job) {
        // A process of its own is asked by HTTP, for which it computes longer than the job does when it is asked often.
        Duration pause = Duration.ofMillis(context == null ? 250 : 50);
        Awaitility.await().atMost(Duration.ofSeconds(240)).pollInterval(pause).until(() -> state(job), state -> state.matches("DONE|FAILED|CANCELLED"));
        return get("/api/jobs/" + job);
    }

    private String state(long job) {
        if (context == null) return get("/api/jobs/" + job).path("state").asText();
        return database().sql("select state from job where id = ?").param(job).query(String.class).single();
    }

    public JsonNode log() {
        return get("/api/log");
    }

    /** The entries of one connection, newest first. */
    public List<JsonNode> log(String connection) {
        return list(get("/api/log?limit=500&connection=" + connection).path("entries"));
    }

    /** The jobs of one connection and flow, newest first. */
    public List<JsonNode> jobs(String connection, String flow) {
        return list(get("/api/jobs?connection=" + connection)).stream().filter(job -> job.path("flow").asText().equals(flow)).toList();
    }

    public JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public String url() {
        return elsewhere != null ? elsewhere : "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Ends the hub and leaves the practice servers as they are. */
    public void stop() {
        if (shared) throw new IllegalStateException("Other classes use this hub: new TestHub");
        if (context != null) context.close();
        context = null;
        levels();
    }

    /** What this hub logged in detail, no later one of this JVM does. */
    private void levels() {
        LoggingSystem logging = LoggingSystem.get(TestHub.class.getClassLoader());
        settings.keySet().stream().filter(name -> name.startsWith(LEVEL)).map(name -> name.substring(LEVEL.length()))
            .forEach(logger -> logging.setLogLevel(logger, logger.equals("root") ? LogLevel.WARN : null));
    }

    @Override
    public void close() {
        if (shared) leave();
        else stop();
        if (!ownsServers) return;
        scopeStack.close();
        autotask.close();
        connectWise.close();
    }

    private void leave() {
        List.of(scopeStack, autotask, connectWise).forEach(server -> server.faults().clear());
        if (context != null) SharedHub.empty(this);
        context = null;
    }

    private static void forget(PracticeServer server, String type, long id, long first, long last) {
        if (id < first || id > last) server.records().remove(type, id);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object map) {
        return (Map<String, Object>) map;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
