package io.scopebridge.practice.scopestack;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Revenue and cost of one project from the rates of its resources.
 * Recurring services and products count once for each month of the project's {@code mrr-terms}.
 */
class Pricing {

    record Amount(BigDecimal revenue, BigDecimal cost) {

        static final Amount NONE = new Amount(BigDecimal.ZERO, BigDecimal.ZERO);

        Amount plus(Amount other) {
            return new Amount(revenue.add(other.revenue), cost.add(other.cost));
        }

        Amount times(BigDecimal factor) {
            return new Amount(revenue.multiply(factor), cost.multiply(factor));
        }
    }

    private final Rows rows;
    private final Row project;
    private final Map<Long, Row> resources = new HashMap<>();

    Pricing(Rows rows, Row project) {
        this.rows = rows;
        this.project = project;
        children("project-resources").forEach(resource -> resources.put(resource.id(), resource));
    }

    Stream<Row> children(String type) {
        return rows.pointingTo(project, type, "project");
    }

    /** Hours at the rate of a project resource; nothing without one. */
    Amount effort(Long resource, BigDecimal hours) {
        Row rate = resources.get(resource);
        return rate == null ? Amount.NONE
            : new Amount(Money.of(rate.attribute("hourly-rate")), Money.of(rate.attribute("hourly-cost"))).times(hours);
    }

    /** A service with its active subservices. */
    Amount whole(Row service) {
        Amount total = effort(service.link("project-resource"), Money.of(service.attribute("extended-hours")));
        for (Row part : subservices(service)) total = total.plus(effort(resourceOf(part, service), Money.of(part.attribute("extended-hours"))));
        return total;
    }

    List<Row> subservices(Row service) {
        return rows.pointingTo(service, "project-subservices", "project-service").filter(Row::active).toList();
    }

    static Long resourceOf(Row subservice, Row service) {
        return subservice.link("project-resource") != null ? subservice.link("project-resource") : service.link("project-resource");
    }

    Amount services(String serviceType) {
        return children("project-services").filter(Row::active)
            .filter(service -> service.text("service-type").equals(serviceType))
            .map(service -> whole(service).times(times(service.text("payment-frequency"))))
            .reduce(Amount.NONE, Amount::plus);
    }

    Amount governance() {
        return children("project-governances").filter(Row::active)
            .map(item -> effort(item.link("project-resource"), Money.of(item.attribute("hours"))))
            .reduce(Amount.NONE, Amount::plus);
    }

    Amount products() {
        return children("project-products").filter(Row::active)
            .map(product -> new Amount(Money.of(product.attribute("unit-price")), Money.of(product.attribute("unit-cost")))
                .times(Money.of(product.attribute("quantity"))).times(times(product.text("billing-frequency"))))
            .reduce(Amount.NONE, Amount::plus);
    }

    Amount professional() {
        return services("professional_services").plus(governance());
    }

    Amount contract() {
        Amount services = professional().plus(services("managed_services"));
        return project.attribute("payment-info").path("include-product").asBoolean() ? services.plus(products()) : services;
    }

    private BigDecimal times(String frequency) {
        return frequency.equals("monthly") ? Money.of(project.attribute("mrr-terms")).max(BigDecimal.ONE) : BigDecimal.ONE;
    }
}
