package io.scopebridge.practice.connectwise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.connectwise.Caller.Said;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery, headers, limits, rights, lists and conditions. */
@StartsServer
class PracticeConnectWiseTest {

    private final PracticeConnectWise server = new PracticeConnectWise();
    private Caller caller;

    @BeforeEach
    void start() {
        server.start(0);
        caller = new Caller(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void discoveryNeedsNoCredentialsAndSaysNullForAStranger() {
        Caller nobody = new Caller(server).without("Authorization").without("clientId").without("Accept");
        JsonNode info = nobody.get(server.url() + "/login/companyinfo/practice").body();
        assertThat(info.path("Codebase").asText()).isEqualTo("v2025_1/");
        assertThat(info.path("IsCloud").asBoolean()).isTrue();
        Said stranger = nobody.get(server.url() + "/login/companyinfo/Practice");
        assertThat(stranger.status()).isEqualTo(200);
        assertThat(stranger.body().isNull()).isTrue();
    }

    @Test
    void anUpgradeLeavesTheOldCodeBaseBehind() {
        server.upgrade();
        assertThat(caller.get("/system/info").status()).isEqualTo(404);
        assertThat(new Caller(server, "v2026_1").get("/system/info").status()).isEqualTo(200);
        assertThat(new Caller(server, "v4_6_release").get("/system/info").status()).isEqualTo(200);
        assertThat(caller.get(server.url() + "/login/companyinfo/practice").body().path("VersionCode").asText()).isEqualTo("v2026.1");
    }

    @Test
    void everyHeaderIsNeeded() {
        assertThat(caller.with("Authorization", "Basic eDp5").get("/system/info")).satisfies(said -> {
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.body().path("code").asText()).isEqualTo("Unauthorized");
        });
        assertThat(new Caller(server).without("clientId").get("/system/info")).satisfies(said -> {
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.body().path("message").asText()).contains("clientId");
        });
        for (String accept : List.of("application/json", "application/vnd.connectwise.com+json; version=2021.1",
            "application/json, application/vnd.connectwise.com+json; version=2025.1")) {
            Said said = new Caller(server).with("Accept", accept).get("/system/info");
            assertThat(said.status()).isEqualTo(400);
            assertThat(said.body().path("code").asText()).isEqualTo("ConnectWiseApi");
            assertThat(said.body().path("message").asText()).contains("does not support the API version");
        }
        assertThat(new Caller(server).with("Content-Type", "text/plain").post("/project/projects", "{}").status()).isEqualTo(415);
        assertThat(new Caller(server).get("/system/info").header("api-current-version")).isEqualTo("2025.1");
    }

    @Test
    void oneCallTooManyIsToldWhenToComeBack() {
        server.callsPerMinute(2);
        caller.get("/system/info");
        caller.get("/system/info");
        Said third = caller.get("/system/info");
        assertThat(third.status()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 61);
        assertThat(third.body().has("code")).isFalse();
        assertThat(third.body().has("error")).isTrue();
    }

    @Test
    void tooManyCallsAtOnceAreRefusedAndCounted() {
        server.callsAtOnce(2).answerAfter(Duration.ofMillis(300));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 4; i++) calls.add(threads.submit(() -> caller.get("/system/info").status()));
        assertThat(calls).extracting(Future::get).contains(200, 429);
        assertThat(server.maxInFlight()).isBetween(3, 4);
        threads.shutdown();
    }

    @Test
    void aDeniedRightIsRefusedAndShown() {
        server.deny("Project", "Project Tickets", "add");
        Said said = caller.post("/project/tickets", "{}");
        assertThat(said.status()).isEqualTo(403);
        assertThat(said.body().path("code").asText()).isEqualTo("Security");
        JsonNode row = caller.get("/system/mySecurity", "pageSize", "1000", "conditions", "moduleFunctionName = \"Project Tickets\"").body();
        assertThat(row).hasSize(1);
        assertThat(row.get(0).path("addLevel").asText()).isEqualTo("None");
        assertThat(row.get(0).path("inquireLevel").asText()).isEqualTo("All");
    }

    @Test
    void thePublishedRightsDoNotReachSalesOrders() {
        server.onlyPublishedRights();
        assertThat(caller.get("/sales/opportunities/1042").status()).isEqualTo(200);
        assertThat(caller.post("/sales/opportunities/1042/convertToSalesOrder", "{}").status()).isEqualTo(403);
        server.allow("Sales", "Sales Orders", "add");
        assertThat(caller.post("/sales/opportunities/1042/convertToSalesOrder", "{}").status()).isEqualTo(201);
    }

    @Test
    void aPageHas25RowsAndNeverMoreThan1000() {
        assertThat(caller.get("/sales/opportunities").body()).hasSize(25);
        Said big = caller.get("/sales/opportunities", "pageSize", "5000", "page", "3");
        assertThat(big.body()).hasSize(620);
        assertThat(big.header("Link")).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        Said first = caller.get("/sales/opportunities", "pageSize", "1000", "orderBy", "id desc");
        assertThat(first.body().get(0).path("id").asLong()).isEqualTo(3620);
        assertThat(caller.get(link(first, "next")).body().get(0).path("id").asLong()).isEqualTo(2620);
        assertThat(caller.get("/sales/opportunities", "page", "500").body()).isEmpty();
        assertThat(caller.get("/sales/opportunities/count").body().path("count").asInt()).isEqualTo(2620);
    }

    @Test
    void forwardOnlyVisitsEveryRecordOnce() {
        caller.with("pagination-type", "forward-only");
        List<Long> ids = new ArrayList<>();
        Said said = caller.get("/sales/opportunities", "pageSize", "1000", "fields", "id", "pageId", "0");
        while (said.body().size() == 1000) {
            said.body().forEach(row -> ids.add(row.path("id").asLong()));
            said = caller.get(link(said, "next"));
        }
        said.body().forEach(row -> ids.add(row.path("id").asLong()));
        assertThat(ids).doesNotHaveDuplicates().isSorted().hasSize(2620);
        assertThat(said.header("Link")).contains("pageId=3620");
        assertThat(caller.get("/sales/opportunities", "orderBy", "id asc").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "id in (1042, 1043, 1044) | 3",
        "id >= 1042 and id < 1045 and company/id = 250 | 1",
        "(id = 1042 or id = 1043) and status/name = \"open\" | 2",
        "id = 1042 or id = 1043 and company/id = 999 | 1",
        "name like \"Firewall*\" and primarySalesRep/identifier != \"nobody\" | 1",
        "name contains 'refresh' and name not like \"Network*\" and id <= 1050 | 1",
        "id in (1042, 1043) and status/id not in (2, 3) | 2",
        "id > 1000 and id < 1010 and site = null | 1",
        "id = 1042 and name = null | 0",
        "lastUpdated > [2026-11-01T00:00:00Z] | 0",
        "id = 1042 and lastUpdated > [2026-07-01T00:00:00Z] and expectedCloseDate >= [2026-11-01T00:00:00Z] | 1",
        "company/identifier = \"CO252\" | 1"})
    void conditionsFilter(String conditions, int expected) {
        Said said = caller.get("/sales/opportunities/count", "conditions", conditions);
        assertThat(said.body().path("count").asInt(-1)).as(said.body().toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closedFlag = False", "status = 1", "status/colour = 1", "id ~ 1", "id = \"1042\"", "id == 1",
        "not (id = 1)", "name = \"a \"quoted\" b\"", "lastUpdated > [2026-01-31T10:00:00+00:00]", "lastUpdated > [2026-01-31]",
        "_info/lastUpdated > [2026-01-31T10:00:00Z]", "id = 1 and", "(id = 1", "id in ()", "id not = 1", "customFields = null"})
    void conditionsThatTheGrammarDoesNotKnowAreRefused(String conditions) {
        assertThat(caller.get("/sales/opportunities", "conditions", conditions).status()).isEqualTo(400);
    }

    @Test
    void booleansFilterBoards() {
        JsonNode boards = caller.get("/service/boards", "conditions", "projectFlag=True and inactiveFlag=False").body();
        assertThat(ids(boards)).containsExactly(51L, 52L);
        JsonNode statuses = caller.get("/service/boards/51/statuses", "conditions", "inactive=False").body();
        assertThat(statuses).hasSize(4).allSatisfy(status -> assertThat(status.path("board").path("id").asLong()).isEqualTo(51));
    }

    @Test
    void fieldsHideEverythingElseAlsoInfo() {
        JsonNode row = caller.get("/sales/opportunities/1042", "fields", "id,company/name").body();
        assertThat(row.toString()).isEqualTo("{\"id\":1042,\"company\":{\"name\":\"Northwind Traders\"}}");
        assertThat(caller.get("/sales/opportunities/1042", "fields", "id,_info").body().path("_info").has("lastUpdated")).isTrue();
        assertThat(caller.get("/sales/opportunities/1042", "fields", "id,amount").status()).isEqualTo(400);
        assertThat(caller.get("/sales/opportunities", "filter", "x").status()).isEqualTo(400);
        assertThat(caller.get("/sales/opportunities", "childConditions", "x=1").status()).isEqualTo(400);
    }

    @Test
    void aChangeMovesLastUpdatedToTheClock() {
        server.clock(Clock.fixed(Instant.parse("2026-11-05T10:00:00Z"), ZoneOffset.UTC));
        server.changeOpportunity(1043, "name", "Office move, phase 3");
        server.changeOpportunity(1043, "status", Errors.object().put("id", 2));
        server.addOpportunity("New deal", 250);
        JsonNode changed = caller.get("/sales/opportunities", "conditions", "lastUpdated > [2026-11-05T09:55:00Z]").body();
        assertThat(ids(changed)).containsExactly(1043L, 3621L);
        assertThat(changed.get(0).path("status").path("name").asText()).isEqualTo("Won");
        server.removeOpportunity(1043);
        Said gone = caller.get("/sales/opportunities/1043");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.body().path("code").asText()).isEqualTo("NotFound");
    }

    @Test
    void aFaultShowsTheSystemsOwnErrorAndALostAnswerLeavesTheRecord() {
        server.faults().status("GET", "/system/info", 429, 7, 1);
        assertThat(caller.get("/system/info").header("Retry-After")).isEqualTo("7");
        server.faults().kind("PATCH", "/sales/opportunities", Fault.Kind.RESET_AFTER, 1);
        assertThatThrownBy(() -> caller.patch("/sales/opportunities/1042", "[{'op':'replace','path':'name','value':'Changed'}]"))
            .isInstanceOf(UncheckedIOException.class);
        assertThat(caller.get("/sales/opportunities/1042").body().path("name").asText()).isEqualTo("Changed");
    }

    private static List<Long> ids(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> row.path("id").asLong()).toList();
    }

    private static String link(Said said, String rel) {
        Matcher matcher = Pattern.compile("<([^>]*)>; rel=\"" + rel + "\"").matcher(said.header("Link"));
        assertThat(matcher.find()).as(said.header("Link")).isTrue();
        return matcher.group(1);
    }
}
