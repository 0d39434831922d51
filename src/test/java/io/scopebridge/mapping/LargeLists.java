package io.scopebridge.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs of mappings that do little with each entry: ten times n of them (n for the filter), so that a growth with the square is seen. */
final class LargeLists {

    private static final int TIMES = 10;

    private LargeLists() {
    }

    static Map<String, Object> filter(int n) {
        Map<String, Object> named = IntStream.range(0, n).boxed().collect(Collectors.toMap(i -> "" + i, i -> Map.of("name", "Status " + i)));
        String typed = IntStream.range(0, n).mapToObj(i -> "STATUS " + 2 * i).collect(Collectors.joining(","));
        // Few are unknown: each of them offers all names.
        return Map.of("names", Map.of("status", named, "stage", named),
                "connection", Map.of("settings", Map.of("opportunities", Map.of("status", typed.substring(0, typed.length() / 2), "stage", "Status 1, nix"))));
    }

    static Map<String, Object> projects(int n) {
        return Map.of("data", list(n, i -> Map.of("id", "" + i, "type", "projects", "attributes", Map.of("project-name", "P " + i, "status", "approved"),
                "relationships", Map.of("crm-opportunity", Map.of("data", Map.of("id", "" + i, "type", "crm-opportunities"))))));
    }

    /** A page that shows no opportunity, and the opportunities. */
    static Map<String, Object> projectsNotShown(int n) {
        return Map.of("page", Map.of("data", list(n, i -> Map.of("id", "" + i, "type", "projects", "relationships", Map.of("crm-opportunity", Map.of("links", Map.of()))))),
                "linked", list(n, i -> Map.of("of", "" + i, "data", List.of(Map.of("id", "" + i, "type", "crm-opportunities")))));
    }

    static Map<String, Object> fields(int n) {
        List<Object> values = list(n, i -> Map.of("value", "" + i, "label", "Value " + i, "isActive", true, "isDefaultValue", false));
        return Map.of("fields", List.of(
                Map.of("name", "status", "dataType", "integer", "isPickList", true, "picklistValues", values),
                Map.of("name", "stage", "dataType", "integer", "isPickList", true, "picklistValues", values)));
    }

    static Map<String, Object> ids(int n) {
        List<Object> ids = list(n, i -> "" + i);
        Map<String, Object> input = new HashMap<>(Map.of("ids", ids, "filter", Map.of("status", ids, "stage", ids)));
        input.put("since", null);
        return input;
    }

    static Map<String, Object> items(int n) {
        return Map.of("items", list(n, i -> Map.of("id", i, "companyName", "Company " + i, "address1", i + " High St", "address2", "Floor 2",
                "firstName", "Ana", "lastName", "Costa " + i)));
    }

    static Map<String, Object> autotaskTenant(int n) {
        List<Object> values = list(n, i -> Map.of("id", i, "name", "Value " + i));
        return Map.of("bundle", bundle(), "projectFields", Map.of("status", values, "projectType", values),
                "taskFields", Map.of("status", values, "taskType", values),
                "companies", list(n, i -> Map.of("id", i, "companyName", "Northwind Traders", "isActive", i == 0)), "companyIds", list(n, i -> "" + i));
    }

    static Map<String, Object> companyIds(int n) {
        return Map.of("bundle", bundle(), "companyIds", list(n, i -> "" + i));
    }

    static Map<String, Object> tables(int n) {
        return Map.of("statuses", list(n, i -> Map.of("id", i, "name", "Status " + i, "closedFlag", true)),
                "stages", list(n, i -> Map.of("id", i, "name", "Stage " + i)));
    }

    static Object companyPages(int n) {
        return list(n, i -> List.of(company(i), company(i + 1)));
    }

    static Map<String, Object> linkedProjects(int n) {
        return Map.of("project", Map.of("data", Map.of("id", "90001")), "wanted", "3001", "link", Map.of("target", "3001"), "jobId", 7,
                "linkedProjects", List.of(projects(n)));
    }

    static Map<String, Object> callbackPages(int n) {
        String address = "https://hub.example.com/callbacks/connectwise/acme";
        return Map.of("address", address, "mark", "0123456789abcdef", "wanted", true, "pages", List.of(list(n, i -> Map.of("id", i, "url", address + "?recordId=",
                "objectId", 1, "type", "opportunity", "level", "owner", "inactiveFlag", true))));
    }

    static Map<String, Object> companyRows(int n) {
        return Map.of("rows", list(n, LargeLists::company));
    }

    static Map<String, Object> connectWiseTenant(int n) {
        Map<String, Object> input = new HashMap<>(Map.of("bundle", bundle(), "options", Map.of("board", "Board 7"), "board", 7,
                "boards", list(n, i -> Map.of("id", i, "name", "Board " + i)), "companies", list(n, LargeLists::company),
                "ticketStatuses", List.of(list(n, i -> Map.of("id", i, "name", "Status " + i)))));
        input.put("existing", null);
        return input;
    }

    static Map<String, Object> autotaskChoices(int n) {
        List<Object> values = list(n, i -> Map.of("id", i, "name", "Value " + i, "active", i % 3 > 0));
        return Map.of("projectFields", Map.of("status", values, "projectType", values), "options", Map.of("status", "Value 7", "projectType", "gone"));
    }

    static Map<String, Object> connectWiseChoices(int n) {
        List<Object> rows = list(n, i -> Map.of("id", i, "name", "Name " + i));
        return Map.of("options", Map.of("board", "Name 7", "company", "7", "ticketStatus", "gone"), "boards", rows, "board", 7, "ticketStatuses", rows,
                "templates", rows, "companies", rows, "company", Map.of("id", 7, "name", "Name 7"), "projects", rows);
    }

    private static Map<String, Object> bundle() {
        return Map.of("client", Map.of("id", "501", "name", "Company 5"), "opportunity", Map.of("opportunityId", "5561", "companyId", ""));
    }

    private static Map<String, Object> company(int i) {
        return Map.of("id", i, "name", "Company " + i, "identifier", "C" + i);
    }

    private static List<Object> list(int n, IntFunction<Object> of) {
        return IntStream.range(0, TIMES * n).mapToObj(of).toList();
    }
}
