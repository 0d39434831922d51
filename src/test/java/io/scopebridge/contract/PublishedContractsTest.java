package io.scopebridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.scopebridge.group.Fast;
import io.scopebridge.practice.Request;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published documents say of good and bad requests what they should: neither document is read too loosely or too strictly. */
@Fast
class PublishedContractsTest {

    private static final String PROJECT = """
        { "companyID": 174, "projectName": "Firewall refresh", "projectType": 5, "status": 1,
          "startDateTime": "2027-01-04T00:00:00Z", "endDateTime": "2027-02-26T00:00:00Z" }""";
    private static final String TICKET = """
        { "summary": "Rack", "project": { "id": 7 }, "phase": { "id": 8 }, "budgetHours": 4.5 }""";

    private record Case(String title, Request request, String broken) {
    }

    /** Skipped where the documents are not: they are given, not installed, so that no machine can be asked for them. */
    @Test
    void bothDocumentsAreReadWhereTheyAre() {
        boolean here = Files.isDirectory(Contract.folder());
        assumeTrue(here, Contract.ABSENT);
        assertThat(Contract.autotask().isPresent()).isEqualTo(here);
        assertThat(Contract.connectwise().isPresent()).isEqualTo(here);
    }

    @TestFactory
    Stream<DynamicTest> autotask() {
        String api = "/ATServicesRest/V1.0";
        return tests(Contract.autotask(),
            valid("zone look-up without credentials", autotask("GET", "/atservicesrest/v1.0/zoneInformation", Map.of("user", List.of("a@b.c")), "").bare()),
            broken("zone look-up for nobody", autotask("GET", "/atservicesrest/v1.0/zoneInformation", Map.of(), ""), "query.missing"),
            valid("project", autotask("POST", api + "/Projects", Map.of(), PROJECT)),
            valid("project in another zone", autotask("POST", "/zone2" + api + "/projects", Map.of(), PROJECT)),
            broken("project without credentials", autotask("POST", api + "/Projects", Map.of(), PROJECT).bare(), "security.missing"),
            broken("project without a company", autotask("POST", api + "/Projects", Map.of(), PROJECT.replace("companyID", "accountID")), "required"),
            broken("project with an unknown field", autotask("POST", api + "/Projects", Map.of(), PROJECT.replace("{ ", "{ \"colour\": 1, ")), "additionalProperties"),
            broken("project with a calculated field", autotask("POST", api + "/Projects", Map.of(), PROJECT.replace("{ ", "{ \"actualHours\": 1, ")), "additionalProperties"),
            broken("project with a name too long", autotask("POST", api + "/Projects", Map.of(), PROJECT.replace("refresh", "r".repeat(100))), "maxLength"),
            broken("project with a number as text", autotask("POST", api + "/Projects", Map.of(), PROJECT.replace("174", "\"174\"")), "type"),
            valid("query with a group", autotask("POST", api + "/Tasks/query", Map.of(), """
                { "MaxRecords": 500, "filter": [ { "op": "and", "items": [ { "op": "in", "field": "projectID", "value": [1, 2] }, { "op": "exist", "field": "phaseID" } ] } ] }""")),
            broken("query with an unknown operator", autotask("POST", api + "/Tasks/query", Map.of(), "{ \"filter\": [ { \"op\": \"like\", \"field\": \"id\", \"value\": 1 } ] }"), "enum"),
            broken("query with pages too large", autotask("POST", api + "/Tasks/query", Map.of(), "{ \"MaxRecords\": 501, \"filter\": [] }"), "maximum"),
            valid("next page", autotask("POST", api + "/Tasks/query/next", Map.of("paging", List.of("x")), "{ \"filter\": [] }")),
            broken("next page by GET", autotask("GET", api + "/Tasks/query/next", Map.of("paging", List.of("x")), ""), "notAllowed"),
            broken("entity that there is not", autotask("POST", api + "/Projekts/query", Map.of(), "{ \"filter\": [] }"), "path.missing"),
            valid("page for people", autotask("GET", "/Mvc/Framework/Navigation.mvc", Map.of(), "")));
    }

    @TestFactory
    Stream<DynamicTest> connectwise() {
        String api = "/v2025_1/apis/3.0";
        return tests(Contract.connectwise(),
            valid("look-up of the code base", connectwise("GET", "/login/companyinfo/northwind", Map.of(), "").bare()),
            valid("list", connectwise("GET", api + "/project/projects", Map.of("conditions", List.of("company/id = 250"), "pageSize", List.of("1000"), "pageId", List.of("0")), "")),
            broken("list with an unknown parameter", connectwise("GET", api + "/project/projects", Map.of("condition", List.of("id = 1")), ""), "query.unexpected"),
            broken("list with pages too large", connectwise("GET", api + "/project/projects", Map.of("pageSize", List.of("1001")), ""), "maximum"),
            broken("list without credentials", connectwise("GET", api + "/project/projects", Map.of(), "").bare(), "security.missing"),
            broken("a word for an id", connectwise("GET", api + "/project/projects/all", Map.of(), ""), "schema.type"),
            valid("ticket", connectwise("POST", api + "/project/tickets", Map.of(), TICKET)),
            broken("ticket without a summary", connectwise("POST", api + "/project/tickets", Map.of(), TICKET.replace("summary", "initialDescription")), "required"),
            broken("ticket with a summary too long", connectwise("POST", api + "/project/tickets", Map.of(), TICKET.replace("Rack", "r".repeat(101))), "maxLength"),
            broken("ticket with an unknown field", connectwise("POST", api + "/project/tickets", Map.of(), TICKET.replace("budgetHours", "hours")), "additionalProperties"),
            broken("ticket with a number as text", connectwise("POST", api + "/project/tickets", Map.of(), TICKET.replace("4.5", "\"4.5\"")), "type"),
            valid("change of a phase", connectwise("PATCH", api + "/project/projects/7/phases/8", Map.of(), "[ { \"op\": \"replace\", \"path\": \"description\", \"value\": \"Plan\" } ]")),
            broken("change by an unknown operation", connectwise("PATCH", api + "/project/projects/7/phases/8", Map.of(), "[ { \"op\": \"set\", \"path\": \"description\", \"value\": \"Plan\" } ]"), "enum"),
            valid("forecast line", connectwise("POST", api + "/sales/opportunities/5/forecast/0", Map.of(),
                "{ \"opportunity\": { \"id\": 5 }, \"status\": { \"id\": 1 }, \"forecastType\": \"Service\", \"revenue\": 18450.0 }")),
            broken("forecast line of an unknown type", connectwise("POST", api + "/sales/opportunities/5/forecast/0", Map.of(),
                "{ \"opportunity\": { \"id\": 5 }, \"status\": { \"id\": 1 }, \"forecastType\": \"Services\" }"), "enum"),
            broken("path that there is not", connectwise("GET", api + "/project/phases", Map.of(), ""), "path.missing"));
    }

    /** No cases where the document is absent. */
    private static Stream<DynamicTest> tests(Optional<Contract> contract, Case... cases) {
        if (contract.isEmpty()) return Stream.empty();
        return Stream.of(cases).map(each -> DynamicTest.dynamicTest(each.title(), () -> {
            List<String> violations = contract.get().violations(each.request());
            if (each.broken() == null) assertThat(violations).isEmpty();
            else assertThat(violations).isNotEmpty().anyMatch(violation -> violation.contains(each.broken()));
        }));
    }

    private static Case valid(String title, Sent sent) {
        return new Case(title, sent.request(), null);
    }

    private static Case broken(String title, Sent sent, String broken) {
        return new Case(title, sent.request(), broken);
    }

    private static Sent autotask(String method, String path, Map<String, List<String>> query, String body) {
        return new Sent(method, path, query, body, Map.of("username", "a@b.c", "secret", "s", "apiintegrationcode", "i"));
    }

    private static Sent connectwise(String method, String path, Map<String, List<String>> query, String body) {
        return new Sent(method, path, query, body, Map.of("clientid", "c", "authorization", "Basic YTpi",
            "accept", "application/vnd.connectwise.com+json; version=2022.1"));
    }

    private record Sent(String method, String path, Map<String, List<String>> query, String body, Map<String, String> credentials) {

        Sent bare() {
            return new Sent(method, path, query, body, Map.of());
        }

        Request request() {
            Map<String, String> headers = new LinkedHashMap<>(credentials);
            if (!body.isEmpty()) headers.put("content-type", "application/json");
            return new Request(method, path, query, headers, body, null, List.of());
        }
    }
}
