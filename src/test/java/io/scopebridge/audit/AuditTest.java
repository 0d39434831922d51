package io.scopebridge.audit;

import static io.scopebridge.console.WebClient.PASSWORD;
import static io.scopebridge.console.WebClient.basic;
import static io.scopebridge.console.WebClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.console.ConsoleHub;
import io.scopebridge.console.WebClient;
import io.scopebridge.group.StartsHub;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever changes or tries something over the API is in the trail, with why, and what is in the trail stays there. */
@ConsoleHub
@StartsHub
class AuditTest {

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    ApiActions actions;
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void aChangedConnectionTellsWhichSettingsAndNeverTheirValues() throws Exception {
        String id = "audited-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode connection = connection(id);
        assertThat(sent("admin", "POST", "/api/connections", connection.toString())).isEqualTo(201);
        connection.with("settings").with("autotask").put("secret", "another-tops3cret").put("username", "other@example.com");
        assertThat(sent("admin", "PUT", "/api/connections/" + id, connection.toString())).isEqualTo(200);
        sent("admin", "POST", "/api/connections/" + id + "/disable", null);
        sent("admin", "DELETE", "/api/connections/" + id, null);

        List<JsonNode> trail = trail("connection=" + id);
        assertThat(trail).extracting(entry -> entry.path("action").asText()).containsExactly("connections.delete", "connections.disable", "connections.change", "connections.create");
        assertThat(trail).allSatisfy(entry -> {
            assertThat(entry.path("who").asText()).isEqualTo("admin");
            assertThat(entry.path("role").asText()).isEqualTo("admin");
            assertThat(entry.path("outcome").asText()).isEqualTo("DONE");
        });
        assertThat(trail.get(2).at("/details/changed")).extracting(JsonNode::asText).containsExactly("autotask.secret", "autotask.username");
        assertThat(trail.toString()).doesNotContain("tops3cret", "other@example.com");
    }

    /** An action without words would be shown by its name. */
    @Test
    void everyActionHasWordsAndASubject() throws Exception {
        String words = Files.readString(Path.of("src/main/console/src/audit/sentence.ts"));
        List<String> names = new ArrayList<>();
        List<String> unspoken = new ArrayList<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> mapping.getMethodsCondition().getMethods().forEach(method -> mapping.getPatternValues().stream()
            .filter(path -> path.startsWith("/api/") && !path.endsWith("/preview") && method != RequestMethod.GET).forEach(path -> {
                MockHttpServletRequest request = new MockHttpServletRequest(method.name(), path);
                Map<String, String> variables = new HashMap<>();
                Pattern.compile("\\{\\*?(\\w+)}").matcher(path).results().forEach(found -> variables.put(found.group(1), "7"));
                request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, path);
                request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
                ApiActions.Action action = actions.of(request, null);
                names.add(action.name());
                if (!words.contains("'" + action.name() + "': [")) unspoken.add(action.name());
                assertThat(variables.isEmpty() || action.connection() != null || action.subject() != null).as("subject of " + path).isTrue();
            })));
        assertThat(unspoken).isEmpty();
        assertThat(names).contains("jobs.cancel", "log.resolution").hasSizeGreaterThan(40);
    }

    @Test
    void whatARoleIsRefusedIsThereAndSoIsTheReasonThatWasGiven() throws Exception {
        assertThat(sent("vera", "POST", "/api/log/999111/retry", "{\"reason\":\"let me\"}")).isEqualTo(403);
        assertThat(sent("olga", "POST", "/api/log/999111/retry", "{\"reason\":\"the company is active again\"}")).isEqualTo(404);

        List<JsonNode> trail = trail("subject=log:999111");
        assertThat(trail).extracting(entry -> entry.path("who").asText() + " " + entry.path("role").asText() + " " + entry.path("action").asText() + " "
            + entry.path("outcome").asText() + " " + entry.path("status").asInt()).containsExactly("olga operator log.retry REFUSED 404", "vera viewer log.retry REFUSED 403");
        assertThat(trail.get(0).path("reason").asText()).isEqualTo("the company is active again");
    }

    @Test
    void loginsAndLogoutsAreThereAndAFormulaForANameIsNoneInTheFile() throws Exception {
        WebClient vera = WebClient.loggedIn(port, "vera");
        vera.form("/logout", "", "X-XSRF-TOKEN", vera.cookie("XSRF-TOKEN").getValue());
        assertThat(trail("who=vera&action=logout")).isNotEmpty();
        assertThat(trail("who=vera&action=login&outcome=DONE")).isNotEmpty();

        String name = "=1+1-" + UUID.randomUUID();
        assertThat(new WebClient(port).get("/api/log", basic(name, "wrong-password")).statusCode()).isEqualTo(401);
        JsonNode refused = trail("action=login&outcome=REFUSED").get(0);
        assertThat(refused.path("who").asText()).isEqualTo(name);
        String file = new WebClient(port).get("/api/audit/export?action=login", basic("olga", PASSWORD)).body();
        assertThat(file).startsWith("\uFEFFid,at,who,role,action").contains(",'" + name + ",").doesNotContain("," + name);
    }

    /** Strangers decide how many there are. */
    @Test
    void refusedLoginsOfANameAreOneRowAMinute() throws Exception {
        String name = "guesser-" + UUID.randomUUID();
        int entries = db.sql("select count(*) from audit_entry").query(Integer.class).single();
        for (int i = 0; i < 20; i++) new WebClient(port).get("/api/log", basic(name, "wrong-password"));

        List<JsonNode> refused = trail("who=" + name);
        assertThat(refused).hasSizeBetween(1, 2).allSatisfy(row -> {
            assertThat(row.path("action").asText() + " " + row.path("outcome").asText()).isEqualTo("login REFUSED");
            assertThat(row.at("/details/address").asText()).isEqualTo("127.0.0.1");
            assertThat(trail("id=" + row.path("id").asLong())).containsExactly(row);
        });
        assertThat(refused.stream().mapToInt(row -> row.at("/details/times").asInt()).sum()).isEqualTo(20);
        assertThat(db.sql("select count(*) from audit_entry").query(Integer.class).single()).isEqualTo(entries);
        assertThat(trail("who=" + name + "&outcome=DONE")).isEmpty();
        assertThat(trail("who=" + name + "&connection=x")).isEmpty();
        JsonNode page = json(new WebClient(port).get("/api/audit?limit=1&who=" + name, basic("olga", PASSWORD)));
        if (refused.size() == 2) assertThat(trail("who=" + name + "&after=" + page.path("next").asText())).containsExactly(refused.get(1));
    }

    @Test
    void thePagesFollowEachOtherAndOnlyOperatorsReadThem() throws Exception {
        for (int i = 0; i < 5; i++) sent("olga", "POST", "/api/log/999222/retry", "{\"reason\":\"again " + i + "\"}");
        List<String> reasons = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = json(new WebClient(port).get("/api/audit?subject=log:999222&limit=2" + after, basic("olga", PASSWORD)));
            page.path("entries").forEach(entry -> reasons.add(entry.path("reason").asText()));
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        assertThat(reasons).startsWith("again 4", "again 3", "again 2", "again 1", "again 0").doesNotHaveDuplicates();

        JsonNode one = trail("subject=log:999222").get(2);
        assertThat(trail("id=" + one.path("id").asLong())).containsExactly(one);
        assertThat(sent("olga", "GET", "/api/audit?id=first", null)).isEqualTo(400);
        assertThat(sent("vera", "GET", "/api/audit", null)).isEqualTo(403);
        assertThat(sent("vera", "GET", "/api/audit/export", null)).isEqualTo(403);
        assertThat(sent("olga", "GET", "/api/audit?who0=x", null)).isEqualTo(400);
        assertThat(sent("olga", "GET", "/api/audit?outcome=GOOD", null)).isEqualTo(400);
        assertThat(sent("admin", "DELETE", "/api/audit", null)).isEqualTo(405);
    }

    @Test
    void operationsOverJmxAreThereWithWhoAndWhyAndARetryNeedsAReason() throws Exception {
        WebClient admin = WebClient.loggedIn(port, "admin");
        WebClient olga = WebClient.loggedIn(port, "olga");
        String route = "org.apache.camel:context=scopebridge,name=\"audited-route\",type=routes";
        String log = "io.scopebridge:name=Log,type=Log";
        assertThat(admin.jolokia(exec(route, "stop()")).path("status").asInt()).isEqualTo(200);
        assertThat(admin.jolokia(exec(route, "start()")).path("status").asInt()).isEqualTo(200);
        assertThat(olga.jolokia(exec(route, "stop()")).path("status").asInt()).isEqualTo(403);
        assertThat(olga.jolokia(exec(log, "list", "", 5)).path("status").asInt()).isEqualTo(200);
        assertThat(trail("subject=" + URLEncoder.encode(route, StandardCharsets.UTF_8))).extracting(AuditTest::line)
            .containsExactly("olga operator jmx.stop REFUSED", "admin admin jmx.start DONE", "admin admin jmx.stop DONE");

        long entry = db.sql("select coalesce(max(id), 0) + 1000 from log_entry").query(Long.class).single();
        HttpResponse<String> without = olga.post("/actuator/hawtio/jolokia", exec(log, "retry", entry));
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.body()).contains("requires 2 parameters");
        HttpResponse<String> blank = olga.post("/actuator/hawtio/jolokia", exec(log, "retry", entry, " "));
        assertThat(blank.statusCode()).isEqualTo(400);
        assertThat(blank.body()).contains("The argument 'reason' of retry must give the reason");
        assertThat(olga.jolokia(exec(log, "retry", entry, "the company is active again")).toString()).contains("There is no log entry " + entry);
        assertThat(admin.jolokia("[" + exec(log, "retry", entry, "one") + "," + exec(log, "retry", entry, "two") + "]")).hasSize(2);
        List<JsonNode> retries = trail("action=jmx.retry&limit=5");
        assertThat(retries).extracting(AuditTest::line).containsExactly("admin admin jmx.retry FAILED", "admin admin jmx.retry FAILED", "olga operator jmx.retry FAILED",
            "olga operator jmx.retry REFUSED", "olga operator jmx.retry REFUSED");
        assertThat(retries).extracting(one -> one.path("reason").asText()).containsExactly("two", "one", "the company is active again", "", "");
        assertThat(retries.get(0).at("/details/arguments/0").asText()).isEqualTo("" + entry);
        assertThat(trail("action=jmx.list")).as("only reads").isEmpty();
    }

    private static String exec(String bean, String operation, Object... arguments) {
        ObjectMapper json = new ObjectMapper();
        ObjectNode request = json.createObjectNode().put("type", "exec").put("mbean", bean).put("operation", operation);
        if (arguments.length > 0) request.set("arguments", json.valueToTree(arguments));
        return request.toString();
    }

    private static String line(JsonNode entry) {
        return entry.path("who").asText() + " " + entry.path("role").asText() + " " + entry.path("action").asText() + " " + entry.path("outcome").asText();
    }

    @Test
    void whatIsInTheTrailStaysThere() throws Exception {
        sent("olga", "POST", "/api/log/999333/retry", "{\"reason\":\"mine\"}");
        assertThatThrownBy(() -> db.sql("update audit_entry set who = 'nobody'").update()).hasStackTraceContaining("only added to");
        assertThatThrownBy(() -> db.sql("delete from audit_entry").update()).hasStackTraceContaining("only added to");
        assertThat(trail("subject=log:999333")).isNotEmpty();
    }

    private List<JsonNode> trail(String filters) throws Exception {
        List<JsonNode> trail = new ArrayList<>();
        json(new WebClient(port).get("/api/audit?" + filters, basic("olga", PASSWORD))).path("entries").forEach(trail::add);
        return trail;
    }

    private int sent(String user, String method, String path, String body) throws Exception {
        return new WebClient(port).send(method, path, body, basic(user, PASSWORD)).statusCode();
    }

    private static ObjectNode connection(String id) {
        ObjectNode connection = new ObjectMapper().createObjectNode().put("id", id).put("name", "Audited").put("system", "autotask").put("enabled", false);
        connection.with("settings").with("scopestack").put("clientId", "a").put("clientSecret", "tops3cret");
        connection.with("settings").with("autotask").put("username", "me@example.com").put("secret", "tops3cret").put("integrationCode", "ABC");
        return connection;
    }
}
