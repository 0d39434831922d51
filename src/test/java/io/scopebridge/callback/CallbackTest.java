package io.scopebridge.callback;

import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.FreePort;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.connectwise.PracticeConnectWise;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** ConnectWise tells the hub of changes, and nobody else can (feature O6). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class CallbackTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ContractCheck contract = ContractCheck.connectwise();
    private final PracticeConnectWise anotherTenant = new PracticeConnectWise();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestHub hub;

    @BeforeAll
    void aHubWithAPublicAddress(@TempDir Path home) throws IOException {
        anotherTenant.start(0);
        int port = FreePort.find();
        hub = new TestHub(home).withFewOpportunities().with("server.port", port).with("scopebridge.public-url", "http://127.0.0.1:" + port + "/").start();
        contract.watch(hub.connectWise);
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("opportunities.status", "Open, Quoted")));
        soon(() -> assertThat(hub.connectWise.callbacks()).hasSize(1));
        hub.sync(CONNECTWISE);
    }

    @BeforeEach
    void nothingAskedYet() {
        allJobsAreDone();
        List.of(hub.scopeStack, hub.connectWise, anotherTenant).forEach(PracticeServer::forgetReceived);
    }

    @AfterAll
    void everyRequestWasOneThatTheContractKnows() {
        try {
            contract.assertAllValid();
        } finally {
            hub.close();
            anotherTenant.close();
        }
    }

    @Test
    void oneCallbackForOpportunitiesLeadsToTheHub() {
        assertThat(hub.connectWise.callbacks()).singleElement().satisfies(callback -> {
            assertThat(callback.path("url").asText()).isEqualTo(hub.url() + "/callbacks/connectwise/" + CONNECTWISE + "?recordId=");
            assertThat(callback.path("type").asText()).isEqualTo("opportunity");
            assertThat(callback.path("level").asText()).isEqualTo("owner");
            assertThat(callback.path("objectId").asInt()).isEqualTo(1);
        });
    }

    @Test
    void aChangeIsPublishedWithinSecondsByReadingThatOneRecord() {
        hub.connectWise.changeOpportunity(1001, "name", "Renamed in ConnectWise");

        soon(() -> assertThat(shown("1001").orElseThrow().at("/attributes/name").asText()).isEqualTo("Renamed in ConnectWise"));
        assertThat(hub.connectWise.delivered()).anySatisfy(delivered -> {
            assertThat(delivered.url()).endsWith("?recordId=1001&action=updated");
            assertThat(delivered.status()).isEqualTo(202);
        });
        assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).isNotEmpty()
            .allSatisfy(call -> assertThat(call.parameter("conditions")).hasValue("id = 1001"));
        assertThat(Asked.opportunitiesWritten(hub.scopeStack, CONNECTWISE_SLUG)).hasSize(1);
    }

    @Test
    void aNewOneArrivesAndOneThatIsLostOrDeletedIsClosed() {
        String made = hub.connectWise.addOpportunity("Came by callback", 251).path("id").asText();
        soon(() -> assertThat(shown(made).orElseThrow().at("/attributes/account-name").asText()).isEqualTo("Contoso Ltd"));

        hub.connectWise.changeOpportunity(Long.parseLong(made), "status", JsonNodeFactory.instance.objectNode().put("id", 3));
        soon(() -> assertThat(shown(made).orElseThrow().at("/attributes/is-closed").asBoolean()).isTrue());
        hub.connectWise.changeOpportunity(Long.parseLong(made), "status", JsonNodeFactory.instance.objectNode().put("id", 1));
        soon(() -> assertThat(shown(made).orElseThrow().at("/attributes/is-closed").asBoolean()).isFalse());
        long filteredOut = hub.connectWise.addOpportunity("Lost before anybody looked", 251).path("id").asLong();
        hub.connectWise.removeOpportunity(Long.parseLong(made));
        soon(() -> assertThat(shown(made).orElseThrow().at("/attributes/is-closed").asBoolean()).isTrue());

        hub.connectWise.changeOpportunity(filteredOut, "status", JsonNodeFactory.instance.objectNode().put("id", 3));
        hub.connectWise.removeOpportunity(filteredOut);
        soon(() -> assertThat(delivered(filteredOut)).hasSize(3).allSatisfy(each -> assertThat(each.status()).isEqualTo(202)));
        allJobsAreDone();
        assertThat(shown("" + filteredOut).filter(row -> !row.at("/attributes/is-closed").asBoolean())).isEmpty();
    }

    @Test
    void repeatedCallbacksOfARecordAreMergedWhileOneWaits() {
        int before = hub.jobs(CONNECTWISE, "refresh-opportunity").size();
        hub.connectWise.faults().latency("GET", "/sales/opportunities$", 3000, 1);
        for (int i = 0; i < 12; i++) hub.connectWise.changeOpportunity(1003, "name", "Edited " + i);

        soon(() -> assertThat(shown("1003").orElseThrow().at("/attributes/name").asText()).isEqualTo("Edited 11"));
        soon(() -> assertThat(delivered(1003)).hasSize(12).allSatisfy(each -> assertThat(each.status()).isEqualTo(202)));
        allJobsAreDone();
        assertThat(hub.jobs(CONNECTWISE, "refresh-opportunity").size() - before).isBetween(1, 6);
    }

    @Test
    void aForgedOneIsRefusedAndNothingIsStored() {
        String good = body(one -> { });
        int jobs = hub.jobs(CONNECTWISE, "refresh-opportunity").size();

        assertThat(send(good, null)).isEqualTo(401);
        assertThat(send(good, "bm90IHRoZSBzaWduYXR1cmU=")).isEqualTo(401);
        assertThat(send(good, "not base64!")).isEqualTo(401);
        assertThat(send(good.replace("1001", "1005"), hub.connectWise.callbackSignature(good))).as("another record than was signed").isEqualTo(401);
        assertThat(send("/callbacks/connectwise/" + CONNECTWISE + "?recordId=1005&action=deleted", good, hub.connectWise.callbackSignature(good)))
            .as("another record in the address").isEqualTo(401);
        assertThat(send("{\"ID\":1001}", hub.connectWise.callbackSignature("{\"ID\":1001}"))).isEqualTo(400);
        assertThat(send("no JSON", hub.connectWise.callbackSignature("no JSON"))).isEqualTo(400);
        assertThat(send("/callbacks/connectwise/nobody", good, hub.connectWise.callbackSignature(good))).isEqualTo(404);
        assertThat(send("x".repeat(300_000), "x")).isEqualTo(413);

        assertThat(hub.jobs(CONNECTWISE, "refresh-opportunity")).hasSize(jobs);
        assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).isEmpty();
    }

    @Test
    void aKeyIsFetchedFromTheTenantsOwnHostOnly() {
        for (String url : List.of(anotherTenant.callbackKeyUrl(), "http://169.254.169.254/latest/meta-data", "https://evil.example.com/key",
            "http://127.0.0.1:1/key", "https://na.myconnectwise.net.evil.example.com/key", "http://na.myconnectwise.net/key", "file:///etc/passwd",
            hub.connectWise.url().replace("//", "//user@") + "/key", "key", "//" + hub.connectWise.url().replaceFirst("http://", ""))) {
            String body = body(one -> one.withObjectProperty("Metadata").put("key_url", url));
            assertThat(send(body, anotherTenant.callbackSignature(body))).as(url).isEqualTo(401);
        }
        String noSuchKey = body(one -> one.withObjectProperty("Metadata").put("key_url", hub.connectWise.url() + "/login/callback-keys/none"));
        assertThat(send(noSuchKey, hub.connectWise.callbackSignature(noSuchKey))).isEqualTo(401);
        assertThat(anotherTenant.received()).isEmpty();
        assertThat(Asked.of(hub.connectWise, "GET", "/login/callback-keys/.*")).allSatisfy(call -> assertThat(call.headers()).doesNotContainKeys("authorization", "clientid"));
    }

    @Test
    void aTenantOfTheSameCloudCannotSpeakForAnother() {
        String body = body(one -> one.put("CompanyId", "somebody-else"));
        assertThat(send(body, hub.connectWise.callbackSignature(body))).isEqualTo(401);
    }

    @Test
    void aReplayedOneIsRefused() {
        String body = body(one -> { });
        String signature = hub.connectWise.callbackSignature(body);
        assertThat(send(body, signature)).isEqualTo(202);
        int jobs = hub.jobs(CONNECTWISE, "refresh-opportunity").size();

        assertThat(send(body, signature)).isEqualTo(401);
        assertThat(hub.jobs(CONNECTWISE, "refresh-opportunity")).hasSize(jobs);
    }

    @Test
    void otherTypesAreAnsweredAndMakeNothing() {
        int jobs = hub.jobs(CONNECTWISE, "refresh-opportunity").size();
        String body = body(one -> one.put("Type", "project"));
        assertThat(send(body, hub.connectWise.callbackSignature(body))).isEqualTo(200);
        assertThat(hub.jobs(CONNECTWISE, "refresh-opportunity")).hasSize(jobs);
    }

    @Test
    void strangersDoNotUseUpTheKeysOfTheTenant() {
        for (int i = 0; i < 40; i++) {
            String url = hub.connectWise.url() + "/login/callback-keys/strange-" + i;
            String body = body(one -> one.withObjectProperty("Metadata").put("key_url", url));
            assertThat(send(body, anotherTenant.callbackSignature(body))).isEqualTo(401);
        }
        String unsigned = body(one -> one.withObjectProperty("Metadata").put("key_url", hub.connectWise.url() + "/login/callback-keys/unsigned"));
        nothingAskedYet();
        for (int i = 0; i < 40; i++) assertThat(send(unsigned, "no signature at all")).isEqualTo(401);
        assertThat(Asked.of(hub.connectWise, "GET", "/login/callback-keys/.*")).isEmpty();

        hub.connectWise.useAnotherCallbackKey();
        String body = body(one -> { });
        assertThat(send(body, hub.connectWise.callbackSignature(body))).isEqualTo(202);
    }

    @Test
    void keysUnderManyAddressesAreTaken() {
        hub.connectWise.useAnotherCallbackKey();
        for (int i = 0; i < 30; i++) {
            String url = hub.connectWise.callbackKeyUrl() + "?id=" + i;
            String body = body(one -> one.withObjectProperty("Metadata").put("key_url", url));
            assertThat(send(body, hub.connectWise.callbackSignature(body))).as(url).isEqualTo(202);
        }
    }

    @Test
    void keysThatFitUseUpNoAllowance() {
        for (int i = 0; i < 80; i++) {
            hub.connectWise.useAnotherCallbackKey();
            String body = body(one -> { });
            assertThat(send(body, hub.connectWise.callbackSignature(body))).as("key %s", i).isEqualTo(202);
        }
    }

    @Test
    void aFloodOfCallbacksBecomesFewJobsAndHoldsNoPushUp() {
        hub.scopeStack.approve(95001);
        int before = refreshes();
        hub.connectWise.faults().latency("GET", "/sales/opportunities$", 1000, 1000);
        for (int record = 5001; record <= 5400; record++) {
            int id = record;
            String body = body(one -> one.put("ID", id));
            assertThat(send("/callbacks/connectwise/" + CONNECTWISE + "?recordId=" + id, body, hub.connectWise.callbackSignature(body))).isEqualTo(202);
        }
        JsonNode push = hub.push(CONNECTWISE, 95001, Map.of());
        allJobsAreDone();
        hub.connectWise.faults().clear();

        assertThat(push.path("state").asText()).as("%s", push).isEqualTo("DONE");
        assertThat(Duration.between(time(push, "createdAt"), time(push, "startedAt"))).isLessThan(Duration.ofSeconds(3));
        assertThat(refreshes() - before).isLessThan(100);
        assertThat(Asked.of(hub.connectWise, "GET", ".*/sales/opportunities")).flatExtracting(call -> ids(call.parameter("conditions").orElse("")))
            .containsAll(IntStream.rangeClosed(5001, 5400).mapToObj(Integer::toString).toList());
    }

    @Test
    void manyThatAreGoneAreClosedAndThoseBesideThemStay() {
        List<Long> made = IntStream.range(0, 6).mapToObj(i -> hub.connectWise.addOpportunity("Many " + i, 251).path("id").asLong()).toList();
        soon(() -> assertThat(made).allSatisfy(id -> assertThat(shown("" + id)).isPresent()));
        allJobsAreDone();
        hub.connectWise.faults().latency("GET", "/sales/opportunities$", 1000, 1);
        made.subList(0, 5).forEach(hub.connectWise::removeOpportunity);
        hub.connectWise.changeOpportunity(made.get(5), "name", "Stays");

        soon(() -> assertThat(shown("" + made.get(5)).orElseThrow().at("/attributes/name").asText()).isEqualTo("Stays"));
        soon(() -> assertThat(made.subList(0, 5)).allSatisfy(id -> assertThat(shown("" + id).orElseThrow().at("/attributes/is-closed").asBoolean()).isTrue()));
        assertThat(shown("" + made.get(5)).orElseThrow().at("/attributes/is-closed").asBoolean()).isFalse();
    }

    @Test
    void callbacksUnderAFormerPublicAddressAreRemovedAndThoseOfAnotherHubStay() {
        Map<String, Object> moved = hub.connection("connectwise", Map.of("callbacks.cron", "* * * * * *"));
        moved.put("id", "moved");
        hub.put("moved", moved);
        soon(() -> assertThat(callbacksOf("moved")).hasSize(1));
        ObjectNode ours = callbacksOf("moved").get(0);
        String former = "https://former.example.com/callbacks/connectwise/moved?recordId=";
        hub.connectWise.records().put("callbacks", 910, ours.deepCopy().put("id", 910).put("url", former));
        hub.connectWise.records().put("callbacks", 911, ours.deepCopy().put("id", 911).put("url", former).put("description", "ScopeBridge: opportunities [0123456789abcdef]"));

        soon(() -> assertThat(callbacksOf("moved")).extracting(row -> row.path("id").asLong()).containsExactlyInAnyOrder(ours.path("id").asLong(), 911L));
        hub.send("DELETE", "/api/connections/moved", null);
        soon(() -> assertThat(callbacksOf("moved")).extracting(row -> row.path("id").asLong()).containsExactly(911L));
        hub.connectWise.records().remove("callbacks", 911);
    }

    @Test
    void keysComeFromAHostThatAPersonAllowed() {
        Map<String, Object> wrong = hub.connection("connectwise", Map.of("callbacks.keyHosts", "https://keys.example.com/"));
        wrong.put("id", "keys");
        assertThat(hub.send("POST", "/api/connections", wrong).body()).contains("callbacks.keyHosts");
    }

    @Test
    void whileTheKeyCannotBeFetchedTheSenderIsAskedToComeAgain() {
        hub.connectWise.faults().status("GET", "/login/callback-keys/late", 503, (String) null, 10);
        String body = body(one -> one.withObjectProperty("Metadata").put("key_url", hub.connectWise.url() + "/login/callback-keys/late"));
        assertThat(send(body, hub.connectWise.callbackSignature(body))).isEqualTo(429);
        hub.connectWise.faults().clear();
    }

    @Test
    void callbacksAreMendedAndDoubledOnesRemovedAndThoseOfOthersLeftAlone() {
        Map<String, Object> watched = hub.connection("connectwise", Map.of("callbacks.cron", "* * * * * *"));
        watched.put("id", "watched");
        hub.put("watched", watched);
        soon(() -> assertThat(callbacksOf("watched")).hasSize(1));
        long first = callbacksOf("watched").get(0).path("id").asLong();

        hub.connectWise.records().remove("callbacks", first);
        soon(() -> assertThat(callbacksOf("watched")).hasSize(1));
        ObjectNode off = callbacksOf("watched").get(0);
        hub.connectWise.records().put("callbacks", off.path("id").asLong(), off.deepCopy().put("inactiveFlag", true));
        hub.connectWise.records().put("callbacks", 900, off.deepCopy().put("id", 900));
        hub.connectWise.records().put("callbacks", 901, off.deepCopy().put("id", 901));
        soon(() -> assertThat(callbacksOf("watched")).singleElement().satisfies(one -> assertThat(one.path("inactiveFlag").asBoolean()).isFalse()));
        assertThat(callbacksOf(CONNECTWISE)).hasSize(1);

        hub.put("watched", with(watched, hub.connection("connectwise", Map.of("callbacks.enabled", false))));
        soon(() -> assertThat(callbacksOf("watched")).isEmpty());
        hub.put("watched", with(watched, hub.connection("connectwise")));
        soon(() -> assertThat(callbacksOf("watched")).hasSize(1));

        hub.send("POST", "/api/connections/watched/disable", null);
        soon(() -> assertThat(callbacksOf("watched")).isEmpty());
        String body = body(one -> { });
        assertThat(send("/callbacks/connectwise/watched", body, hub.connectWise.callbackSignature(body))).isEqualTo(404);
        hub.send("POST", "/api/connections/watched/enable", null);
        soon(() -> assertThat(callbacksOf("watched")).hasSize(1));

        hub.send("DELETE", "/api/connections/watched", null);
        soon(() -> assertThat(callbacksOf("watched")).isEmpty());
        assertThat(callbacksOf(CONNECTWISE)).hasSize(1);
    }

    @Test
    void withoutTheRightToCallbacksTheRestOfTheConnectionIsNotAffected() {
        Map<String, Object> without = hub.connection("connectwise");
        without.put("id", "without-the-right");
        hub.connectWise.faults().status("POST", "/system/callbacks$", 403, "{\"code\":\"Forbidden\",\"message\":\"You do not have permission\"}", 1);
        hub.put("without-the-right", without);

        soon(() -> assertThat(hub.log("without-the-right")).singleElement().satisfies(entry -> {
            assertThat(entry.path("class").asText()).isEqualTo("CONFIGURATION");
            assertThat(entry.path("remedy").asText()).contains("callbacks.enabled");
        }));
        assertThat(hub.get("/api/connections/without-the-right/status").path("status").asText()).isNotEqualTo("NEEDS_ATTENTION");
        hub.send("DELETE", "/api/connections/without-the-right", null);
    }

    private static Map<String, Object> with(Map<String, Object> connection, Map<String, Object> other) {
        other.put("id", connection.get("id"));
        return other;
    }

    private List<ObjectNode> callbacksOf(String connection) {
        return hub.connectWise.callbacks().stream().filter(row -> row.path("url").asText().contains("/callbacks/connectwise/" + connection + "?")).toList();
    }

    private List<PracticeConnectWise.Delivered> delivered(long record) {
        return hub.connectWise.delivered().stream().filter(each -> each.url().contains("/" + CONNECTWISE + "?recordId=" + record + "&")).toList();
    }

    private Optional<ObjectNode> shown(String id) {
        return hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG).stream().filter(row -> row.at("/attributes/opportunity-id").asText().equals(id)).findFirst();
    }

    private void allJobsAreDone() {
        soon(() -> assertThat(hub.database().sql("select count(*) from job where connection_id = ? and state in ('WAITING', 'RUNNING')")
            .param(CONNECTWISE).query(Integer.class).single()).isZero());
    }

    /** A callback for opportunity 1001 as ConnectWise sends it, changed. */
    private String body(Consumer<ObjectNode> change) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("MessageId", UUID.randomUUID().toString()).put("FromUrl", "practice")
            .put("CompanyId", PracticeConnectWise.COMPANY_ID).put("MemberId", "JDoe").put("Action", "updated").put("Type", "opportunity")
            .put("ID", 1001).put("Entity", "{\"id\":1001}").put("CallbackObjectRecId", 401);
        body.putObject("Metadata").put("key_url", hub.connectWise.callbackKeyUrl());
        change.accept(body);
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private int send(String body, String signature) {
        return send("/callbacks/connectwise/" + CONNECTWISE + "?recordId=1001&action=updated", body, signature);
    }

    private int send(String path, String body, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hub.url() + path)).header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
        if (signature != null) request.header("x-content-signature", signature);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private int refreshes() {
        return hub.database().sql("select count(*) from job where connection_id = ? and flow = 'refresh-opportunity'").param(CONNECTWISE).query(Integer.class).single();
    }

    private static OffsetDateTime time(JsonNode job, String field) {
        return OffsetDateTime.parse(job.path(field).asText());
    }

    private static List<String> ids(String conditions) {
        return Pattern.compile("\\d+").matcher(conditions).results().map(MatchResult::group).toList();
    }

    private static void soon(ThrowingRunnable promise) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200)).ignoreException(NoSuchElementException.class).untilAsserted(promise);
    }
}
