package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lays content into a project. Hours and amounts that follow from others are right only after {@link Totals#settle}. */
class ProjectDraft {

    private final Rows rows;
    private final Row project;
    private final Account account;
    private final Map<String, Long> positions = new HashMap<>();

    ProjectDraft(Rows rows, Row project) {
        this.rows = rows;
        this.project = project;
        this.account = Account.withNumber(project.account());
    }

    Row project() {
        return project;
    }

    ProjectDraft tell(String attribute, String text) {
        set(project, attribute, text);
        return this;
    }

    /** Copies the account's resource of that name into the project. */
    Row resource(String name) {
        Row resource = rows.stream(Types.RESOURCES, account).filter(row -> row.text("name").equals(name)).findFirst().orElseThrow();
        ObjectNode attributes = object().put("name", name).put("external-name", resource.text("external-name"))
            .put("extended-name", name + " (Professional services)").put("description", resource.text("description"))
            .put("hourly-rate", resource.text("hourly-rate")).put("hourly-cost", resource.text("hourly-cost"))
            .put("expense-rate", "0.0").put("total-hours", "0.0");
        attributes.putObject("resource").put("resource_type", "Resource").put("resource_id", resource.id()).put("name", name)
            .put("hourly_rate", resource.text("hourly-rate")).put("hourly_cost", resource.text("hourly-cost"))
            .put("account_id", account.number()).put("status", 0).putNull("deleted_at")
            .put("external_name", resource.text("external-name")).put("description", resource.text("description")).put("default", false);
        return add(Types.PROJECT_RESOURCES, attributes, links("resource", resource.id()));
    }

    Row phase(String name, String sowLanguage) {
        long before = rows.pointingTo(project, "project-phases", "project").count();
        return add(Types.PHASES, object().put("name", name).put("sow-language", sowLanguage).put("position", before + 1), links());
    }

    /** A professional service of the project's first resource; {@code phase} may be null. */
    Row service(Long phase, String name, int quantity, String hours) {
        ObjectNode attributes = work(name, quantity, hours).put("position", position("phase " + phase, () ->
                rows.pointingTo(project, "project-services", "project").filter(other -> Objects.equals(other.link("project-phase"), phase))))
            .put("service-type", "professional_services").put("payment-frequency", "one_time")
            .put("lob-id", 760001 + account.offset());
        Row resource = rows.pointingTo(project, "project-resources", "project").findFirst().orElseThrow();
        return add(Types.SERVICES, attributes, links("project-phase", phase, "project-resource", resource.id(),
            "resource", resource.link("resource")));
    }

    /** A managed service that is billed each month; such services have no phase. */
    Row monthly(String name, int quantity, String hours) {
        Row service = service(null, name, quantity, hours);
        set(service, "service-type", "managed_services");
        return set(service, "payment-frequency", "monthly");
    }

    /** A part of a service, of the service's own resource; without a description of its own unless given one. */
    Row subservice(Row service, String name, int quantity, String hours, String description) {
        ObjectNode attributes = work(name, quantity, hours).put("position", position("service " + service.id(), Stream::empty))
            .put("service-type", service.text("service-type")).put("payment-frequency", service.text("payment-frequency"))
            .put("service-description", description);
        return add(Types.SUBSERVICES, attributes, links("project-service", service.id()));
    }

    /** Prorated over the phases, a share of the effort. */
    Row governance(String description, String rate, Long phase, Row resource) {
        long before = rows.pointingTo(project, "project-governances", "project").count();
        ObjectNode attributes = object().put("description", description).put("rate", rate).put("fixed-hours", "0.0")
            .put("calculation-type", "percent_of_total").put("allocation-method", "prorate_phases_by_effort").put("hours", "0.0")
            .put("assign-effort-to-service", false).put("filter-type", "all_services").put("position", before + 1);
        attributes.putArray("project-variables");
        return add(Types.GOVERNANCES, attributes,
            links("project-phase", phase, "project-resource", resource.id(), "resource", resource.link("resource")));
    }

    Row product(String name, String productId, int quantity, String price, String cost, String frequency) {
        ObjectNode attributes = object().put("name", name).put("description", name + ", as quoted").put("sku", "SKU-" + productId)
            .put("product-id", productId).put("manufacturer-part-number", "MPN-" + productId).put("unit-of-measure", "each")
            .put("quantity", quantity).put("unit-price", price).put("unit-cost", cost).put("category", "Hardware")
            .put("billing-frequency", frequency);
        attributes.putArray("project-variables");
        return add(Types.PRODUCTS, attributes, links());
    }

    Row set(Row row, String attribute, String text) {
        row.attributes().put(attribute, text);
        return rows.save(row);
    }

    Row deactivate(Row row) {
        row.attributes().put("active", false);
        return rows.save(row);
    }

    Row by(Row row, Row resource) {
        row.link("project-resource", resource.id());
        row.link("resource", resource.link("resource"));
        return rows.save(row);
    }

    void settle() {
        new Totals(rows).settle(project.id());
    }

    private Row add(ResourceType type, ObjectNode attributes, Map<String, Long> links) {
        links.put("project", project.id());
        return rows.add(type, account, rows.nextId(type, account), attributes, links);
    }

    /** One above the siblings that were there when this draft began, and counted on from there. */
    private long position(String parent, Supplier<Stream<Row>> siblings) {
        long position = positions.computeIfAbsent(parent, key -> siblings.get().count()) + 1;
        positions.put(parent, position);
        return position;
    }

    private static ObjectNode work(String name, int quantity, String hours) {
        ObjectNode attributes = object().put("name", name).put("quantity", quantity)
            .put("override-hours", Money.text(new BigDecimal(hours))).put("payment-method", "payment_term_schedule")
            .put("task-source", "standard").put("service-description", "Work on: " + name + ".");
        attributes.putObject("languages").put("out", "").put("customer", "").put("assumptions", "")
            .put("deliverables", "").put("implementation_language", "Work on: " + name + ".");
        attributes.putObject("variable-rates").putArray("hours").addObject().put("base_amount", "0.0")
            .put("unit_amount", Money.text(new BigDecimal(hours))).put("minimum_quantity", "1.0");
        return attributes;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, Long> links(Object... namesAndIds) {
        Map<String, Long> links = new HashMap<>();
        for (int i = 0; i < namesAndIds.length; i += 2) links.put((String) namesAndIds[i], (Long) namesAndIds[i + 1]);
        return links;
    }
}
