package io.scopebridge.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Inputs of any size: n services with three sub-services each, or n records, with all options chosen. */
final class LargeInputs {

    private static final int PHASES = 10;

    private LargeInputs() {
    }

    static Map<String, Object> pages(int n) {
        List<Object> parts = new ArrayList<>();
        List<Object> services = list(n, i -> {
            List<Object> links = list(3, k -> Map.of("type", "project-subservices", "id", "" + (800_000 + 3 * i + k)));
            links.forEach(link -> parts.add(resource("project-subservices", id(link), Map.of("name", "Part & <b>" + i, "quantity", 2,
                    "extended-hours", "0.75", "position", 1, "active", true, "service-description", "<p>Do &amp; tell</p>"), Map.of())));
            return resource("project-services", "" + (700_000 + i), Map.of("name", "Service " + i, "active", true, "quantity", 1,
                    "extended-hours", "1.25", "position", n - i, "service-type", "professional_services",
                    "service-description", "<p>Set up &amp; test</p>\r\n<ul><li>one</li></ul>"),
                    Map.of("project-phase", link("project-phases", "" + (71_000 + i % PHASES)),
                            "project-resource", link("project-resources", "1"), "project-subservices", Map.of("data", links)));
        });
        return Map.of("account", "acme", "webUrl", "https://app.scopestack.io",
                "project", Map.of("data", resource("projects", "90001", Map.of("project-name", "Large", "status", "approved"), Map.of())),
                "phases", List.of(Map.of("data", list(PHASES, i -> resource("project-phases", "" + (71_000 + i),
                        Map.of("name", "Phase " + i, "position", i, "active", true), Map.of())))),
                "services", List.of(Map.of("data", services, "included", parts)),
                "governances", List.of(Map.of("data", list(n / 10, i -> resource("project-governances", "" + (73_000 + i),
                        Map.of("description", "Item", "hours", "7.77", "position", i, "allocation-method", "prorate_phases_by_effort"), Map.of())))),
                "resources", List.of(Map.of("data", List.of(resource("project-resources", "1", Map.of("name", "Engineer"), Map.of())))));
    }

    static Map<String, Object> autotaskForm(int n) {
        List<Object> names = List.of(Map.of("id", 1, "name", "New"), Map.of("id", 5, "name", "Client"));
        return Map.of("bundle", bundle(n), "connection", Map.of("id", "acme"),
                "options", Map.of("estimatedStart", "2027-01-04", "estimatedEnd", "2027-02-26", "status", "New", "projectType", "Client",
                        "phases", "phases", "tasks", "services-and-subservices", "governance", true),
                "tenant", Map.of("projectStatuses", names, "projectTypes", names, "taskStatuses", names, "taskTypes", names,
                        "company", Map.of("id", 174, "name", "Northwind Traders", "active", true), "opportunity", Map.of("id", 5561), "earlier", earlier(n)));
    }

    /** Steps of a push of all services, which contain their sub-services. */
    private static Map<String, Object> earlier(int n) {
        Map<String, Object> steps = new HashMap<>();
        for (int i = 0; i < n; i++) steps.put("service:" + i, Map.of("exists", true, "covers", List.of("service:" + i, "subservice:" + i)));
        return steps;
    }

    static Map<String, Object> connectWiseForm(int n) {
        return Map.of("bundle", bundle(n), "connection", Map.of("id", "acme"),
                "options", Map.of("project", "new", "estimatedStart", "2027-01-04", "estimatedEnd", "2027-02-26", "board", "Projects",
                        "ticketStatus", "New", "governance", true, "subservices", true),
                "tenant", Map.of("boards", List.of(Map.of("id", 51, "name", "Projects")),
                        "ticketStatuses", List.of(Map.of("id", 612, "name", "New", "inactive", false, "boardId", 51)),
                        "company", Map.of("id", 250, "name", "Northwind Traders"), "opportunity", Map.of("id", 1042)));
    }

    static Map<String, Object> rows(int n) {
        return Map.of("account", "acme", "accountId", "1001", "connection", Map.of("id", "acme"), "known", 0,
                "opportunities", list(n, i -> Map.of("opportunityId", "" + i, "name", "Opportunity " + i, "companyId", "174",
                        "companyName", "Northwind Traders", "amount", 1500.5, "closed", false, "site", Map.of("name", "Main"))));
    }

    static Map<String, Object> autotaskOpportunities(int n) {
        return Map.of("names", names(n), "rows", list(n, i -> Map.of("id", i, "title", "Opportunity " + i, "companyID", i,
                "ownerResourceID", i, "status", 1, "stage", 2, "amount", 1500.5, "lastActivity", "2026-10-30T08:00:00Z")));
    }

    static Map<String, Object> connectWiseOpportunities(int n) {
        return Map.of("names", names(n), "rows", list(n, i -> Map.of("id", i, "name", "Opportunity " + i, "company", Map.of("id", i),
                "primarySalesRep", Map.of("id", i), "status", Map.of("id", 1), "stage", Map.of("id", 2))));
    }

    static Map<String, Object> refusal(int n) {
        List<Object> errors = list(n, i -> Map.of("code", "InvalidField", "message", "Value " + i + " is wrong", "field", "f" + i,
                "detail", "f" + i + " - is wrong", "status", "422"));
        return Map.of("call", Map.of("method", "POST", "path", "/project/tickets"),
                "answer", Map.of("status", 400, "headers", Map.of(), "text", "...", "json", Map.of("code", "InvalidObject", "errors", errors)));
    }

    private static Map<String, Object> bundle(int n) {
        Map<String, Object> bundle = new HashMap<>(Map.of("account", "acme",
                "project", Map.of("id", "90001", "name", "Large", "description", "", "webUrl", "https://app.scopestack.io/acme/projects/90001"),
                "client", Map.of("id", "501", "name", "Northwind Traders"),
                "phases", list(PHASES, i -> Map.of("id", "" + i, "name", "Phase " + i, "position", i, "hours", i + 0.33)),
                "governance", list(n / 10, i -> {
                    Map<String, Object> item = new HashMap<>(Map.of("id", "" + i, "name", "Item", "hours", 7.77, "allocation", "prorate_phases_by_effort"));
                    item.put("phaseId", null);
                    return item;
                })));
        bundle.put("services", list(n, i -> Map.of("id", "" + i, "name", "A name of a service " + i, "phaseId", "" + i % PHASES, "type", "professional_services",
                "hours", 1.25, "totalHours", 3.5, "description", "Set up and test",
                "subservices", list(3, k -> Map.of("id", i + "-" + k, "name", "Part " + k, "description", "Do and tell", "hours", 0.75)))));
        return bundle;
    }

    private static Map<String, Object> names(int n) {
        Map<String, Object> companies = new HashMap<>();
        Map<String, Object> resources = new HashMap<>();
        IntStream.range(0, n).forEach(i -> {
            companies.put("" + i, Map.of("name", "Company " + i, "city", "Tampa"));
            resources.put("" + i, Map.of("id", "" + i, "name", "Person " + i));
        });
        return Map.of("companies", companies, "resources", resources,
                "status", Map.of("1", Map.of("name", "Open", "closed", false)), "stage", Map.of("2", Map.of("name", "Quote")));
    }

    private static Map<String, Object> resource(String type, String id, Map<String, Object> attributes, Map<String, Object> relationships) {
        return Map.of("type", type, "id", id, "attributes", attributes, "relationships", relationships);
    }

    private static Map<String, Object> link(String type, String id) {
        return Map.of("data", Map.of("type", type, "id", id));
    }

    private static String id(Object link) {
        return (String) ((Map<?, ?>) link).get("id");
    }

    private static List<Object> list(int n, IntFunction<Object> of) {
        return IntStream.range(0, n).mapToObj(of).toList();
    }
}
