package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Works out every hour and amount of a project that follows from others, and saves the rows. */
class Totals {

    private final Rows rows;

    Totals(Rows rows) {
        this.rows = rows;
    }

    void settle(long projectId) {
        Row project = rows.find(Types.PROJECTS, projectId).orElseThrow();
        Pricing pricing = new Pricing(rows, project);
        Map<Long, BigDecimal> hours = new HashMap<>();
        BigDecimal professional = BigDecimal.ZERO;
        for (Row service : copies(pricing, "project-services")) {
            BigDecimal total = service(pricing, service, hours);
            if (service.active() && service.text("service-type").equals("professional_services")) professional = professional.add(total);
        }
        for (Row item : copies(pricing, "project-governances")) governance(item, professional, hours);
        for (Row resource : copies(pricing, "project-resources")) {
            resource.attributes().put("total-hours", Money.text(hours.getOrDefault(resource.id(), BigDecimal.ZERO)));
            rows.save(resource);
        }
        contract(project, pricing.contract());
    }

    private BigDecimal service(Pricing pricing, Row service, Map<Long, BigDecimal> hours) {
        BigDecimal total = effort(pricing, service, service.link("project-resource"));
        if (service.active()) add(hours, service.link("project-resource"), total);
        for (Row part : rows.pointingTo(service, "project-subservices", "project-service").map(Row::copy).toList()) {
            Long resource = Pricing.resourceOf(part, service);
            BigDecimal own = effort(pricing, part, resource);
            rows.save(part);
            if (!part.active()) continue;
            total = total.add(own);
            if (service.active()) add(hours, resource, own);
        }
        service.attributes().put("total-hours", Money.text(total));
        rows.save(service);
        return total;
    }

    private static BigDecimal effort(Pricing pricing, Row row, Long resource) {
        BigDecimal hours = Money.of(row.attribute("quantity")).multiply(Money.of(row.attribute("override-hours")));
        Pricing.Amount price = pricing.effort(resource, hours);
        row.attributes().put("extended-hours", Money.text(hours));
        ObjectNode pricingBlob = row.attributes().putObject("calculated-pricing");
        pricingBlob.put("service_cost", Money.text(price.cost())).put("material_cost", 0)
            .put("extended_hours", Money.text(hours))
            .put("service_revenue", Money.text(price.revenue())).put("material_revenue", 0);
        return hours;
    }

    private void governance(Row item, BigDecimal professional, Map<Long, BigDecimal> hours) {
        BigDecimal effort = item.text("calculation-type").equals("percent_of_total")
            ? Money.of(item.attribute("rate")).multiply(professional) : Money.of(item.attribute("fixed-hours"));
        item.attributes().put("hours", Money.text(effort));
        if (item.active()) add(hours, item.link("project-resource"), effort);
        rows.save(item);
    }

    private void contract(Row project, Pricing.Amount contract) {
        BigDecimal margin = contract.revenue().signum() == 0 ? BigDecimal.ZERO
            : contract.revenue().subtract(contract.cost()).multiply(BigDecimal.valueOf(100))
                .divide(contract.revenue(), 1, RoundingMode.HALF_UP);
        project.attributes().put("contract-revenue", Money.text(contract.revenue()))
            .put("contract-cost", Money.text(contract.cost())).put("contract-margin", margin);
        rows.save(project);
    }

    private static List<Row> copies(Pricing pricing, String type) {
        return pricing.children(type).map(Row::copy).toList();
    }

    private static void add(Map<Long, BigDecimal> hours, Long resource, BigDecimal more) {
        if (resource != null) hours.merge(resource, more, BigDecimal::add);
    }
}
