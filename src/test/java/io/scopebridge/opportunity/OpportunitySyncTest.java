package io.scopebridge.opportunity;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.AUTOTASK_SLUG;
import static io.scopebridge.practice.scopestack.PracticeScopeStack.CONNECTWISE_SLUG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.Asked;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import io.scopebridge.practice.Received;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All opportunities of both systems are published once; the tests then look at that and at what comes after (features O1, O3, O5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class OpportunitySyncTest {

    private static final int OPEN = 1;
    private static final int LOST = 3;
    private static final int QUOTED = 5;

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    /** What there was before and after the first sync: nothing in it changes with the other tests. */
    private final Map<String, String> before = new HashMap<>();
    private final Map<String, List<ObjectNode>> published = new HashMap<>();
    private final Map<PracticeServer, List<Received>> asked = new HashMap<>();
    private List<ObjectNode> ofAutotask;
    private List<ObjectNode> ofConnectWise;

    @BeforeAll
    void theFirstSync() {
        hub = TestHub.shared().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        hub.put(AUTOTASK, hub.connection("autotask"));
        hub.put(CONNECTWISE, hub.connection("connectwise", Map.of("opportunities.status", "Open, Quoted")));
        ofAutotask = hub.autotask.opportunities().stream().filter(row -> row.path("status").asInt() == 1).toList();
        ofConnectWise = hub.connectWise.opportunities().stream().filter(row -> row.at("/status/id").asInt() == OPEN || row.at("/status/id").asInt() == QUOTED).toList();
        for (String slug : List.of(AUTOTASK_SLUG, CONNECTWISE_SLUG)) {
            hub.scopeStack.crmOpportunities(slug).forEach(row -> before.put(id(row), row.path("id").asText()));
        }

        var other = CompletableFuture.runAsync(() -> hub.sync(CONNECTWISE));
        hub.sync(AUTOTASK);
        other.join();

        for (String slug : List.of(AUTOTASK_SLUG, CONNECTWISE_SLUG)) published.put(slug, hub.scopeStack.crmOpportunities(slug));
        for (PracticeServer server : List.of(hub.scopeStack, hub.autotask, hub.connectWise)) asked.put(server, server.received());
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
    void whatTheFilterLetsThroughIsPublishedAndNothingTwice() {
        assertThat(ofAutotask).hasSizeGreaterThan(500);
        assertThat(ofConnectWise).hasSizeGreaterThan(1000);
        assertThat(published.get(AUTOTASK_SLUG)).extracting(OpportunitySyncTest::id)
            .containsExactlyInAnyOrderElementsOf(ofAutotask.stream().map(row -> row.path("id").asText()).toList());
        assertThat(published.get(CONNECTWISE_SLUG)).extracting(OpportunitySyncTest::id)
            .containsExactlyInAnyOrderElementsOf(ofConnectWise.stream().map(row -> row.path("id").asText()).toList());
        assertThat(published.values()).allSatisfy(rows ->
            assertThat(rows).allSatisfy(row -> assertThat(row.at("/attributes/is-closed").asBoolean(true)).isFalse()));
    }

    @Test
    void whatScopeStackHadAlreadyIsTakenOver() {
        assertThat(before).containsKeys("5561", "5562", "5563", "1042", "1043", "1044");
        Map<String, ObjectNode> now = byId(AUTOTASK_SLUG);
        now.putAll(byId(CONNECTWISE_SLUG));
        before.forEach((id, remote) -> assertThat(now.get(id).path("id").asText()).as(id).isEqualTo(remote));
        assertThat(now.get("5561").at("/attributes/stage").asText()).isEqualTo("Discovery");
        assertThat(asked.get(hub.scopeStack)).filteredOn(each -> each.request().method().equals("POST") && each.request().path().endsWith("/crm-opportunities"))
            .extracting(each -> each.request().json().at("/data/attributes/opportunity-id").asText())
            .hasSize(ofAutotask.size() + ofConnectWise.size() - before.size()).doesNotContainAnyElementsOf(before.keySet());
    }

    @Test
    void anAutotaskOpportunityKeepsNameCompanyOwnerStageAndAmount() {
        Map<String, ObjectNode> shown = byId(AUTOTASK_SLUG);
        assertThat(ofAutotask).allSatisfy(row -> {
            JsonNode attributes = shown.get(row.path("id").asText()).path("attributes");
            JsonNode company = hub.autotask.records().find("Companies", row.path("companyID").asLong()).orElseThrow();
            JsonNode owner = hub.autotask.records().find("Resources", row.path("ownerResourceID").asLong()).orElseThrow();
            assertThat(attributes.path("name").asText()).isEqualTo(oneLine(row.path("title")));
            assertThat(attributes.path("account-id").asText()).isEqualTo(row.path("companyID").asText());
            assertThat(attributes.path("account-name").asText()).isEqualTo(company.path("companyName").asText());
            assertThat(attributes.path("owner-id").asText()).isEqualTo(row.path("ownerResourceID").asText());
            assertThat(attributes.path("owner-name").asText()).isEqualTo(owner.path("firstName").asText() + " " + owner.path("lastName").asText());
            assertThat(new BigDecimal(attributes.path("amount").asText())).isEqualByComparingTo(row.path("amount").decimalValue());
        });
        assertThat(shown.values().stream().map(row -> row.at("/attributes/name").asText().replaceFirst(" \\d+$", "")).distinct())
            .contains("Office \"North\" fit-out", "サーバー更新", "Security assessment 🔒", "Endpoint roll-out <phase 1>", "50% discount; VDI pilot");
    }

    @Test
    void aConnectWiseOpportunityKeepsNameCompanyAndSalesRep() {
        Map<String, ObjectNode> shown = byId(CONNECTWISE_SLUG);
        assertThat(ofConnectWise).allSatisfy(row -> {
            JsonNode attributes = shown.get(row.path("id").asText()).path("attributes");
            assertThat(attributes.path("name").asText()).isEqualTo(oneLine(row.path("name")));
            assertThat(attributes.path("account-id").asText()).isEqualTo(row.at("/company/id").asText());
            assertThat(attributes.path("account-name").asText()).isEqualTo(row.at("/company/name").asText());
            assertThat(attributes.path("owner-name").asText()).isEqualTo(row.at("/primarySalesRep/name").asText());
            assertThat(attributes.path("stage").asText("")).isEqualTo(row.at("/stage/name").asText(""));
        });
        assertThat(List.of("1057", "1207", "1307")).extracting(id -> shown.get(id).at("/attributes/name").asText())
            .containsExactly("Wi-Fi \"guest\" & staff 1057", "データセンター移転 1207", "Ünïcode and tabs 1307");
    }

    @Test
    void pagesAndNamesAreReadInBatches() {
        List<String> autotask = calls(hub.autotask);
        assertThat(autotask).filteredOn(call -> call.matches("POST .*/Opportunities/query(/next)?")).hasSize(3);
        assertThat(autotask).hasSizeLessThanOrEqualTo(10);
        List<String> connectWise = calls(hub.connectWise);
        // An empty page proves the end of each list.
        assertThat(connectWise).filteredOn(call -> call.matches("GET .*/sales/opportunities")).hasSize(4);
        assertThat(connectWise).hasSizeLessThanOrEqualTo(10);
        List<String> scopeStack = calls(hub.scopeStack);
        assertThat(scopeStack).filteredOn(call -> call.matches("(POST|PATCH) .*/crm-opportunities.*")).hasSize(ofAutotask.size() + ofConnectWise.size());
        assertThat(scopeStack).filteredOn(call -> call.startsWith("GET")).hasSizeLessThan(30);
    }

    @Test
    void withNothingChangedThereIsOneQueryAndNoWrite() {
        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);
        forget();

        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);

        assertThat(calls(hub.autotask.received())).singleElement().asString().matches("POST .*/V1.0/Opportunities/query");
        assertThat(calls(hub.connectWise.received())).hasSize(2).allMatch(call -> call.matches("GET .*/sales/opportunities"));
        assertThat(Asked.of(hub.scopeStack, "POST|PATCH|DELETE", ".*")).isEmpty();
    }

    @Test
    void aChangedNameIsWrittenOnce() {
        String renamedHere = before(AUTOTASK_SLUG, "5021");
        String renamedThere = before(CONNECTWISE_SLUG, "1021");
        forget();
        hub.autotask.changeOpportunity(5021, "title", "Réseau \"neuf\" & more");
        hub.connectWise.changeOpportunity(1021, "name", "Phone system, <second> try");

        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);

        assertWritten(AUTOTASK_SLUG, "5021", renamedHere, "Réseau \"neuf\" & more");
        assertWritten(CONNECTWISE_SLUG, "1021", renamedThere, "Phone system, <second> try");
    }

    @Test
    void whatLeavesTheFilterIsClosedAndWhatComesBackIsOpened() {
        hub.autotask.changeOpportunity(5031, "status", 2);
        hub.connectWise.changeOpportunity(1031, "status", status(LOST));
        sync();
        assertThat(closed(AUTOTASK_SLUG, "5031")).isTrue();
        assertThat(closed(CONNECTWISE_SLUG, "1031")).isTrue();

        hub.autotask.changeOpportunity(5031, "status", 1);
        hub.connectWise.changeOpportunity(1031, "status", status(QUOTED));
        sync();
        assertThat(closed(AUTOTASK_SLUG, "5031")).isFalse();
        assertThat(closed(CONNECTWISE_SLUG, "1031")).isFalse();
    }

    @Test
    void aNewOneArrivesIfTheFilterLetsItThrough() {
        long active = hub.autotask.addOpportunity("New: café <2>", 175, 1, 23);
        long lost = hub.autotask.addOpportunity("Lost at once", 175, 2, 23);
        String open = hub.connectWise.addOpportunity("New: 電話", 251).path("id").asText();
        long gone = hub.connectWise.addOpportunity("Lost at once", 251).path("id").asLong();
        hub.connectWise.changeOpportunity(gone, "status", status(LOST));

        sync();

        assertThat(hub.scopeStack.crmOpportunities(AUTOTASK_SLUG)).filteredOn(row -> id(row).equals("" + active)).singleElement()
            .satisfies(row -> {
                assertThat(row.at("/attributes/name").asText()).isEqualTo("New: café <2>");
                assertThat(row.at("/attributes/account-name").asText()).isEqualTo("Contoso Ltd");
                assertThat(row.at("/attributes/stage").asText()).isEqualTo("Verbal agreement");
            });
        assertThat(hub.scopeStack.crmOpportunities(CONNECTWISE_SLUG)).filteredOn(row -> id(row).equals(open)).singleElement()
            .satisfies(row -> assertThat(row.at("/attributes/name").asText()).isEqualTo("New: 電話"));
        assertThat(byIdNow(AUTOTASK_SLUG)).doesNotContainKey("" + lost);
        assertThat(byIdNow(CONNECTWISE_SLUG)).doesNotContainKey("" + gone);
    }

    @Test
    void whatAPersonDeletedInScopeStackIsCreatedAgainWithTheNextChangeOnce() {
        hub.scopeStack.records().remove("crm-opportunities", Long.parseLong(before(AUTOTASK_SLUG, "5041")));
        hub.scopeStack.records().remove("crm-opportunities", Long.parseLong(before(CONNECTWISE_SLUG, "1041")));
        forget();
        hub.autotask.changeOpportunity(5041, "title", "Deleted and wanted");
        hub.connectWise.changeOpportunity(1041, "name", "Deleted and wanted");

        sync();
        hub.autotask.changeOpportunity(5041, "title", "Deleted and wanted again");
        sync();

        assertThat(named(AUTOTASK_SLUG, "5041")).containsExactly("Deleted and wanted again");
        assertThat(named(CONNECTWISE_SLUG, "1041")).containsExactly("Deleted and wanted");
        assertThat(Asked.of(hub.scopeStack, "POST", ".*/crm-opportunities")).hasSize(2);
        assertThat(hub.log(AUTOTASK)).isEmpty();
    }

    private List<String> named(String slug, String id) {
        return hub.scopeStack.crmOpportunities(slug).stream().filter(row -> id(row).equals(id)).map(row -> row.at("/attributes/name").asText()).toList();
    }

    private void sync() {
        hub.sync(AUTOTASK);
        hub.sync(CONNECTWISE);
    }

    private void forget() {
        List.of(hub.scopeStack, hub.autotask, hub.connectWise).forEach(PracticeServer::forgetReceived);
    }

    /** ScopeStack's own id of an opportunity as the first sync left it. */
    private String before(String slug, String id) {
        return byId(slug).get(id).path("id").asText();
    }

    private void assertWritten(String slug, String id, String remote, String name) {
        assertThat(Asked.of(hub.scopeStack, "POST|PATCH|DELETE", "/" + slug + "/.*")).singleElement().satisfies(write -> {
            assertThat(write.method() + " " + write.path()).isEqualTo("PATCH /" + slug + "/v1/crm-opportunities/" + remote);
            assertThat(write.json().at("/data/attributes/name").asText()).isEqualTo(name);
        });
        assertThat(byIdNow(slug).get(id).at("/attributes/name").asText()).isEqualTo(name);
    }

    private boolean closed(String slug, String id) {
        return byIdNow(slug).get(id).at("/attributes/is-closed").asBoolean();
    }

    private Map<String, ObjectNode> byId(String slug) {
        return index(published.get(slug));
    }

    private Map<String, ObjectNode> byIdNow(String slug) {
        return index(hub.scopeStack.crmOpportunities(slug));
    }

    private static Map<String, ObjectNode> index(List<ObjectNode> rows) {
        return rows.stream().collect(Collectors.toMap(OpportunitySyncTest::id, Function.identity(), (one, twin) -> one, HashMap::new));
    }

    private List<String> calls(PracticeServer server) {
        return calls(asked.get(server));
    }

    private static List<String> calls(List<Received> received) {
        return received.stream().map(each -> each.request().method() + " " + each.request().path()).toList();
    }

    private static String id(JsonNode crmOpportunity) {
        return crmOpportunity.at("/attributes/opportunity-id").asText();
    }

    private static JsonNode status(int id) {
        return JsonNodeFactory.instance.objectNode().set("id", IntNode.valueOf(id));
    }

    private static String oneLine(JsonNode name) {
        return name.asText().replaceAll("[\\p{Z}\\p{Cc}]+", " ").strip();
    }
}
