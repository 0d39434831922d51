package io.scopebridge.user;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Users over the API, their sessions, and what a request costs. */
@ConsoleHub
@StartsHub
class UsersApiTest {

    private static final String FIRST = "Correct-horse-1";
    private static final String SECOND = "Another-horse-2";

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;

    @AfterEach
    void removeUsers() {
        db.sql("delete from console_user").update();
    }

    @Test
    void anAddedUserLogsInWithItsRole() throws Exception {
        HttpResponse<String> added = admin("POST", "/api/users", "{\"name\":\"paula\",\"role\":\"operator\",\"password\":\"" + FIRST + "\"}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue("/api/users/paula");
        assertThat(added.body()).doesNotContain(FIRST, "hash", "{bcrypt}");
        assertThat(json(added).path("createdBy").asText()).isEqualTo("admin");
        assertThat(json(added).has("lastLoginAt")).isFalse();

        WebClient paula = loggedIn("paula", FIRST);
        JsonNode me = json(paula.get("/api/me"));
        assertThat(me.path("role").asText()).isEqualTo("operator");
        assertThat(me.path("source").asText()).isEqualTo("database");
        assertThat(paula.get("/api/users").statusCode()).isEqualTo(403);
        JsonNode listed = json(admin("GET", "/api/users", null));
        assertThat(listed).extracting(user -> user.path("name").asText() + " " + user.path("source").asText()).containsExactly("admin settings", "olga settings", "paula database", "vera settings");
        assertThat(listed.get(2).path("lastLoginAt").asText()).isNotEmpty();
        assertThat(listed.toString()).doesNotContain("bcrypt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PUT    | /role     | {"role":"viewer"}                  | 200
        PUT    | /password | {"password":"Another-horse-2"}     | 200
        POST   | /disable  |                                    | 200
        DELETE | ''        |                                    | 204
        """)
    void aChangeEndsTheSessionsAndTheOldPasswordAtOnce(String method, String path, String body, int status) throws Exception {
        add("paula", "operator");
        WebClient paula = loggedIn("paula", FIRST);
        WebClient elsewhere = loggedIn("paula", FIRST);
        assertThat(new WebClient(port).get("/api/me", basic("paula", FIRST)).statusCode()).as("known as right from here on").isEqualTo(200);
        assertThat(sessions("paula")).isEqualTo(2);

        assertThat(admin(method, "/api/users/paula" + path, body).statusCode()).isEqualTo(status);

        assertThat(sessions("paula")).isZero();
        assertThat(paula.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
        int withOldPassword = new WebClient(port).get("/api/me", basic("paula", FIRST)).statusCode();
        assertThat(withOldPassword).isEqualTo(path.equals("/role") ? 200 : 401);
        if (path.equals("/password")) loggedIn("paula", SECOND);
    }

    /** Rows of sessions that were added to the database past the hub, or kept there, are worth nothing either. */
    @Test
    void aSessionIsOfTheUserAsItWas() throws Exception {
        add("paula", "operator");
        WebClient paula = loggedIn("paula", FIRST);
        db.sql("update console_user set role = 'admin' where name = 'paula'").update();
        assertThat(paula.get("/api/me").statusCode()).isEqualTo(401);
        db.sql("update console_user set role = 'operator' where name = 'paula'").update();
        assertThat(paula.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(db.sql("update console_session set principal_name = 'admin' where principal_name = 'paula'").update()).isEqualTo(1);
        db.sql("update console_session_attributes set attribute_bytes = ? where attribute_bytes = ?").param("admin".getBytes()).param("paula".getBytes()).update();
        assertThat(paula.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledUserIsEnabledAgain() throws Exception {
        add("paula", "viewer");
        assertThat(json(admin("POST", "/api/users/paula/disable", null)).path("enabled").asBoolean()).isFalse();
        assertThat(new WebClient(port).login("paula", FIRST).headers().firstValue("Location")).hasValue("/login?wrong");
        assertThat(json(admin("POST", "/api/users/paula/enable", null)).path("enabled").asBoolean()).isTrue();
        loggedIn("paula", FIRST);
    }

    @Test
    void theOwnPasswordEndsTheOtherSessions() throws Exception {
        add("paula", "viewer");
        WebClient paula = loggedIn("paula", FIRST);
        WebClient elsewhere = loggedIn("paula", FIRST);
        String session = paula.cookie("JSESSIONID").getValue();

        HttpResponse<String> wrong = own(paula, "not-the-old-one", SECOND);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).at("/errors/0/field").asText()).isEqualTo("currentPassword");
        assertThat(json(own(paula, FIRST, "short")).at("/errors/0/field").asText()).isEqualTo("newPassword");
        assertThat(json(own(paula, FIRST, FIRST)).at("/errors/0/message").asText()).contains("differ");
        assertThat(elsewhere.get("/api/me").statusCode()).as("nothing was changed").isEqualTo(200);

        assertThat(own(paula, FIRST, SECOND).statusCode()).isEqualTo(204);

        assertThat(paula.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(paula.cookie("JSESSIONID").getValue()).isEqualTo(session);
        assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(sessions("paula")).isEqualTo(1);
        loggedIn("paula", SECOND);
    }

    @Test
    void whoGuessesAtTheCurrentPasswordWaits() throws Exception {
        add("guessed", "viewer");
        WebClient guessed = loggedIn("guessed", FIRST);
        for (int i = 0; i < 5; i++) assertThat(own(guessed, "wrong-" + i, SECOND).statusCode()).isEqualTo(400);
        HttpResponse<String> waits = own(guessed, FIRST, SECOND);
        assertThat(waits.statusCode()).isEqualTo(429);
        assertThat(waits.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void aUserOfTheSettingsIsChangedThere() throws Exception {
        HttpResponse<String> refused = own(WebClient.loggedIn(port, "vera"), PASSWORD, SECOND);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).path("detail").asText()).contains("settings of the hub");
        assertThat(admin("POST", "/api/users/vera/disable", null).statusCode()).isEqualTo(409);
        assertThat(admin("POST", "/api/users/nobody/disable", null).statusCode()).isEqualTo(404);
        assertThat(admin("PUT", "/api/users/admin/password", "{\"password\":\"" + SECOND + "\"}").statusCode()).as("the own one").isEqualTo(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vera", "olga"})
    void usersAreForAdmins(String user) throws Exception {
        for (String[] request : new String[][] {{"GET", "/api/users"}, {"GET", "/api/users/admin"}, {"POST", "/api/users"}, {"PUT", "/api/users/admin/role"}, {"PUT", "/api/users/admin/password"},
            {"POST", "/api/users/admin/disable"}, {"POST", "/api/users/admin/enable"}, {"DELETE", "/api/users/admin"}}) {
            assertThat(new WebClient(port).send(request[0], request[1], request[0].equals("GET") ? null : "{}", basic(user, PASSWORD)).statusCode()).as(String.join(" ", request)).isEqualTo(403);
        }
    }

    @Test
    void theTrailSaysWhatWasChangedAndNoPassword() throws Exception {
        add("paula", "viewer");
        WebClient paula = loggedIn("paula", FIRST);
        own(paula, FIRST, SECOND);
        admin("PUT", "/api/users/paula/role", "{\"role\":\"operator\"}");
        admin("PUT", "/api/users/paula/password", "{\"password\":\"" + FIRST + "\"}");
        admin("POST", "/api/users/paula/disable", null);
        admin("DELETE", "/api/users/paula", null);

        JsonNode trail = json(admin("GET", "/api/audit?subject=users:paula&limit=5", null)).path("entries");
        assertThat(trail).extracting(entry -> entry.path("who").asText() + " " + entry.path("action").asText() + " " + entry.at("/details/role").asText())
            .containsExactly("admin users.delete ", "admin users.disable ", "admin users.password ", "admin users.role operator", "admin users.create viewer");
        JsonNode own = json(admin("GET", "/api/audit?action=me.password&limit=1", null)).at("/entries/0");
        assertThat(own.path("who").asText()).isEqualTo("paula");
        assertThat(own.path("details").toString()).doesNotContain(FIRST, SECOND).contains("newPassword");
        assertThat(db.sql("select count(*) from audit_entry where details like :first or details like :second").param("first", "%" + FIRST + "%").param("second", "%" + SECOND + "%")
            .query(Integer.class).single()).isZero();
    }

    /** Programs, health, metrics and webhooks have no session: nothing is written, and only the user is read. */
    @Test
    void whatARequestCosts() throws Exception {
        add("program", "admin");
        WebClient program = new WebClient(port);
        assertThat(program.get("/api/me", basic("program", FIRST)).statusCode()).isEqualTo(200);
        String lastLogin = lastLogin("program");

        assertThat(statements(() -> program.get("/api/log?limit=1", basic("program", FIRST)))).containsExactly(Map.entry("select console_user", 10));
        assertThat(statements(() -> program.get("/actuator/prometheus", basic("program", FIRST)))).containsExactly(Map.entry("select console_user", 10));
        assertThat(statements(() -> program.get("/api/log?limit=1", basic("vera", PASSWORD)))).as("of the settings").isEmpty();
        assertThat(statements(() -> program.get("/actuator/health/liveness"))).isEmpty();
        assertThat(statements(() -> program.send("POST", "/webhooks/none", "{}", "Cookie", "JSESSIONID=MTIz"))).isEmpty();
        assertThat(lastLogin("program")).isEqualTo(lastLogin);

        WebClient browser = loggedIn("program", FIRST);
        browser.get("/api/me");
        assertThat(statements(() -> browser.get("/api/me"))).containsOnlyKeys("select console_session", "select console_user");
        assertThat(statements(() -> browser.get("/actuator/hawtio/user"))).containsOnlyKeys("select console_session", "select console_user");
        db.sql("update console_session set last_access_time = last_access_time - 600000 where principal_name = 'program'").update();
        assertThat(statements(() -> browser.get("/api/me"))).containsEntry("update console_session", 1);
    }

    private interface Request {
        HttpResponse<String> send() throws Exception;
    }

    /** Of ten requests, by kind and table, as the database counts them. */
    private Map<String, Integer> statements(Request request) throws Exception {
        db.sql("set query_statistics false").update();
        db.sql("set query_statistics true").update();
        for (int i = 0; i < 10; i++) request.send();
        Map<String, Integer> counts = new TreeMap<>();
        db.sql("select sql_statement, execution_count from information_schema.query_statistics").query((row, number) -> Map.entry(row.getString(1).toLowerCase(Locale.ROOT), row.getInt(2))).list()
            .stream().filter(statement -> statement.getKey().contains("console_"))
            .forEach(statement -> counts.merge(statement.getKey().strip().split("\\s")[0] + " " + statement.getKey().replaceAll("(?s).*?(console_(?:user|session)).*", "$1"), statement.getValue(), Integer::sum));
        db.sql("set query_statistics false").update();
        return counts;
    }

    private String lastLogin(String user) throws Exception {
        return json(admin("GET", "/api/users/" + user, null)).path("lastLoginAt").asText();
    }

    private int sessions(String user) {
        return db.sql("select count(*) from console_session where principal_name = :name").param("name", user).query(Integer.class).single();
    }

    private void add(String name, String role) throws Exception {
        assertThat(admin("POST", "/api/users", "{\"name\":\"" + name + "\",\"role\":\"" + role + "\",\"password\":\"" + FIRST + "\"}").statusCode()).isEqualTo(201);
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return new WebClient(port).send(method, path, body, basic("admin", PASSWORD));
    }

    private static HttpResponse<String> own(WebClient client, String current, String next) throws Exception {
        return client.send("PUT", "/api/me/password", "{\"currentPassword\":\"" + current + "\",\"newPassword\":\"" + next + "\"}", "X-XSRF-TOKEN", client.cookie("XSRF-TOKEN").getValue());
    }

    private WebClient loggedIn(String user, String password) throws Exception {
        WebClient client = new WebClient(port);
        assertThat(client.login(user, password).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/actuator/hawtio/"));
        client.get("/actuator/hawtio/");
        return client;
    }
}
