package io.scopebridge.project;

import com.fasterxml.jackson.databind.JsonNode;
import io.scopebridge.practice.scopestack.PracticeScopeStack;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What ScopeStack says about one project: its active professional work, in the order of the pages. */
public record Scope(String slug, long project, String name, List<Phase> phases, List<Service> services, List<Governance> governance) {

    record Phase(String id, String name) {
    }

    /** @param total hours with the subservices, as ScopeStack adds them up */
    public record Service(String id, String name, String phase, String description, BigDecimal own, BigDecimal total, List<Part> parts) {
    }

    record Part(String id, String name, String description, BigDecimal hours) {
    }

    record Governance(String id, String name, String phase, String allocation, BigDecimal hours) {
    }

    public static Scope of(PracticeScopeStack scopeStack, long project) {
        String slug = project < 95_000 ? PracticeScopeStack.AUTOTASK_SLUG : PracticeScopeStack.CONNECTWISE_SLUG;
        JsonNode row = scopeStack.projects(slug).stream().filter(one -> one.path("id").asLong() == project).findFirst().orElseThrow();
        List<JsonNode> phases = of(scopeStack, slug, "project-phases", "project", "" + project);
        Map<String, List<JsonNode>> parts = scopeStack.all(slug, "project-subservices").stream().filter(Scope::active)
            .collect(Collectors.groupingBy(part -> link(part, "project-service")));
        List<JsonNode> services = of(scopeStack, slug, "project-services", "project", "" + project).stream()
            .filter(service -> text(service, "service-type").equals("professional_services")).toList();
        return new Scope(slug, project, text(row, "project-name"),
            phases.stream().map(phase -> new Phase(phase.path("id").asText(), text(phase, "name"))).toList(),
            services.stream().map(service -> service(service, parts.getOrDefault(service.path("id").asText(), List.of())))
                .sorted(Comparator.comparingInt(service -> place(phases, service.phase()))).toList(),
            of(scopeStack, slug, "project-governances", "project", "" + project).stream().map(item -> new Governance(item.path("id").asText(),
                text(item, "description"), link(item, "project-phase"), text(item, "allocation-method"), number(item, "hours"))).toList());
    }

    BigDecimal serviceHours() {
        return services.stream().map(Service::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal governanceHours() {
        return governance.stream().map(Governance::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<Part> parts() {
        return services.stream().flatMap(service -> service.parts().stream()).toList();
    }

    Service service(String named) {
        return services.stream().filter(service -> service.name().equals(named)).findFirst().orElseThrow();
    }

    private static Service service(JsonNode row, List<JsonNode> parts) {
        return new Service(row.path("id").asText(), text(row, "name"), link(row, "project-phase"), text(row, "service-description"),
            number(row, "extended-hours"), number(row, "total-hours"),
            parts.stream().sorted(ORDER).map(part -> new Part(part.path("id").asText(), text(part, "name"),
                text(part, "service-description"), number(part, "extended-hours"))).toList());
    }

    private static final Comparator<JsonNode> ORDER = Comparator.<JsonNode>comparingInt(row -> row.at("/attributes/position").asInt())
        .thenComparing(row -> row.path("id").asLong());

    private static List<JsonNode> of(PracticeScopeStack scopeStack, String slug, String type, String parent, String id) {
        return scopeStack.all(slug, type).stream().filter(row -> id.equals(link(row, parent)) && active(row)).map(row -> (JsonNode) row)
            .sorted(ORDER).toList();
    }

    private static int place(List<JsonNode> phases, String phase) {
        for (int i = 0; i < phases.size(); i++) if (phases.get(i).path("id").asText().equals(phase)) return i;
        return phases.size();
    }

    private static boolean active(JsonNode row) {
        return row.at("/attributes/active").asBoolean(true);
    }

    private static String link(JsonNode row, String name) {
        return row.path("relationships").path(name).path("data").path("id").asText(null);
    }

    private static String text(JsonNode row, String name) {
        return row.path("attributes").path(name).asText("");
    }

    private static BigDecimal number(JsonNode row, String name) {
        return new BigDecimal(row.path("attributes").path(name).asText());
    }
}
