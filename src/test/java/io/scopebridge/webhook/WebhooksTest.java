package io.scopebridge.webhook;

import static io.scopebridge.hub.Http.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Http;
import io.scopebridge.hub.Http.Reply;
import io.scopebridge.hub.HubTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HubTest
@StartsHub
class WebhooksTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    private static final String CREATE = "{\"type\":\"project.create\",\"project\":\"90001\",\"options\":{\"estimatedStart\":\"2026-03-01\"}}";

    @LocalServerPort int port;
    @Autowired JdbcClient db;
    @Autowired ApplicationContext context;
    Http http;
    String id;

    @BeforeEach
    void aConnectionThatTakesWebhooks() {
        http = new Http(port);
        id = "w-" + UUID.randomUUID();
        save(id, "{\"secret\":\"" + SECRET + "\"}", true);
    }

    @Test
    void anEventIsAnsweredWithItsStoredJob() {
        Reply answer = send("e1", CREATE);

        assertThat(answer.status()).isEqualTo(202);
        var job = db.sql("select * from job where id = ?").param(answer.json().get("job").asLong()).query().singleRow();
        assertThat(job).containsEntry("connection_id", id).containsEntry("flow", "push-project").containsEntry("subject", "project:90001").containsEntry("source", "webhook");
        assertThat(json((String) job.get("payload")).at("/project").asText()).isEqualTo("90001");
        assertThat(json((String) job.get("payload")).at("/options/estimatedEnd").asText()).isEqualTo("2026-03-31");
        assertThat(answer.response().headers().map()).doesNotContainKeys("webhook-id", "webhook-signature", "connectionid", "user-agent");
    }

    @Test
    void untilTheHubIsReadyAndWhileItStopsSendersAreToTryAgain() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            Reply answer = send("e1", CREATE);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.response().headers().firstValue("Retry-After")).hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
            assertThat(http.get("/actuator/health/readiness").status()).isEqualTo(503);
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(send("e1", CREATE).status()).isEqualTo(202);
    }

    @Test
    void aChangedProjectIsWatched() {
        Reply answer = send("e1", "{\"type\":\"project.changed\",\"project\":\"90001\"}");

        var job = db.sql("select flow, subject, payload from job where id = ?").param(answer.json().get("job").asLong()).query().singleRow();
        assertThat(job).containsEntry("flow", "watch-projects").containsEntry("subject", "project:90001").containsEntry("payload", "{\"project\":\"90001\"}");
    }

    @Test
    void theSameEventAgainIsTheSameJob() {
        long job = send("e1", CREATE).json().get("job").asLong();
        Reply again = send("e1", CREATE);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("job").asLong()).isEqualTo(job);
        assertThat(jobs()).isOne();
    }

    @Test
    void theSameEventSentManyTimesAtOnceIsOneJob() throws Exception {
        var senders = Executors.newFixedThreadPool(8);
        try {
            Callable<Reply> sender = () -> send("e1", CREATE);
            List<Reply> answers = senders.invokeAll(java.util.Collections.nCopies(16, sender)).stream().map(answer -> {
                try {
                    return answer.get();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }).toList();
            assertThat(answers).extracting(Reply::status).containsOnly(200, 202).containsOnlyOnce(202);
            assertThat(answers).extracting(Reply::text).containsOnly(answers.get(0).text());
        } finally {
            senders.shutdownNow();
        }
        assertThat(jobs()).isOne();
    }

    @Test
    void manyEventsAtOnceHaveAJobEach() throws Exception {
        var senders = Executors.newFixedThreadPool(24);
        Map<String, Reply> answers = new ConcurrentHashMap<>();
        try {
            List<Callable<Reply>> events = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                String event = "many-" + i / 2 * 2;
                String project = "7" + i / 2 * 2;
                // Each twice, so that duplicates arrive among others.
                events.add(() -> answers.merge(event, send(event, "{\"type\":\"project.changed\",\"project\":\"" + project + "\"}"), (one, other) -> one.status() == 202 ? one : other));
            }
            for (var sent : senders.invokeAll(events)) sent.get();
        } finally {
            senders.shutdownNow();
        }
        assertThat(answers).hasSize(120);
        assertThat(answers.values()).extracting(Reply::status).containsOnly(202);
        answers.forEach((event, answer) -> assertThat(db.sql("select j.subject from job j join webhook_event e on e.job_id = j.id and e.connection_id = j.connection_id where j.id = ? and e.event_id = ?")
            .param(answer.json().get("job").asLong()).param(event).query(String.class).single()).isEqualTo("project:7" + event.substring("many-".length())));
        assertThat(jobs()).isEqualTo(120);
    }

    @Test
    void aSecretThatWasTakenBackIsRefusedAtOnce() {
        assertThat(send("e1", CREATE).status()).isEqualTo(202);
        Reply changed = http.put("/api/connections/" + id, """
            {"name":"Northwind","system":"autotask","settings":{"scopestack":{"clientId":"c"},"autotask":{"username":"u"},"webhooks":{"secret":"whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg="}}}""");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(send("e2", CREATE).status()).isEqualTo(401);
    }

    @Test
    void anotherEventUnderTheSameIdIsRefused() {
        send("e1", CREATE);

        assertThat(send("e1", "{\"type\":\"project.changed\",\"project\":\"90001\"}").status()).isEqualTo(409);
        assertThat(jobs()).isOne();
    }

    @Test
    void theSameIdOfAnotherConnectionIsAnotherEvent() {
        send("e1", CREATE);
        save(id + "b", "{\"secret\":\"" + SECRET + "\"}", true);

        assertThat(send(id + "b", "e1", CREATE, Instant.now(), SECRET, Map.of()).status()).isEqualTo(202);
    }

    @Test
    void whatIsNotSignedByTheConnectionsSecretIsRefused() {
        String another = "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
        assertThat(send(id, "e1", CREATE, Instant.now(), another, Map.of()).status()).isEqualTo(401);
        assertThat(send(id, "e1", CREATE, Instant.now().minusSeconds(310), SECRET, Map.of()).status()).isEqualTo(401);
        assertThat(send(id, "e1", CREATE, Instant.now().plusSeconds(310), SECRET, Map.of()).status()).isEqualTo(401);
        assertThat(send(id, "e1", CREATE, Instant.now().minusSeconds(290), SECRET, Map.of()).status()).isEqualTo(202);
        assertThat(http.post("/webhooks/" + id, CREATE).status()).isEqualTo(401);
        assertThat(send(id, "e2", CREATE, Instant.now(), SECRET, Map.of("webhook-id", "e3")).status()).isEqualTo(401);
        assertThat(send(id, "e2", CREATE, Instant.now(), SECRET, Map.of("webhook-signature", "v1,")).status()).isEqualTo(401);
        assertThat(send(id, "e2", CREATE, Instant.now(), SECRET, Map.of("webhook-timestamp", "soon")).status()).isEqualTo(401);
        assertThat(jobs()).isOne();
    }

    @Test
    void aParameterDoesNotStandInForThePathOrAHeader() {
        save(id + "b", "{\"secret\":\"whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=\"}", true);

        assertThat(send(id + "?connectionId=" + id + "b&CamelBeanMethodName=x", "e1", CREATE, Instant.now(), SECRET, Map.of()).status()).isEqualTo(202);
        assertThat(send(id + "?webhook-id=e9", "e2", CREATE, Instant.now(), SECRET, Map.of()).status()).isEqualTo(401);
        assertThat(jobs()).isOne();
        assertThat(db.sql("select count(*) from job where connection_id = ?").param(id + "b").query(Integer.class).single()).isZero();
    }

    @Test
    void withoutASecretOrAConnectionThereIsNothingToSignFor() {
        save(id + "n", "{}", true);

        Reply none = send(id + "n", "e1", CREATE, Instant.now(), SECRET, Map.of());
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.json().get("detail").asText()).contains("webhooks.secret");
        assertThat(send("nobody", "e1", CREATE, Instant.now(), SECRET, Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aDisabledConnectionTakesNothingNew() {
        long job = send("e1", CREATE).json().get("job").asLong();
        http.post("/api/connections/" + id + "/disable", "");

        assertThat(send("e2", CREATE).status()).isEqualTo(409);
        assertThat(send("e1", CREATE).json().get("job").asLong()).isEqualTo(job);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"type":"project.create"}                                                     | project         | required
        {"type":"project.explode","project":"1"}                                      | type            | project.create
        {"type":"project.create","project":1}                                         | project         | text
        {"type":"project.create","project":"1; drop"}                                 | project         | form
        {"type":"project.create","project":"1","colour":"red"}                        | colour          | is unknown
        {"type":"project.create","project":"1","options":[]}                          | options         | object
        {"type":"project.create","project":"1","options":{"phases":"some"}}           | options.phases  | none, phases, services
        {"type":"project.create","project":"1","options":{"colour":"red"}}            | options.colour  | is unknown
        {"type":"project.changed","project":"1","options":{}}                         | options         | project.create
        """)
    void aWrongEventIsRefusedNamingTheField(String body, String field, String words) {
        Reply answer = send("e1", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.response().headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.error(field)).contains(words);
        assertThat(jobs()).isZero();
    }

    @Test
    void whatIsNotJsonIsRefusedWithItsPlace() {
        assertThat(send("e1", "{\"type\":\n oops}").json().get("detail").asText()).contains("line 2");
        assertThat(send("e2", "").status()).isEqualTo(400);
        assertThat(send("e3", "[]").status()).isEqualTo(400);
        assertThat(send("e4", CREATE + CREATE).status()).isEqualTo(400);
        assertThat(send("e5", "{\"type\":\"project.changed\",\"project\":\"1\",\"project\":\"2\"}").status()).isEqualTo(400);
        assertThat(jobs()).isZero();
    }

    @Test
    void theEnvelopeOfStandardWebhooksIsTakenWithWhateverElseItHolds() {
        Reply answer = send("e1", "{\"type\":\"project.create\",\"timestamp\":\"2026-11-26T10:00:00Z\",\"api_version\":3,"
            + "\"data\":{\"project\":\"90001\",\"options\":{\"estimatedStart\":\"2026-03-01\"}}}");

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        var job = db.sql("select * from job where id = ?").param(answer.json().get("job").asLong()).query().singleRow();
        assertThat(job).containsEntry("subject", "project:90001");
        assertThat(json((String) job.get("payload")).at("/options/estimatedStart").asText()).isEqualTo("2026-03-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"type":"project.create","data":{}}                                                  | data.project        | required
        {"type":"project.explode","data":{"project":"1"}}                                    | type                | project.create
        {"data":{"project":"1"}}                                                             | type                | required
        {"type":"project.create","data":{"project":1}}                                       | data.project        | text
        {"type":"project.create","data":{"project":"1","colour":"red"}}                      | data.colour         | is unknown
        {"type":"project.create","data":{"project":"1","options":{"colour":"red"}}}          | data.options.colour | is unknown
        {"type":"project.changed","data":{"project":"1","options":{}}}                       | data.options        | project.create
        {"type":"project.changed","data":"1"}                                                | data                | object
        """)
    void aWrongEventInAnEnvelopeIsRefusedNamingTheField(String body, String field, String words) {
        Reply answer = send("e1", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error(field)).as(answer.text()).contains(words);
        assertThat(jobs()).isZero();
    }

    @Test
    void whileASecretIsRotatedBothSign() {
        String next = "whsec_QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
        String other = id + "r";
        save(other, "{\"secret\":\"" + next + "\",\"previousSecret\":\"" + SECRET + "\"}", true);

        assertThat(send(other, "e1", CREATE, Instant.now(), SECRET, Map.of()).status()).isEqualTo(202);
        assertThat(send(other, "e2", CREATE, Instant.now(), next, Map.of()).status()).isEqualTo(202);
        assertThat(send(other, "e3", CREATE, Instant.now(), "whsec_QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI=", Map.of()).status()).isEqualTo(401);
        assertThat(http.get("/api/connections/" + other).text()).doesNotContain(SECRET, next);
    }

    @Test
    void headersOfSvixAreTheSame() {
        Map<String, String> headers = new HashMap<>(signed("e1", CREATE, Instant.now(), SECRET));
        Map<String, String> svix = new HashMap<>();
        headers.forEach((name, value) -> svix.put(name.replace("webhook-", "svix-"), value));

        assertThat(http.send("POST", "/webhooks/" + id, CREATE, svix).status()).isEqualTo(202);
        svix.put("svix-id", "e2");
        assertThat(http.send("POST", "/webhooks/" + id, CREATE, svix).status()).isEqualTo(401);
        svix.remove("svix-id");
        assertThat(http.send("POST", "/webhooks/" + id, CREATE, svix).status()).isEqualTo(401);
    }

    @Test
    void anIdMayHave255Characters() {
        assertThat(send("x".repeat(255), CREATE).status()).isEqualTo(202);
        assertThat(send("x".repeat(255), CREATE).status()).isEqualTo(200);
        assertThat(send("x".repeat(256), CREATE).status()).isEqualTo(400);
    }

    @Test
    void aByteOrderMarkIsTakenWhetherItWasSignedOrNot() {
        String marked = "\uFEFF" + CREATE;

        assertThat(send("e1", marked).status()).isEqualTo(202);
        assertThat(http.send("POST", "/webhooks/" + id, marked, signed("e2", CREATE, Instant.now(), SECRET)).status()).isEqualTo(202);
        assertThat(jobs()).isEqualTo(2);
    }

    @Test
    void bytesThatNoSignatureCanBeCheckedOnAreNotCalledWronglySigned() throws IOException {
        byte[] latin = "{\"type\":\"project.changed\",\"project\":\"1\",\"x\":\"\u00E9\"}".getBytes(StandardCharsets.ISO_8859_1);
        Reply refused = http.send("POST", "/webhooks/" + id, latin, signed("e1", "", Instant.now(), SECRET));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("detail").asText()).contains("UTF-8");

        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(CREATE.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, String> headers = new HashMap<>(signed("e2", CREATE, Instant.now(), SECRET));
        headers.put("Content-Encoding", "gzip");
        Reply compressed = http.send("POST", "/webhooks/" + id, zipped.toByteArray(), headers);
        assertThat(compressed.status()).isEqualTo(415);
        assertThat(compressed.json().get("detail").asText()).contains("uncompressed");
        assertThat(jobs()).isZero();
    }

    @Test
    void theButtonsOfAProjectAreJobs() {
        Reply answer = send("e1", "{\"type\":\"project.update-crm\",\"project\":\"90001\"}");

        assertThat(answer.status()).isEqualTo(202);
        var job = db.sql("select flow, subject, payload from job where id = ?").param(answer.json().get("job").asLong()).query().singleRow();
        assertThat(job).containsEntry("flow", "sync-revenue").containsEntry("subject", "project:90001");
        assertThat(json((String) job.get("payload")).path("asked").asBoolean()).isTrue();
    }

    @Test
    void whatTheSystemDoesNotHaveIsRefused() {
        Reply answer = send("e1", "{\"type\":\"project.create-sales-order\",\"project\":\"90001\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("detail").asText()).contains("Create Sales Order", "is not supported by");
        assertThat(jobs()).isZero();
    }

    @Test
    void otherMethodsAndMediaTypesAreRefused() {
        assertThat(http.get("/webhooks/" + id).status()).isEqualTo(405);
        assertThat(http.send("POST", "/webhooks/" + id, "a=b", Map.of("Content-Type", "application/x-www-form-urlencoded")).status()).isEqualTo(415);
    }

    @Test
    void aLongBodyIsRefusedBeforeItIsThere() throws IOException {
        assertThat(send("e1", "{\"type\":\"" + "x".repeat(256 * 1024) + "\"}").status()).isEqualTo(413);
        assertThat(announced("Content-Length: 10485760\r\n", "{")).isEqualTo("HTTP/1.1 413");
        assertThat(announced("Transfer-Encoding: chunked\r\n", "40010\r\n" + " ".repeat(0x40010))).isEqualTo("HTTP/1.1 413");
    }

    @Test
    void anEventThatCannotBeStoredIsNotAcceptedAndCanBeSentAgain() {
        db.sql("alter table webhook_event rename to webhook_event_away").update();
        Reply failed;
        try {
            failed = send("unstorable", CREATE);
        } finally {
            db.sql("alter table webhook_event_away rename to webhook_event").update();
        }
        assertThat(failed.status()).isEqualTo(500);
        assertThat(failed.text()).doesNotContain("webhook_event");
        db.sql("alter table webhook_event add constraint no_more check (event_id <> 'unstorable')").update();
        try {
            assertThat(send("unstorable", CREATE).status()).isEqualTo(500);
            assertThat(jobs()).isZero();
        } finally {
            db.sql("alter table webhook_event drop constraint no_more").update();
        }
        assertThat(send("unstorable", CREATE).status()).isEqualTo(202);
    }

    /** The status line that comes before the body was sent whole. */
    private String announced(String length, String begin) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(("POST /webhooks/" + id + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + length + "\r\n" + begin).getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private Reply send(String event, String body) {
        return send(id, event, body, Instant.now(), SECRET, Map.of());
    }

    private Reply send(String connection, String event, String body, Instant time, String secret, Map<String, String> instead) {
        Map<String, String> headers = signed(event, body, time, secret);
        headers.putAll(instead);
        return http.send("POST", "/webhooks/" + connection, body, headers);
    }

    private static Map<String, String> signed(String event, String body, Instant time, String secret) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", event);
        headers.put("webhook-timestamp", String.valueOf(time.getEpochSecond()));
        try {
            headers.put("webhook-signature", new Webhook(secret).sign(event, time.getEpochSecond(), body));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return headers;
    }

    private void save(String connection, String webhooks, boolean enabled) {
        Reply saved = http.post("/api/connections", """
            {"id":"%s","name":"Northwind","system":"autotask","enabled":%s,"settings":{"scopestack":{"clientId":"c","clientSecret":"s"},
             "autotask":{"username":"u","secret":"s"},"webhooks":%s}}""".formatted(connection, enabled, webhooks));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
    }

    private int jobs() {
        return db.sql("select count(*) from job where connection_id = ?").param(id).query(Integer.class).single();
    }
}
