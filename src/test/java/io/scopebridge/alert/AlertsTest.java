package io.scopebridge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Bench;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.receiver.PracticeReceiver;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets and rules over the API, and what arrives at a mail server and at those who receive webhooks. */
@StartsHub
class AlertsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> HERE = Map.of("privateHosts", "127.0.0.1", "allowPlainHttp", true);

    private static Bench bench;
    private static TestHub hub;
    private static PracticeReceiver receiver;
    private static GreenMail mail;

    @BeforeAll
    static void start() {
        hub = TestHub.shared().start();
        bench = new Bench(hub);
        receiver = new PracticeReceiver();
        receiver.start(0);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.setUser("hub@example.com", "hub", "sm7p-passw0rd");
        mail.start();
    }

    @AfterAll
    static void end() {
        mail.stop();
        receiver.close();
        bench.close();
    }

    @BeforeEach
    void nothingReceived() throws Exception {
        receiver.forgetReceived();
        receiver.faults().clear();
        mail.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void noRulesAndTargets() {
        hub.get("/api/alerts/rules").forEach(rule -> hub.send("DELETE", "/api/alerts/rules/" + rule.path("id"), null));
        hub.get("/api/alerts/targets").forEach(target -> hub.send("DELETE", "/api/alerts/targets/" + target.path("id"), null));
    }

    @Test
    void aRuleThatCannotBeReadIsReplaced() throws Exception {
        Map<String, Object> rule = Map.of("name", "odd", "targets", List.of(webhook()));
        long id = JSON.readTree(hub.send("POST", "/api/alerts/rules", rule).body()).path("id").asLong();
        hub.database().sql("update alert_rule set definition = '{' where id = ?").param(id).update();

        HttpResponse<String> unreadable = hub.send("GET", "/api/alerts/rules/" + id, null);
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.body()).contains("definition", "replace the rule");
        assertThat(hub.send("PUT", "/api/alerts/rules/" + id, rule).statusCode()).isEqualTo(200);
        assertThat(hub.get("/api/alerts/rules/" + id).path("name").asText()).isEqualTo("odd");
    }

    @Test
    void theAuditTrailNamesWhatChangedAndNoValues() throws Exception {
        long target = webhook();
        Map<String, Object> rule = Map.of("name", "audited", "targets", List.of(target));
        long id = JSON.readTree(hub.send("POST", "/api/alerts/rules", rule).body()).path("id").asLong();
        assertThat(hub.send("PUT", "/api/alerts/rules/" + id, Map.of("name", "audited", "targets", List.of(target), "atLeast", 7)).statusCode()).isEqualTo(200);
        String secret = "whsec_" + Base64.getEncoder().encodeToString("another-secret-of-25-bytes".getBytes(StandardCharsets.UTF_8));
        var replaced = hub.send("PUT", "/api/alerts/targets/" + target, Map.of("name", "another name", "settings", Map.of("network", HERE, "secret", secret)));
        assertThat(replaced.statusCode()).as(replaced.body()).isEqualTo(200);

        JsonNode rules = hub.get("/api/audit?action=alerts.rules.change&subject=alerts:" + id).at("/entries/0/details");
        assertThat(rules.path("name").asText()).isEqualTo("audited");
        assertThat(rules.path("changed")).extracting(JsonNode::asText).containsExactly("atLeast");
        JsonNode targets = hub.get("/api/audit?action=alerts.targets.change&subject=alerts:" + target).at("/entries/0/details");
        assertThat(targets.path("changed")).extracting(JsonNode::asText).containsExactly("name", "secret");
        assertThat(targets.toString()).doesNotContain("whsec_");
    }

    @Test
    void aRefusedProjectIsReportedOnceToEveryChannelAndSoIsItsEnd() throws Exception {
        List<Long> targets = List.of(email("none"), slack(), teams(), webhook());
        rule(Map.of("name", "all", "targets", targets));
        String connection = bench.connect("connectwise");
        hub.connectWise.faults().status("POST", "/project/projects$", 400, "{\"code\":\"InvalidObject\",\"message\":\"The name <b>is</b> too long & odd\",\"errors\":[]}", 2);
        hub.scopeStack.approve(95001);
        hub.push(connection, 95001, null);
        hub.push(connection, 95001, null);

        delivered(4);
        JsonNode entry = bench.log(connection).get(0);
        JsonNode event = received("/hook/").get(0);
        assertThat(event.path("type").asText()).isEqualTo("alert.opened");
        assertThat(event.at("/data/problems/0/cause").asText()).isEqualTo(entry.path("cause").asText());
        assertThat(event.at("/data/problems/0/remedy").asText()).isEqualTo(entry.path("remedy").asText());
        assertThat(event.at("/data/problems/0/link").asText()).isEqualTo("https://hub.example.com/actuator/hawtio/scopebridge/log/" + entry.path("id").asText());
        assertThat(received("/services/").get(0).toString()).contains("push-project", "&lt;b&gt;", "/scopebridge/log/" + entry.path("id").asText()).doesNotContain("<b>");
        assertThat(received("/workflows/").get(0).at("/attachments/0/content/actions/0/url").asText()).endsWith("/log/" + entry.path("id").asText());
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getSubject()).contains("push-project fails (VALIDATION)");
        assertThat(GreenMailUtil.getBody(message)).contains("What to do: ", "/scopebridge/log/" + entry.path("id").asText());
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");

        assertThat(hub.push(connection, 95001, null).path("state").asText()).isEqualTo("DONE");
        delivered(8);
        assertThat(received("/hook/")).extracting(one -> one.path("type").asText()).containsExactly("alert.opened", "alert.over");
        assertThat(mail.getReceivedMessages()).hasSize(2).allSatisfy(one -> assertThat(one.getHeader("References")).isEqualTo(message.getHeader("References")));
        assertThat(received("/services/")).hasSize(2);
        assertThat(received("/workflows/")).hasSize(2);
        assertThat(hub.get("/api/alerts/problems?state=over").at("/0/overAt").asText()).isNotEmpty();
    }

    @Test
    void aTargetThatIsDownIsTriedAgainAndIsNoEntryOfTheLog() {
        rule(Map.of("name", "all", "targets", List.of(webhook())));
        receiver.faults().status("POST", "/hook/", 503, (Integer) null, 1).kind("POST", "/hook/", Fault.Kind.RESET_BEFORE, 1);
        fail(bench.connect("connectwise"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> receiver.accepted().size() == 1);
        assertThat(receiver.received()).extracting(one -> one.request().header("webhook-id").orElseThrow()).hasSizeGreaterThanOrEqualTo(2).containsOnly(receiver.received().get(0).request().header("webhook-id").orElseThrow());
        delivered(1);
        assertThat(hub.get("/api/alerts/deliveries").at("/deliveries/0/attempts").asInt()).isEqualTo(3);
        assertThat(hub.log().path("entries")).allSatisfy(entry -> assertThat(entry.path("flow").asText()).doesNotContain("alert"));
    }

    @ParameterizedTest
    @CsvSource({"email", "slack", "teams", "webhook"})
    void theTestButtonSendsOneMessage(String channel) {
        long target = switch (channel) {
            case "email" -> email("none");
            case "slack" -> slack();
            case "teams" -> teams();
            default -> webhook();
        };
        long delivery = json(hub.send("POST", "/api/alerts/targets/" + target + "/test", null)).path("delivery").asLong();
        JsonNode done = ended(delivery);
        assertThat(done.path("state").asText()).as("%s", done).isEqualTo("SENT");
        assertThat(receiver.accepted().size() + mail.getReceivedMessages().length).isOne();
        assertThat(hub.get("/api/alerts/targets/" + target).path("lastSentAt").asText()).isNotEmpty();
    }

    @Test
    void aTestThatFailsSaysWhyAndIsNotRepeated() {
        long target = slack();
        receiver.faults().status("POST", "/services/", 404, "no_service", 10);
        JsonNode done = ended(json(hub.send("POST", "/api/alerts/targets/" + target + "/test", null)).path("delivery").asLong());
        assertThat(done.path("state").asText()).isEqualTo("FAILED");
        assertThat(done.path("error").asText()).contains("404", "no_service").doesNotContain("pr4ct1ce");
        assertThat(receiver.received()).hasSize(1);
        receiver.faults().clear();
        assertThat(hub.send("POST", "/api/alerts/deliveries/" + done.path("id") + "/retry", null).statusCode()).isEqualTo(202);
        assertThat(ended(done.path("id").asLong()).path("state").asText()).isEqualTo("SENT");
        assertThat(hub.send("POST", "/api/alerts/deliveries/" + done.path("id") + "/retry", null).statusCode()).isEqualTo(400);
    }

    @Test
    void aMailServerThatRefusesThePasswordOrSpeaksNoTlsIsNamed() {
        JsonNode wrong = ended(json(hub.send("POST", "/api/alerts/targets/" + email("starttls") + "/test", null)).path("delivery").asLong());
        assertThat(wrong.path("state").asText()).isEqualTo("FAILED");
        assertThat(wrong.path("error").asText()).containsIgnoringCase("starttls");
    }

    @Test
    void aMailThatWasAcceptedIsSentHoweverTheConnectionEnds() throws Exception {
        try (RudeMailServer rude = new RudeMailServer()) {
            JsonNode done = ended(json(hub.send("POST", "/api/alerts/targets/" + email("none", rude.port()) + "/test", null)).path("delivery").asLong());
            assertThat(done.path("state").asText()).as("%s", done).isEqualTo("SENT");
            assertThat(rude.accepted()).isOne();
        }
    }

    @Test
    void aPrivateNetworkIsRefusedWhenATargetIsSavedAndWhenItIsCalled() {
        JsonNode refused = refused("/api/alerts/targets", Map.of("name", "x", "channel", "slack", "settings", Map.of("url", receiver.slackUrl().replace("http:", "https:"))));
        assertThat(refused.at("/errors/0/field").asText()).isEqualTo("settings.url");
        assertThat(refused.at("/errors/0/message").asText()).contains("private network");
        assertThat(refused("/api/alerts/targets", Map.of("name", "x", "channel", "email", "settings", Map.of("message", Map.of("from", "a@b.example", "to", "c@d.example"), "server", Map.of("host", "127.0.0.1"))))
            .at("/errors/0/field").asText()).isEqualTo("settings.server.host");

        for (long target : List.of(slack(), email("none"))) {
            hub.database().sql("update alert_target set settings = replace(settings, '127.0.0.1\",\"allow', '10.0.0.1\",\"allow') where id = ?").param(target).update();
            hub.database().sql("update alert_target set settings = replace(settings, '\"privateHosts\":\"127.0.0.1\"', '\"privateHosts\":\"\"') where id = ?").param(target).update();
            JsonNode done = ended(json(hub.send("POST", "/api/alerts/targets/" + target + "/test", null)).path("delivery").asLong());
            assertThat(done.path("state").asText()).isEqualTo("FAILED");
            assertThat(done.path("error").asText()).contains("private network");
        }
        assertThat(receiver.received()).isEmpty();
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void secretsAreNeverShownAndKeptUntilTheyAreChanged() {
        long target = webhook();
        String all = hub.send("GET", "/api/alerts/targets", null).body() + hub.database().sql("select settings || secrets from alert_target").query(String.class).list();
        assertThat(all).doesNotContain("/hook/", PracticeReceiver.SECRET).contains("\"secrets\":[\"secret\",\"url\"]");
        assertThat(hub.send("PUT", "/api/alerts/targets/" + target, Map.of("name", "renamed", "settings", Map.of("network", HERE))).statusCode()).isEqualTo(200);
        assertThat(ended(json(hub.send("POST", "/api/alerts/targets/" + target + "/test", null)).path("delivery").asLong()).path("state").asText()).isEqualTo("SENT");
        assertThat(hub.database().sql("select content from alert_delivery").query(String.class).list().toString()).doesNotContain(PracticeReceiver.SECRET, "/hook/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/alerts/targets | {"name":" ","channel":"slack","settings":{"url":"https://hooks.example.com/x"}}                                  | name
        /api/alerts/targets | {"name":"x","channel":"pigeon","settings":{}}                                                                   | channel
        /api/alerts/targets | {"name":"x","channel":"slack","settings":{}}                                                                    | settings.url
        /api/alerts/targets | {"name":"x","channel":"slack","settings":{"url":"http://hooks.example.com/x"}}                                   | settings.url
        /api/alerts/targets | {"name":"x","channel":"slack","settings":{"url":"https://u:p@hooks.example.com/x"}}                              | settings.url
        /api/alerts/targets | {"name":"x","channel":"webhook","settings":{"url":"https://hooks.example.com/x","secret":"short"}}               | settings.secret
        /api/alerts/targets | {"name":"x","channel":"email","settings":{"message":{"from":"a@b.c","to":"nobody"},"server":{"host":"h.example"}}} | settings.message.to
        /api/alerts/targets | {"name":"x","channel":"email","settings":{"message":{"from":"a@b.c","to":"a@b.c"},"server":{"host":"h.example","port":0}}} | settings.server.port
        /api/alerts/targets | {"name":"x","channel":"email","settings":{"message":{"from":"a@b.c","to":"a@b.c"},"server":{"host":"h.example","security":"none","username":"u"}}} | settings.server.security
        /api/alerts/rules   | {"name":"x","targets":[]}                                                                                       | targets
        /api/alerts/rules   | {"name":"x","targets":[999999]}                                                                                 | targets
        /api/alerts/rules   | {"name":"x","targets":[1],"connection":"nobody"}                                                                | connection
        /api/alerts/rules   | {"name":"x","targets":[1],"atLeast":0}                                                                          | atLeast
        /api/alerts/rules   | {"name":"x","targets":[1],"afterMinutes":-1}                                                                    | afterMinutes
        /api/alerts/rules   | {"name":"x","targets":[1],"flow":"Push project"}                                                                | flow
        /api/alerts/rules   | {"name":"x","targets":[1],"flow":"push-projects"}                                                               | flow
        /api/alerts/rules   | {"name":"x","targets":[1],"quietHours":{"from":"22:00","timeZone":"UTC"}}                                       | quietHours.to
        /api/alerts/rules   | {"name":"x","targets":[1],"quietHours":{"from":"25:00","to":"07:00","timeZone":"UTC"}}                           | quietHours.from
        /api/alerts/rules   | {"name":"x","targets":[1],"quietHours":{"from":"22:00","to":"07:00","timeZone":"Mars/Base"}}                     | quietHours.timeZone
        /api/alerts/rules   | {"name":"x","targets":[null]}                                                                                   | targets
        """)
    void whatIsWrongIsNamed(String path, String body, String field) {
        assertThat(refused(path, body).path("errors")).extracting(error -> error.path("field").asText()).contains(field);
    }

    @Test
    void aRuleNamesAFlowThatExists() {
        long target = webhook();
        for (String flow : List.of("push-project", "check-drift", "poll-opportunities", "dispatch", "housekeeping", "reload", "calls", "watch-callbacks")) {
            rule(Map.of("name", flow, "targets", List.of(target), "flow", flow));
        }
        String message = refused("/api/alerts/rules", Map.of("name", "typo", "targets", List.of(target), "flow", "push-projekt")).at("/errors/0/message").asText();
        assertThat(message).contains("push-project", "check-drift", "sync-revenue", "reload").doesNotContain("http-send", "compare-records");
    }

    private static long email(String security) {
        return email(security, mail.getSmtp().getPort());
    }

    private static long email(String security, int port) {
        return target("ops mail", "email", Map.of("message", Map.of("from", "hub@example.com", "to", "ops@example.com"),
            "server", Map.of("host", "127.0.0.1", "port", port, "security", security), "network", Map.of("privateHosts", "127.0.0.1")));
    }

    private static long slack() {
        return target("ops slack", "slack", Map.of("url", receiver.slackUrl(), "network", HERE));
    }

    private static long teams() {
        return target("ops teams", "teams", Map.of("url", receiver.teamsUrl(), "network", HERE));
    }

    private static long webhook() {
        return target("ops webhook", "webhook", Map.of("url", receiver.webhookUrl(), "secret", PracticeReceiver.SECRET, "network", HERE));
    }

    private static long target(String name, String channel, Map<String, Object> settings) {
        HttpResponse<String> made = hub.send("POST", "/api/alerts/targets", Map.of("name", name, "channel", channel, "settings", settings));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return json(made).path("id").asLong();
    }

    private static void rule(Map<String, Object> rule) {
        HttpResponse<String> made = hub.send("POST", "/api/alerts/rules", rule);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private static JsonNode refused(String path, Object body) {
        HttpResponse<String> answer = hub.send("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json(answer);
    }

    private static void fail(String connection) {
        hub.connectWise.faults().status("POST", "/project/projects$", 400, "{\"code\":\"InvalidObject\",\"message\":\"Too long\",\"errors\":[]}", 1);
        hub.scopeStack.approve(95001);
        hub.push(connection, 95001, null);
    }

    private static void delivered(int many) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(list(hub.get("/api/alerts/deliveries").path("deliveries")))
            .hasSize(many).allSatisfy(one -> assertThat(one.path("state").asText()).as("%s", one).isEqualTo("SENT")));
    }

    private static JsonNode ended(long delivery) {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> hub.get("/api/alerts/deliveries/" + delivery), one -> one.path("state").asText().matches("SENT|FAILED"));
    }

    private static List<JsonNode> received(String path) {
        return receiver.received().stream().filter(one -> one.request().path().startsWith(path) && one.status() / 100 == 2).map(one -> one.request().json()).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
