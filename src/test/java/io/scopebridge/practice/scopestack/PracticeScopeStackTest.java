package io.scopebridge.practice.scopestack;

import static io.scopebridge.practice.scopestack.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.group.StartsServer;
import io.scopebridge.practice.Fault;
import io.scopebridge.practice.scopestack.Caller.Reply;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsServer
class PracticeScopeStackTest {

    private final PracticeScopeStack server = new PracticeScopeStack();
    private Caller caller;

    @BeforeEach
    void start() {
        server.start(0);
        caller = new Caller(server, Account.AUTOTASK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void meTellsTheAccountOfTheToken() {
        Reply me = new Caller(server, Account.CONNECTWISE).get("/v1/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/data/type").asText()).isEqualTo("mes");
        assertThat(me.at("/data/attributes/account-slug").asText()).isEqualTo("practice-connectwise");
        assertThat(me.at("/data/attributes/account-id").asInt()).isEqualTo(1002);
    }

    @Test
    void tokenErrorsAreOAuthErrors() {
        assertThat(caller.grant("client_credentials", "wrong")).returns(401, Reply::status)
            .returns("invalid_client", reply -> reply.at("/error").asText());
        assertThat(caller.grant("password", "wrong")).returns(400, Reply::status)
            .returns("unsupported_grant_type", reply -> reply.at("/error").asText());
        assertThat(caller.grant("client_credentials", Account.AUTOTASK.secret()).at("/expires_in").asInt()).isEqualTo(7200);
        // A request is noted only after its answer went out.
        await().untilAsserted(() -> assertThat(server.received())
            .filteredOn(request -> request.request().path().equals("/oauth/token")).hasSize(4));
    }

    @Test
    void revokedExpiredAndUnknownTokensAreRefused() {
        server.revokeTokens();
        assertThat(caller.get("projects")).returns(401, Reply::status).returns("401", reply -> reply.at("/errors/0/status").asText());
        server.tokenLife(Duration.ofSeconds(60));
        Caller fresh = new Caller(server, Account.AUTOTASK);
        assertThat(fresh.get("projects").status()).isEqualTo(200);
        server.clock(Clock.fixed(Instant.now().plusSeconds(61), ZoneOffset.UTC));
        assertThat(fresh.get("projects").status()).isEqualTo(401);
        assertThat(fresh.with("made-up").get("/v1/me").status()).isEqualTo(401);
    }

    @Test
    void anotherAccountIsForbiddenAndItsRowsAreNotFound() {
        assertThat(caller.get("/practice-connectwise/v1/projects").status()).isEqualTo(403);
        assertThat(caller.get("projects/95001")).returns(404, Reply::status).returns("404", reply -> reply.at("/errors/0/code").asText());
    }

    @Test
    void mediaTypesAreTakenExactly() {
        assertThat(caller.send(caller.request("projects").setHeader("Accept", "application/json").GET()).status()).isEqualTo(406);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");
        assertThat(caller.send(caller.request("clients").header("Content-Type", "application/json").POST(body)).status()).isEqualTo(415);
        assertThat(caller.get("projects").response().headers().firstValue("Content-Type")).contains("application/vnd.api+json");
    }

    @Test
    void unknownParametersAreRefusedInTheStyleOfTheLibrary() {
        assertThat(caller.get("projects?filter[name]=x")).returns(400, Reply::status)
            .returns("Filter not allowed: name is not allowed.", Reply::error);
        assertThat(caller.get("projects?include=phases").at("/errors/0/code").asText()).isEqualTo("112");
        assertThat(caller.get("projects?page[limit]=5").at("/errors/0/code").asText()).isEqualTo("105");
        assertThat(caller.get("projects?page[size]=0").at("/errors/0/code").asText()).isEqualTo("118");
        assertThat(caller.get("projects?sort=project-name").at("/errors/0/code").asText()).isEqualTo("114");
        assertThat(caller.get("projects/90001/project-resources?filter[project]=90001").status()).isEqualTo(400);
        assertThat(caller.get("project-subservices?filter[project]=90001").status()).isEqualTo(400);
        assertThat(caller.get("nothing").status()).isEqualTo(404);
    }

    @Test
    void theLastPageEndsTheList() {
        List<String> ids = new ArrayList<>();
        Reply page = caller.get("projects?page[size]=10&page[number]=1");
        assertThat(page.at("/meta/record-count").asInt()).isEqualTo(43);
        assertThat(page.at("/meta/page-count").asInt()).isEqualTo(5);
        assertThat(page.at("/links/first").asText()).contains("page%5Bsize%5D=10");
        while (true) {
            page.at("/data").forEach(row -> ids.add(row.get("id").asText()));
            if (!page.at("/links").has("next")) break;
            page = caller.get(page.at("/links/next").asText().substring(server.url().length()));
        }
        assertThat(ids).hasSize(43).doesNotHaveDuplicates().startsWith("90001").endsWith("90044");
        assertThat(page.at("/data")).hasSize(3);
        assertThat(caller.get("project-subservices?page[size]=1000").at("/data")).hasSize(250);
    }

    @Test
    void inactiveAndClosedRowsComeOnlyWhenAskedFor() {
        assertThat(ids(caller.get("projects?filter[status]=approved,won"))).contains("90005", "90011").doesNotContain("90014", "90006");
        assertThat(ids(caller.get("projects?filter[active]=true,false&filter[status]=approved"))).contains("90014");
        String opportunity = caller.get("crm-opportunities?filter[opportunity-id]=5561").at("/data/0/id").asText();
        patch("crm-opportunities", opportunity, "{'is-closed': true}");
        assertThat(caller.get("crm-opportunities?filter[opportunity-id]=5561").at("/data")).isEmpty();
        assertThat(caller.get("crm-opportunities?filter[opportunity-id]=5561&filter[is-closed]=true").at("/data")).hasSize(1);
        assertThat(caller.get("crm-opportunities?filter[is-closed]=true,false").status()).as("one value at a time").isEqualTo(400);
        assertThat(caller.get("clients?filter[name]=northwind").at("/data")).as("names match loosely").hasSize(2);
    }

    @Test
    void linkageComesOnlyWithInclude() {
        JsonNode plain = caller.get("projects/90001").at("/data/relationships/crm-opportunity");
        assertThat(plain.has("data")).isFalse();
        assertThat(plain.at("/links/related").asText()).endsWith("/practice-autotask/v1/projects/90001/crm-opportunity");
        Reply asked = caller.get("projects/90001?include=client,crm-opportunity,psa-project,account");
        assertThat(asked.at("/data/relationships/client/data")).isEqualTo(json("{'type': 'clients', 'id': '501'}"));
        assertThat(asked.at("/data/relationships/psa-project").has("data")).isTrue();
        assertThat(asked.at("/data/relationships/psa-project/data").isNull()).isTrue();
        assertThat(asked.at("/data/relationships/account/data/id").asText()).isEqualTo("practice-autotask");
        assertThat(asked.at("/data/relationships/sales-executive").has("data")).isFalse();
        assertThat(asked.at("/included")).extracting(row -> row.get("type").asText()).containsExactlyInAnyOrder("clients", "crm-opportunities");
    }

    @Test
    void servicesBringTheirPartsAlong() {
        Reply services = caller.get("project-services?filter[project]=90005&include=project-phase,project-subservices.project-resource");
        assertThat(services.at("/data")).hasSize(200);
        assertThat(caller.get("project-services?filter[project]=90005&include=project-resource").status()).isEqualTo(400);
        assertThat(caller.get("project-services?filter[project]=90005&filter[active]=true").status()).isEqualTo(400);
        Set<String> included = new HashSet<>();
        services.at("/included").forEach(row -> included.add(row.get("type").asText() + " " + row.get("id").asText()));
        assertThat(included).hasSize(608).hasSize(services.at("/included").size());
        services.at("/data").forEach(service -> service.at("/relationships/project-subservices/data")
            .forEach(part -> assertThat(included).contains("project-subservices " + part.get("id").asText())));
    }

    @Test
    void relatedListsAndLinkageFollowTheLinks() {
        assertThat(caller.get("projects/90001/project-resources").at("/data")).hasSize(3);
        assertThat(caller.get("projects/90001/project-expenses").at("/meta/record-count").asInt()).isZero();
        String opportunity = caller.get("projects/90001/crm-opportunity").at("/data/id").asText();
        assertThat(ids(caller.get("crm-opportunities/" + opportunity + "/projects"))).containsExactly("90001");
        assertThat(caller.get("projects/90001/relationships/crm-opportunity").at("/data/id").asText()).isEqualTo(opportunity);
        String service = caller.get("project-services?filter[project]=90001").at("/data/4/id").asText();
        assertThat(caller.get("project-services/" + service + "/project-subservices").at("/data")).hasSize(1);
        assertThat(caller.get("project-services/" + service + "/project-subservices?filter[active]=true,false").at("/data")).hasSize(2);
    }

    @Test
    void hoursAndAmountsFollowFromEachOther() {
        for (String project : List.of("90001", "90002", "90005")) {
            BigDecimal effort = BigDecimal.ZERO;
            Reply services = caller.get("project-services?filter[project]=" + project + "&include=project-subservices");
            for (JsonNode service : services.at("/data")) {
                BigDecimal total = extended(service);
                for (JsonNode part : services.at("/included"))
                    if (part.at("/attributes/active").asBoolean() && service.at("/relationships/project-subservices/data").toString()
                        .contains("\"" + part.get("id").asText() + "\"")) total = total.add(extended(part));
                assertThat(new BigDecimal(service.at("/attributes/total-hours").asText())).isEqualByComparingTo(total);
                if (service.at("/attributes/active").asBoolean()) effort = effort.add(total);
            }
            for (JsonNode item : caller.get("project-governances?filter[project]=" + project).at("/data"))
                effort = effort.add(new BigDecimal(item.at("/attributes/hours").asText()));
            for (JsonNode resource : caller.get("projects/" + project + "/project-resources").at("/data"))
                effort = effort.subtract(new BigDecimal(resource.at("/attributes/total-hours").asText()));
            assertThat(effort).as("effort of project " + project + " outside of its resources").isEqualByComparingTo("0");
        }
        JsonNode totals = caller.get("projects/90002/merge-data?filter[version]=2").at("/data/attributes/content/project_pricing");
        assertThat(totals.get("total_contract_value")).isEqualTo(caller.get("projects/90002").at("/data/attributes/contract-revenue"));
        assertThat(caller.get("projects/90001").at("/data/attributes/contract-revenue").isTextual()).isTrue();
    }

    @Test
    void dateFiltersWorkByDayAndGiveTooMuch() {
        server.clock(Clock.fixed(Instant.parse("2026-05-10T23:00:00Z"), ZoneOffset.UTC));
        server.tokenLife(Duration.ofDays(3650));
        caller = new Caller(server, Account.AUTOTASK);
        server.approve(90001);
        assertThat(ids(caller.get("projects?filter[approved-at.after]=2026-05-10"))).containsExactly("90001");
        assertThat(ids(caller.get("projects?filter[updated-at.after]=2026-05-11T08:00:00Z"))).as("a day outside").containsExactly("90001");
        assertThat(ids(caller.get("projects?filter[updated-at.after]=2026-05-12"))).isEmpty();
        assertThat(caller.get("projects?filter[updated-at][after]=2026-05-12").at("/data")).as("no effect").hasSize(43);
        assertThat(caller.get("projects?filter[updated-at.after]=today").status()).isEqualTo(400);
        assertThat(ids(caller.get("projects?sort=-updated-at&page[size]=1"))).containsExactly("90001");
    }

    @Test
    void anOpportunityIsCheckedAndKept() {
        Reply empty = caller.write("POST", "crm-opportunities", json("{'data': {'type': 'crm-opportunities', 'attributes': {'opportunity-id': 77}}}"));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.at("/errors")).extracting(error -> error.at("/source/pointer").asText()).containsExactlyInAnyOrder(
            "/data/attributes/opportunity-id", "/data/attributes/name", "/data/attributes/account-id", "/data/attributes/account-name",
            "/data/relationships/account");
        assertThat(create("'colour': 'red'").error()).isEqualTo("Param not allowed: colour is not allowed.");

        Reply made = create("'amount': '15000.00'");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/data/attributes/amount").asText()).isEqualTo("15000.0");
        assertThat(create("'amount': null").status()).as("a second one with the same foreign id").isEqualTo(201);
        assertThat(caller.get("crm-opportunities?filter[opportunity-id]=77").at("/data")).hasSize(2);

        String id = made.at("/data/id").asText();
        Reply wrongId = caller.write("PATCH", "crm-opportunities/" + id, json("{'data': {'type': 'crm-opportunities', 'id': '1'}}"));
        assertThat(wrongId.at("/errors/0/code").asText()).isEqualTo("110");
        assertThat(patch("crm-opportunities", id, "{'name': ''}").status()).isEqualTo(422);
        assertThat(patch("crm-opportunities", id, "{'stage': 'Won'}").at("/data/attributes/stage").asText()).isEqualTo("Won");
        assertThat(caller.delete("crm-opportunities/" + id).status()).isEqualTo(204);
        assertThat(caller.get("crm-opportunities/" + id).status()).isEqualTo(404);
        assertThat(server.crmOpportunities("practice-autotask")).hasSize(4);
    }

    @Test
    void aLinkSetOnEitherSideIsSeenOnBoth() {
        String second = caller.get("crm-opportunities?filter[opportunity-id]=5562").at("/data/0/id").asText();
        String before = caller.get("projects/90001").at("/data/attributes/updated-at").asText();
        Reply moved = caller.write("PATCH", "projects/90001?include=crm-opportunity", json("{'data': {'type': 'projects', 'id': '90001', "
            + "'relationships': {'crm-opportunity': {'data': {'type': 'crm-opportunities', 'id': '" + second + "'}}}}}"));
        assertThat(moved.at("/data/relationships/crm-opportunity/data/id").asText()).isEqualTo(second);
        assertThat(moved.at("/data/attributes/updated-at").asText()).isGreaterThan(before);
        assertThat(ids(caller.get("crm-opportunities/" + second + "/projects"))).containsExactly("90001", "90002");

        caller.write("PATCH", "crm-opportunities/" + second, json("{'data': {'type': 'crm-opportunities', 'id': '" + second + "', "
            + "'relationships': {'projects': {'data': [{'type': 'projects', 'id': '90005'}]}}}}"));
        assertThat(caller.get("projects/90005/crm-opportunity").at("/data/id").asText()).isEqualTo(second);
        assertThat(caller.get("projects/90001/crm-opportunity").at("/data").isNull()).isTrue();
        assertThat(caller.delete("crm-opportunities/" + second).status()).isEqualTo(204);
        assertThat(caller.get("projects/90005/crm-opportunity").at("/data").isNull()).isTrue();
    }

    @Test
    void aStatusIsOneOfEightAndStampsTheProject() {
        assertThat(patch("projects", "90001", "{'status': 'done'}").at("/errors/0/source/pointer").asText()).isEqualTo("/data/attributes/status");
        assertThat(patch("projects", "90001", "{'approved-at': '2026-01-01'}").status()).isEqualTo(400);
        Instant before = Instant.now().minusSeconds(1);
        server.approve(90001);
        JsonNode approved = caller.get("projects/90001").at("/data/attributes");
        assertThat(approved.get("status").asText()).isEqualTo("approved");
        assertThat(Instant.parse(approved.get("approved-at").asText())).isAfter(before);
        assertThat(patch("projects", "90001", "{'status': 'building'}").at("/data/attributes/approved-at").isNull()).isTrue();
        assertThatThrownBy(() -> server.setStatus(90001, "done")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClientNameIsTakenOnce() {
        Reply taken = caller.write("POST", "clients", json("{'data': {'type': 'clients', 'attributes': {'name': 'Contoso Ltd'}}}"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.error()).contains("has already been taken");
        Reply made = caller.write("POST", "clients", json("{'data': {'type': 'clients', 'attributes': {'name': 'Litware'}}}"));
        assertThat(made.response().headers().firstValue("Location")).contains(made.at("/data/links/self").asText());
        patch("clients", "501", "{'name': 'Northwind'}");
        assertThat(caller.get("projects/90001").at("/data/attributes/client-name").asText()).isEqualTo("Northwind");
    }

    @Test
    void anAddedServiceRaisesTheTotals() {
        BigDecimal before = revenue();
        long phase = caller.get("project-phases?filter[project]=90001").at("/data/3/id").asLong();
        long service = server.addService(90001, phase, "Extra report", 2.5);
        JsonNode added = caller.get("project-services/" + service + "?include=project-phase").at("/data");
        assertThat(added.at("/attributes/total-hours").asText()).isEqualTo("2.5");
        assertThat(added.at("/relationships/project-phase/data/id").asLong()).isEqualTo(phase);
        // 2.5 hours of an engineer, and a quarter of that (10 % and 15 %) in governance of two other roles
        assertThat(revenue().subtract(before)).isEqualByComparingTo("473.75");
    }

    @Test
    void bothAccountsHoldTheSameUnderOtherIds() {
        for (ResourceType type : Types.all()) {
            List<String> first = contents(Account.AUTOTASK, type);
            if (type != Types.OPPORTUNITIES && type != Types.SERVICES && type != Types.PROJECT_RESOURCES)
                assertThat(contents(Account.CONNECTWISE, type)).as(type.name()).isEqualTo(first);
            assertThat(first).as(type.name()).isNotEmpty();
        }
        assertThat(server.crmOpportunities("practice-connectwise")).extracting(row -> row.at("/attributes/opportunity-id").asText())
            .containsExactly("1042", "1043", "1044");
    }

    @Test
    void hardTextsHaveAnEmojiAcrossTheCut() {
        String name = caller.get("projects/90004").at("/data/attributes/project-name").asText();
        assertThat(name).hasSizeGreaterThan(100);
        assertThat(Character.isHighSurrogate(name.charAt(99))).isTrue();
        JsonNode services = caller.get("project-services?filter[project]=90004").at("/data");
        assertThat(services.at("/0/attributes/service-description").asText()).contains("\r\n", "<b>", "\"", "&", "日本語", "مرحبا", "Привет")
            .satisfies(text -> assertThat(Character.isLowSurrogate(text.charAt(8000))).isTrue());
        assertThat(services.at("/1/attributes/name")).isEqualTo(services.at("/2/attributes/name"));
    }

    @Test
    void aWriteWhoseAnswerIsCutIsDone() {
        server.faults().kind("POST", "crm-opportunities", Fault.Kind.RESET_AFTER, 1);
        assertThatThrownBy(() -> create("'stage': 'New'")).isInstanceOf(IllegalStateException.class);
        assertThat(server.crmOpportunities("practice-autotask")).hasSize(4);
        server.faults().status("GET", "/projects", 503, 7, 1);
        Reply busy = caller.get("projects");
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(busy.at("/errors/0/status").asText()).isEqualTo("503");
    }

    @Test
    void oneServerDoesNotSeeWhatAnotherOneWasTold() {
        server.approve(90001);
        server.addService(90001, null, "Only here", 1);
        try (PracticeScopeStack other = new PracticeScopeStack()) {
            other.start(0);
            assertThat(other.projects("practice-autotask").get(0).at("/attributes/approved-at").isNull()).isTrue();
            assertThat(other.all("practice-autotask", "project-services")).extracting(row -> row.at("/attributes/name").asText())
                .contains("Cut-over").doesNotContain("Only here");
        }
    }

    @Test
    void aRestartKeepsWhatWasChanged(@TempDir Path folder) {
        try (PracticeScopeStack before = new PracticeScopeStack()) {
            before.records().open(folder.resolve("journal"));
            before.start(0);
            before.approve(90001);
            before.addService(95001, null, "Late wish", 1);
            caller = new Caller(before, Account.AUTOTASK);
            create("'stage': 'New'");
        }
        try (PracticeScopeStack after = new PracticeScopeStack()) {
            after.records().open(folder.resolve("journal"));
            after.start(0);
            assertThat(after.projects("practice-autotask").get(0).at("/attributes/status").asText()).isEqualTo("approved");
            assertThat(after.projects("practice-autotask")).hasSize(44);
            assertThat(after.crmOpportunities("practice-autotask")).hasSize(4);
            assertThat(after.all("practice-connectwise", "project-services")).extracting(row -> row.at("/attributes/name").asText())
                .contains("Late wish");
        }
    }

    private Reply create(String more) {
        return caller.write("POST", "crm-opportunities", json("{'data': {'type': 'crm-opportunities', 'attributes': {'opportunity-id': '77', "
            + "'name': 'Wireless', 'account-id': '175', 'account-name': 'Contoso Ltd', " + more + "}, "
            + "'relationships': {'account': {'data': {'type': 'accounts', 'id': 1001}}}}}"));
    }

    private Reply patch(String type, String id, String attributes) {
        return caller.write("PATCH", type + "/" + id,
            json("{'data': {'type': '" + type + "', 'id': '" + id + "', 'attributes': " + attributes + "}}"));
    }

    private BigDecimal revenue() {
        return new BigDecimal(caller.get("projects/90001").at("/data/attributes/contract-revenue").asText());
    }

    private static BigDecimal extended(JsonNode work) {
        BigDecimal extended = new BigDecimal(work.at("/attributes/quantity").asText())
            .multiply(new BigDecimal(work.at("/attributes/override-hours").asText()));
        assertThat(new BigDecimal(work.at("/attributes/extended-hours").asText())).isEqualByComparingTo(extended);
        return extended;
    }

    private List<String> contents(Account account, ResourceType type) {
        return server.all(account.slug(), type.name()).stream().map(row -> row.get("attributes").toString()).toList();
    }

    private static List<String> ids(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.at("/data").forEach(row -> ids.add(row.get("id").asText()));
        return ids;
    }
}
