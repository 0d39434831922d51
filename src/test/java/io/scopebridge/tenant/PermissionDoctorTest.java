package io.scopebridge.tenant;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.autotask.Right;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection is allowed, named with the way to what is missing (feature C8), and how it is in a sentence (C5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class PermissionDoctorTest {

    private static final String SECURITY = ".*/system/mySecurity";

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void aHub() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
    }

    @BeforeEach
    void everythingIsAllowed() {
        hub.connected();
        hub.connectWise.onlyPublishedRights().revealRights();
        hub.connectWise.faults().clear();
        hub.autotask.faults().clear();
        hub.connectWise.apiAt(null).wrongKeysAre404(false).infoNeedsNoKeys(false);
        List.of("Opportunities", "Projects", "Phases", "Tasks", "Companies", "Resources").forEach(entity -> hub.autotask.allow(entity));
        hub.scopeStack.allowAll();
        hub.scopeStack.faults().clear();
        List.of(AUTOTASK, CONNECTWISE).forEach(id -> check(id));
    }

    @AfterAll
    void everyRequestWasOneThatTheContractsKnow() {
        try {
            autotaskContract.assertAllValid();
            connectWiseContract.assertAllValid();
        } finally {
            hub.close();
        }
    }

    @Test
    void withTheRightsOfThePublishedPageNothingIsMissing() {
        assertThat(states(CONNECTWISE)).containsOnlyKeys("ScopeStack > Sign in", "ScopeStack > Account", "ScopeStack > Projects", "ScopeStack > CRM opportunities",
            "ScopeStack > Clients", "ConnectWise > Sign in", "Sales > Opportunity", "Project > Project Headers", "Project > Project Tickets",
            "Project > Project Ticket Tasks", "Project > Project Phase", "Companies > Company Maintenance", "Companies > Contacts", "System > Member Maintenance",
            "System > Table Setup", "Procurement > Product Catalog", "Finance > Agreements").containsValue("GRANTED").doesNotContainValue("MISSING").doesNotContainValue("UNKNOWN");
        assertThat(states(AUTOTASK)).hasSize(16).containsEntry("Tasks > Add", "GRANTED").doesNotContainValue("MISSING").doesNotContainValue("UNKNOWN");
        assertThat(status(AUTOTASK).path("status").asText()).isEqualTo("CONNECTED");
    }

    @Test
    void aMissingRightOfConnectWiseIsNamedWithItsClickPath() {
        hub.connectWise.deny("Project", "Project Tickets", "add");

        JsonNode row = row(check(CONNECTWISE), "Project > Project Tickets");

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("needed").asText()).isEqualTo("Inquire, Add, Edit: All");
        assertThat(row.path("found").asText()).contains("Add: None");
        assertThat(row.path("remedy").asText()).contains("System > Security Roles", "API Members", "Project > Project Tickets");
        assertThat(row(hub.get("/api/connections/" + CONNECTWISE + "/rights"), "Project > Project Tickets")).isEqualTo(row);
        assertThat(status(CONNECTWISE).path("status").asText()).isEqualTo("NEEDS_ATTENTION");
        assertThat(status(CONNECTWISE).path("sentence").asText()).contains("Project > Project Tickets", "System > Security Roles");

        hub.connectWise.allow("Project", "Project Tickets", "add");
        check(CONNECTWISE);
        assertThat(status(CONNECTWISE).path("sentence").asText()).startsWith("Connected");
    }

    @Test
    void aSyncThatFailsNeedsAttentionWhateverTheCheckFindsUntilItSucceeds() {
        long opportunity = hub.autotask.records().stream("Opportunities").findFirst().orElseThrow().path("id").asLong();
        for (String method : List.of("POST", "PATCH")) hub.scopeStack.faults().status(method, ".*/crm-opportunities.*", 403, (Integer) null, 100);
        hub.autotask.changeOpportunity(opportunity, "title", "Renamed while the right is missing");
        int checks = hub.jobs(AUTOTASK, "check-connection").size();

        assertThat(hub.sync(AUTOTASK).opportunities().path("state").asText()).isEqualTo("FAILED");

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hub.jobs(AUTOTASK, "check-connection").stream().filter(job -> job.path("state").asText().equals("DONE")).count() > checks);
        assertThat(status(AUTOTASK).path("status").asText()).isEqualTo("NEEDS_ATTENTION");
        assertThat(status(AUTOTASK).path("cause").asText()).contains("crm-opportunities");

        hub.scopeStack.faults().clear();
        hub.sync(AUTOTASK);
        assertThat(status(AUTOTASK).path("status").asText()).isEqualTo("CONNECTED");
    }

    @Test
    void whereConnectWiseHidesItsRightsEachFeatureIsTried() {
        hub.connectWise.faults().status("GET", SECURITY, 403, (Integer) null, 1);
        hub.connectWise.deny("Companies", "Company Maintenance", "inquire");

        Map<String, String> states = states(check(CONNECTWISE));

        assertThat(states).containsEntry("ConnectWise > Sign in", "GRANTED").containsEntry("Companies > Company Maintenance", "MISSING")
            .containsEntry("Companies > Contacts", "GRANTED").containsEntry("System > Table Setup", "GRANTED")
            .containsEntry("Sales > Opportunity", "UNKNOWN").containsEntry("Project > Project Ticket Tasks", "UNKNOWN");
    }

    @Test
    void aRightThatIsNotToldIsTriedToo() {
        hub.connectWise.conceal("System", "Member Maintenance").deny("System", "Member Maintenance", "inquire").conceal("Project", "Project Ticket Tasks");

        assertThat(states(check(CONNECTWISE))).containsEntry("System > Member Maintenance", "MISSING")
            .containsEntry("Project > Project Ticket Tasks", "UNKNOWN").containsEntry("Sales > Opportunity", "GRANTED");
    }

    @Test
    void tablesThatMayNotBeReadAreNamed() {
        hub.connectWise.deny("System", "Table Setup", "inquire");

        JsonNode row = row(check(CONNECTWISE), "System > Table Setup");

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("found").asText()).contains("Service Board", "Project Status", "Service Priority");
    }

    @Test
    void aMissingRightOfAutotaskIsNamedByEntityAndVerb() {
        hub.autotask.deny("Tasks", Right.CREATE);
        hub.autotask.deny("Opportunities", Right.UPDATE);

        JsonNode checked = check(AUTOTASK);

        assertThat(row(checked, "Tasks > Add").path("state").asText()).isEqualTo("MISSING");
        assertThat(row(checked, "Tasks > Add").path("remedy").asText()).contains("Security Levels", "Tasks > Add");
        assertThat(row(checked, "Opportunities > Edit").path("state").asText()).isEqualTo("MISSING");
        assertThat(row(checked, "Opportunities > Read").path("state").asText()).isEqualTo("GRANTED");
        assertThat(status(AUTOTASK).path("sentence").asText()).contains("2 rights are missing", "Tasks > Add", "Opportunities > Edit");
    }

    @Test
    void aRoleOfScopeStackThatMayOnlyLookIsNamed() {
        hub.scopeStack.deny("crm-opportunities", "create", "manage");

        JsonNode row = row(check(AUTOTASK), "ScopeStack > CRM opportunities");

        assertThat(row.path("state").asText()).isEqualTo("MISSING");
        assertThat(row.path("remedy").asText()).contains("Settings > Roles");
    }

    @Test
    void anAccountOfScopeStackThatIsNotTheCallersIsNamed() {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("scopestack.account", "somebody-else")));

        assertThat(states(check(AUTOTASK))).containsEntry("ScopeStack > Sign in", "GRANTED").containsEntry("ScopeStack > Account", "MISSING");
    }

    @Test
    void aDraftThatCannotSignInHasARowForThat() {
        draft("draft-connectwise", "connectwise", Map.of("connectwise.privateKey", "wrong"));
        draft("draft-company", "connectwise", Map.of("connectwise.companyId", "nobody"));
        draft("draft-autotask", "autotask", Map.of("autotask.username", "nobody@example.com", "scopestack.clientSecret", "wrong"));
        draft("draft-nowhere", "connectwise", Map.of("connectwise.host", "http://127.0.0.1:1"));

        JsonNode wrongKey = row(check("draft-connectwise"), "ConnectWise > Sign in");
        assertThat(wrongKey.path("state").asText()).isEqualTo("MISSING");
        assertThat(wrongKey.path("remedy").asText()).contains("private key", "API Members");
        assertThat(row(check("draft-company"), "ConnectWise > Sign in").path("found").asText()).contains("company id");
        assertThat(states(check("draft-autotask"))).containsEntry("Autotask > Sign in", "MISSING").containsEntry("ScopeStack > Sign in", "MISSING")
            .containsEntry("Opportunities > Read", "UNKNOWN");
        assertThat(row(check("draft-nowhere"), "ConnectWise > Sign in").path("state").asText()).isEqualTo("UNKNOWN");
        assertThat(status("draft-connectwise").path("sentence").asText()).startsWith("Disabled").contains("Sign in", "private key");
        assertThat(hub.log("draft-connectwise")).as("a check is not a failure").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"true, does not accept the keys", "false, has no endpoint"})
    void wrongKeysThatAreAnswered404AreNotGranted(boolean infoNeedsNoKeys, String found) {
        hub.connectWise.wrongKeysAre404(true).infoNeedsNoKeys(infoNeedsNoKeys);
        draft("draft-404", "connectwise", Map.of("connectwise.privateKey", "wrong"));

        JsonNode checked = check("draft-404");

        assertThat(row(checked, "ConnectWise > Sign in").path("state").asText()).isEqualTo("MISSING");
        assertThat(row(checked, "ConnectWise > Sign in").path("found").asText()).contains(found);
        assertThat(row(checked, "ConnectWise > Sign in").path("remedy").asText()).contains("keys");
        assertThat(statesOf(checked, "ConnectWise")).doesNotContainValue("GRANTED");
        assertThat(row(checked, "System > Member Maintenance").path("state").asText()).as("a 404 there is no missing right").isEqualTo("UNKNOWN");
    }

    @Test
    void anApiThatIsAtAnotherHostIsNamed() {
        hub.connectWise.apiAt("api-na.myconnectwise.net");

        JsonNode checked = check(CONNECTWISE);

        assertThat(row(checked, "ConnectWise > Sign in").path("state").asText()).isEqualTo("MISSING");
        assertThat(row(checked, "ConnectWise > Sign in").path("found").asText()).contains(hub.connectWise.url(), "api-na.myconnectwise.net");
        assertThat(row(checked, "ConnectWise > Sign in").path("remedy").asText()).contains("api-na.myconnectwise.net");
        assertThat(statesOf(checked, "ConnectWise")).doesNotContainValue("GRANTED");
        assertThat(status(CONNECTWISE).path("status").asText()).isEqualTo("NEEDS_ATTENTION");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
        200; {}
        200; {"message":"welcome"}
        200; "hello"
        403; <html><body>Blocked by the firewall</body></html>
        404; <html><body>Not Found</body></html>
        401; <html><body>Who are you</body></html>""")
    void whatAnythingCouldAnswerGrantsNothing(int status, String body) {
        hub.connectWise.faults().status("GET", "/apis/3.0/", status, body, 100);
        hub.autotask.faults().status("GET", "/entityInformation", status, body, 100);
        hub.scopeStack.faults().status("GET", "/(projects|crm-opportunities|clients)", status, body, 100);

        assertThat(statesOf(check(CONNECTWISE), "ConnectWise")).doesNotContainValue("GRANTED");
        JsonNode autotask = check(AUTOTASK);
        assertThat(statesOf(autotask, "Autotask")).doesNotContainValue("GRANTED");
        if (status != 404) assertThat(statesOf(autotask, "ScopeStack")).doesNotContainValue("GRANTED");
    }

    @Test
    void aRefusalIsCheckedOnceByItselfAndARecoveryToo() {
        int before = hub.jobs(CONNECTWISE, "check-connection").size();
        hub.connectWise.deny("Sales", "Opportunity", "inquire");

        hub.sync(CONNECTWISE);
        hub.sync(CONNECTWISE);
        hub.sync(CONNECTWISE);

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(checks()).hasSize(before + 1).allMatch(job -> job.path("state").asText().equals("DONE")));
        assertThat(status(CONNECTWISE).path("sentence").asText()).contains("Sales > Opportunity", "System > Security Roles");

        hub.connectWise.allow("Sales", "Opportunity", "inquire");
        hub.sync(CONNECTWISE);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(status(CONNECTWISE).path("status").asText()).isEqualTo("CONNECTED"));
        assertThat(checks()).hasSize(before + 2);
    }

    @Test
    void aCheckOfFormerSettingsChangesNothing() {
        check(CONNECTWISE);
        hub.connectWise.faults().latency("GET", "/service/boards", 3_000, 1);
        var former = CompletableFuture.supplyAsync(() -> hub.send("POST", "/api/connections/" + CONNECTWISE + "/check", null).statusCode());
        int before = hub.connectWise.received().size();
        await().until(() -> hub.connectWise.received().size() > before);
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("connectwise.privateKey", "another")));
        JsonNode refused = check(CONNECTWISE);

        assertThat(former.join()).isEqualTo(200);
        assertThat(hub.get("/api/connections/" + CONNECTWISE + "/rights")).isEqualTo(refused);
    }

    @Test
    void aFeatureThatIsOffNeedsNoRights() {
        hub.put(AUTOTASK, hub.connection("autotask", Map.of("features.crm", false)));
        hub.autotask.deny("Opportunities");

        assertThat(states(check(AUTOTASK))).doesNotContainKeys("Opportunities > Read", "ScopeStack > CRM opportunities").containsKey("Tasks > Add").doesNotContainValue("MISSING");
    }

    @Test
    void whatIsTypedIsCheckedAndNotStored() {
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("connectwise.privateKey", "wrong")));
        check(CONNECTWISE);

        JsonNode right = tried(hub.connection("connectwise"));
        JsonNode wrong = tried(hub.connection("connectwise", Map.of("connectwise.companyId", "nobody")));

        assertThat(statesOf(right, "ConnectWise")).doesNotContainValue("MISSING").doesNotContainValue("UNKNOWN");
        assertThat(row(wrong, "ConnectWise > Sign in").path("found").asText()).contains("company id");
        assertThat(states(CONNECTWISE)).as("what is stored has its own result").containsEntry("ConnectWise > Sign in", "MISSING");
        assertThat(row(check(CONNECTWISE), "ConnectWise > Sign in").path("state").asText()).isEqualTo("MISSING");
    }

    @Test
    void aSecretThatIsLeftOutIsTheStoredOne() {
        assertThat(statesOf(tried(hub.connection("connectwise", without("connectwise.privateKey"))), "ConnectWise")).containsEntry("ConnectWise > Sign in", "GRANTED");
        Map<String, Object> unknown = hub.connection("connectwise", without("connectwise.privateKey"));
        unknown.put("id", "not-stored");
        var refused = hub.send("POST", "/api/connections/check", unknown);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("connectwise.privateKey");
    }

    @Test
    void aConnectionThatIsNotStoredYetMayCallThePrivateHostThatItNames() {
        String host = hub.connectWise.url().replace("127.0.0.1", "localhost");
        Map<String, Object> typed = hub.connection("connectwise", Map.of("connectwise.host", host, "network.privateHosts", "127.0.0.1, localhost", "network.allowPrivateAddresses", false));
        typed.put("id", "not-stored");

        assertThat(statesOf(tried(typed), "ConnectWise")).containsEntry("ConnectWise > Sign in", "GRANTED");
        assertThat(hub.send("GET", "/api/connections/not-stored", null).statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> without(String path) {
        Map<String, Object> changes = new TreeMap<>();
        changes.put(path, null);
        return changes;
    }

    private JsonNode tried(Map<String, Object> typed) {
        var answer = hub.send("POST", "/api/connections/check", typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void draft(String id, String system, Map<String, Object> changes) {
        Map<String, Object> draft = hub.connection(system, changes);
        draft.put("id", id);
        draft.put("enabled", false);
        hub.put(id, draft);
    }

    private List<JsonNode> checks() {
        return hub.jobs(CONNECTWISE, "check-connection");
    }

    private JsonNode check(String id) {
        var answer = hub.send("POST", "/api/connections/" + id + "/check", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return hub.get("/api/connections/" + id + "/rights");
    }

    private JsonNode status(String id) {
        return hub.get("/api/connections/" + id + "/status");
    }

    private Map<String, String> states(String id) {
        return states(hub.get("/api/connections/" + id + "/rights"));
    }

    private static Map<String, String> states(JsonNode checked) {
        Map<String, String> states = new TreeMap<>();
        checked.path("rights").forEach(row -> states.put(row.path("name").asText(), row.path("state").asText()));
        return states;
    }

    /** Of one system: the rows from its Sign in to the next. */
    private static Map<String, String> statesOf(JsonNode checked, String system) {
        Map<String, String> states = new TreeMap<>();
        boolean within = false;
        for (JsonNode row : checked.path("rights")) {
            String name = row.path("name").asText();
            if (name.endsWith("> Sign in")) within = name.startsWith(system + " ");
            if (within) states.put(name, row.path("state").asText());
        }
        return states;
    }

    private static JsonNode row(JsonNode checked, String name) {
        for (JsonNode row : checked.path("rights")) if (row.path("name").asText().equals(name)) return row;
        throw new AssertionError(name + " is not in " + checked);
    }
}
