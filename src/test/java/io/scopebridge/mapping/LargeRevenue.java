package io.scopebridge.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Inputs of the mappings that are about revenue: ten times n services, statuses, forecast lines or conversions. */
final class LargeRevenue {

    private static final int TIMES = 10;
    private static final Map<String, Object> PROJECT = Map.of("id", "90001", "name", "Large", "status", "won", "updatedAt", "2026-02-12T09:30:01.000Z",
            "contractRevenue", 1, "contractMonths", 12);

    private LargeRevenue() {
    }

    static Map<String, Object> bundle(int n) {
        return Map.of("connection", connection(), "bundle", Map.of("project", PROJECT, "opportunity", Map.of("opportunityId", "5561"),
                "services", list(n, i -> Map.of("id", "" + i, "type", i % 2 == 0 ? "managed_services" : "professional_services", "paymentFrequency", "monthly",
                        "revenue", 560.25, "cost", 360.5, "subservices", List.of(Map.of("revenue", 10.5, "cost", 5.25)))),
                "governance", list(n, i -> Map.of("revenue", 7.77, "cost", 3.33)),
                "products", list(n, i -> Map.of("quantity", 2, "unitPrice", 10.5, "unitCost", 7.5, "billingFrequency", "one_time"))));
    }

    static Map<String, Object> statuses(int n) {
        Map<String, Object> names = IntStream.range(0, TIMES * n).boxed().collect(Collectors.toMap(i -> "" + i, i -> Map.of("name", "Status " + i, "closed", false)));
        return Map.of("connection", connection(), "revenue", revenue(), "names", Map.of("status", names),
                "opportunities", List.of(Map.of("id", 5561, "status", 1, "useQuoteTotals", false)));
    }

    static Map<String, Object> forecast(int n) {
        return Map.of("connection", connection(), "revenue", revenue(), "opportunity", Map.of("id", 1042, "status", Map.of("id", 1)),
                "forecast", List.of(Map.of("id", 1, "forecastItems", list(n, i -> Map.of("id", i, "forecastType", "Service", "forecastDescription", "Line " + i)))),
                "statuses", list(n, i -> Map.of("id", i, "name", "Status " + i)),
                "billingCycles", list(n, i -> Map.of("id", i, "name", "Cycle " + i)));
    }

    static Map<String, Object> conversions(int n) {
        return Map.of("connection", connection(), "revenue", revenue(), "bundle", Map.of("project", PROJECT),
                "conversions", list(n, i -> Map.of("parentType", "Opportunity", "convertedTo", Map.of("id", i, "name", "Project"))));
    }

    private static Map<String, Object> connection() {
        return Map.of("id", "acme", "settings", Map.of("revenue", Map.of("includeProduct", true, "style", "split", "wonStatus", "Status 7")));
    }

    private static Map<String, Object> revenue() {
        Map<String, Object> amounts = new HashMap<>();
        for (String period : List.of("onetime", "monthly", "quarterly", "semiannual", "yearly", "recurring", "total")) amounts.put(period, Map.of("revenue", 5.5, "cost", 2.5));
        return Map.of("projectId", "90001", "opportunityId", "1042", "outcome", "won", "changedAt", "2026-02-12T09:30:01Z", "months", 12, "recurs", true,
                "all", amounts, "lines", Map.of("professional", amounts, "managed", amounts, "product", amounts), "warnings", List.of());
    }

    private static List<Object> list(int n, IntFunction<Object> of) {
        return IntStream.range(0, TIMES * n).mapToObj(of).toList();
    }
}
