package io.scopebridge.company;

import static io.scopebridge.hub.TestHub.AUTOTASK;
import static io.scopebridge.hub.TestHub.CONNECTWISE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.contract.ContractCheck;
import io.scopebridge.group.StartsHub;
import io.scopebridge.hub.TestHub;
import io.scopebridge.practice.PracticeServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The companies of the PSA as forms offer them (feature O4). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@StartsHub
class CompanyListTest {

    private final ContractCheck autotaskContract = ContractCheck.autotask();
    private final ContractCheck connectWiseContract = ContractCheck.connectwise();
    private TestHub hub;

    @BeforeAll
    void manyCompanies() {
        hub = TestHub.shared().withFewOpportunities().start();
        autotaskContract.watch(hub.autotask);
        connectWiseContract.watch(hub.connectWise);
        copies(hub.autotask, "Companies", 174, 9000, 1100, "companyName");
        copies(hub.connectWise, "companies", 250, 9000, 2100, "name");
        hub.scopeStack.approve(90001);
        hub.connected();
        refresh(AUTOTASK);
        refresh(CONNECTWISE);
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
    void everyActiveCompanyIsListedByNamePageByPage() {
        List<String> autotask = hub.autotask.records().all("Companies").stream().filter(row -> row.path("isActive").asBoolean()).map(row -> row.path("id").asText()).toList();
        List<String> connectWise = hub.connectWise.records().all("companies").stream().filter(row -> !row.path("deletedFlag").asBoolean()).map(row -> row.path("id").asText()).toList();

        assertThat(autotask).hasSizeGreaterThan(1000);
        assertThat(ids(all(AUTOTASK, "limit=400"))).containsExactlyInAnyOrderElementsOf(autotask).doesNotContain("176");
        assertThat(ids(all(CONNECTWISE, "limit=500"))).containsExactlyInAnyOrderElementsOf(connectWise).doesNotContain("252");
        assertThat(hub.get("/api/connections/" + CONNECTWISE + "/companies").path("companies")).hasSize(50);
        assertThat(all(AUTOTASK, "search=Copy&limit=500")).extracting(row -> row.path("name").asText()).hasSize(1100).isSorted();
    }

    @Test
    void aPartOfANameFindsACompanyAndNothingInItIsAWildcard() {
        assertThat(all(CONNECTWISE, "search=" + encoded("northWIND tr"))).singleElement().satisfies(row -> {
            assertThat(row.path("id").asText()).isEqualTo("250");
            assertThat(row.path("name").asText()).isEqualTo("Northwind Traders");
            assertThat(row.path("identifier").asText()).isEqualTo("CO250");
            assertThat(row.path("status").asText()).isEqualTo("Active");
            assertThat(row.path("city").asText()).isEqualTo("Springfield");
        });
        assertThat(all(CONNECTWISE, "search=" + encoded("100%"))).extracting(row -> row.path("name").asText()).allSatisfy(name -> assertThat(name).contains("100%"));
        assertThat(all(CONNECTWISE, "search=" + encoded("%_"))).isEmpty();
        assertThat(all(AUTOTASK, "search=nobody")).isEmpty();
    }

    @Test
    void wrongParametersAreNamed() {
        for (String wrong : List.of("limit=0", "limit=x", "after=%25", "serach=a")) {
            HttpResponse<String> answer = hub.send("GET", "/api/connections/" + AUTOTASK + "/companies?" + wrong, null);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(answer.body()).contains("\"field\":\"" + wrong.split("=")[0] + "\"");
        }
        assertThat(hub.send("GET", "/api/connections/nobody/companies", null).statusCode()).isEqualTo(404);
        assertThat(hub.send("POST", "/api/connections/nobody/companies/sync", null).statusCode()).isEqualTo(404);
    }

    @Test
    void aCompanyThatIsGoneOrInactiveLeavesTheListAndARenamedOneIsRenamed() {
        ObjectNode inactive = hub.autotask.records().find("Companies", 9001).orElseThrow();
        hub.autotask.records().put("Companies", 9001, inactive.put("isActive", false));
        ObjectNode renamed = hub.autotask.records().find("Companies", 9002).orElseThrow();
        hub.autotask.records().put("Companies", 9002, renamed.put("companyName", "Renamed Ltd"));
        hub.connectWise.records().remove("companies", 9001);

        refresh(AUTOTASK);
        refresh(CONNECTWISE);

        assertThat(ids(all(AUTOTASK, "limit=500"))).doesNotContain("9001").contains("9002");
        assertThat(ids(all(AUTOTASK, "search=renamed"))).containsExactly("9002");
        assertThat(ids(all(CONNECTWISE, "limit=500"))).doesNotContain("9001").contains("9002");
    }

    /** Autotask compares names letter by letter; the list knows by which id it has the company that a person takes for the client. */
    @Test
    void aClientIsFoundWhoseCompanyIsStoredWithTwoBlanks() {
        ObjectNode company = hub.autotask.records().find("Companies", 174).orElseThrow();
        hub.autotask.records().put("Companies", 174, company.deepCopy().put("companyName", "Northwind  Traders"));
        hub.scopeStack.link(90001, null);
        refresh(AUTOTASK);

        JsonNode job = hub.push(AUTOTASK, 90001, Map.of());

        assertThat(job.path("state").asText()).as(job + " " + hub.log(AUTOTASK)).isEqualTo("DONE");
        assertThat(hub.autotask.records().all("Projects")).singleElement().satisfies(project -> assertThat(project.path("companyID").asLong()).isEqualTo(174));
        hub.autotask.records().put("Companies", 174, company);
        refresh(AUTOTASK);
    }

    @Test
    void aListThatBreaksOffTakesNothingAway() {
        List<String> before = ids(all(AUTOTASK, "limit=500"));
        hub.autotask.faults().status("POST", "/Companies/query/next", 403, (String) null, 1);

        JsonNode job = hub.ended(request(AUTOTASK));

        assertThat(job.path("state").asText()).isEqualTo("FAILED");
        assertThat(ids(all(AUTOTASK, "limit=500"))).isEqualTo(before);
        hub.connected();
        refresh(AUTOTASK);
    }

    @Test
    void theListIsReadAtOnceForANewConnectionAndThenByTheClock() {
        Map<String, Object> scheduled = hub.connection("connectwise", Map.of("companies.enabled", true, "companies.cron", "* * * * * *"));
        scheduled.put("id", "by-the-clock");
        hub.put("by-the-clock", scheduled);

        Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(() ->
            assertThat(hub.jobs("by-the-clock", "refresh-directory")).filteredOn(job -> job.path("state").asText().equals("DONE")).hasSizeGreaterThan(1));
        assertThat(hub.jobs("by-the-clock", "refresh-directory")).allSatisfy(job -> assertThat(job.path("source").asText()).isEqualTo("schedule"));
        hub.send("POST", "/api/connections/by-the-clock/disable", null);
    }

    private void refresh(String connection) {
        JsonNode job = hub.ended(request(connection));
        assertThat(job.path("state").asText()).as(job + " " + hub.log(connection)).isEqualTo("DONE");
    }

    private long request(String connection) {
        HttpResponse<String> answer = hub.send("POST", "/api/connections/" + connection + "/companies/sync", null);
        assertThat(answer.statusCode()).isEqualTo(202);
        return Long.parseLong(answer.body().replaceAll("\\D", ""));
    }

    private List<JsonNode> all(String connection, String query) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = hub.get("/api/connections/" + connection + "/companies?" + query + after);
            page.path("companies").forEach(rows::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : null;
        } while (after != null);
        return rows;
    }

    private static List<String> ids(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("id").asText()).toList();
    }

    private static void copies(PracticeServer server, String type, long of, long first, int count, String name) {
        ObjectNode model = server.records().find(type, of).orElseThrow();
        for (int i = 0; i < count; i++) {
            server.records().put(type, first + i, model.deepCopy().put("id", first + i).put(name, "Copy " + (first + i)));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
