package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The read-only projection of a project for documents: of its known paths, those that carry totals. */
class MergeData {

    private final Rows rows;
    private final Reads reads;

    MergeData(Rows rows, Reads reads) {
        this.rows = rows;
        this.reads = reads;
    }

    Answer of(Request request) {
        for (String parameter : request.query().keySet()) {
            if (!parameter.equals("filter[version]")) throw Refusals.paramNotAllowed(parameter);
            String version = request.parameter(parameter).orElse("");
            if (!Set.of("1", "2").contains(version)) throw Refusals.invalidFilterValue(version, "version");
        }
        Row project = reads.row(request);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode content = body.putObject("data").put("id", "" + project.id()).put("type", "merge-data")
            .putObject("attributes").putObject("content");
        heading(content.putObject("project"), project, Reads.account(request));
        // Only the second version's totals are known.
        if (request.query().isEmpty() || request.parameter("filter[version]").orElse("").equals("1")) return Reads.ok(body);
        pricing(content.putObject("project_pricing"), project);
        content.putObject("project_payments").put("pricing_model", project.attribute("payment-info").path("pricing-model").asText())
            .put("payment_terms", paymentTerm(project)).putArray("schedule");
        return Reads.ok(body);
    }

    private static void heading(ObjectNode heading, Row project, Account account) {
        heading.put("project_name", project.text("project-name")).put("client_name", project.text("client-name"))
            .put("account_name", account.slug()).set("msa_date", project.attribute("msa-date"));
        heading.putObject("sales_executive").put("name", project.text("sales-executive-name"));
        heading.putObject("presales_engineer").put("name", project.text("presales-engineer-name"));
    }

    private void pricing(ObjectNode target, Row project) {
        Pricing pricing = new Pricing(rows, project);
        Pricing.Amount contract = pricing.contract();
        Pricing.Amount services = pricing.professional().plus(pricing.services("managed_services"));
        target.put("total_contract_value", Money.text(contract.revenue()))
            .put("total_service_revenue", Money.text(services.revenue()))
            .put("total_contract_cost", Money.text(contract.cost()))
            .put("total_contract_profit", Money.text(contract.revenue().subtract(contract.cost())))
            .put("total_contract_margin", project.attribute("contract-margin").asText());
        resources(target.putArray("resources"), pricing);
        ObjectNode professional = target.putObject("professional_services")
            .put("adjustment", "0.0").put("net_revenue", Money.text(pricing.professional().revenue()));
        phases(professional.putArray("phases"), pricing);
    }

    private String paymentTerm(Row project) {
        Long id = project.link("payment-term");
        return id == null ? null : rows.find(Types.PAYMENT_TERMS, id).map(term -> term.text("name")).orElse(null);
    }

    private static void resources(ArrayNode lines, Pricing pricing) {
        BigDecimal hours = BigDecimal.ZERO;
        BigDecimal revenue = BigDecimal.ZERO;
        for (Row resource : pricing.children("project-resources").filter(Row::active).toList()) {
            BigDecimal own = Money.of(resource.attribute("total-hours"));
            BigDecimal total = own.multiply(Money.of(resource.attribute("hourly-rate")));
            line(lines, resource.text("name"), resource.text("name").toLowerCase().replace(' ', '_'), own, total)
                .set("hourly_rate", resource.attribute("hourly-rate"));
            hours = hours.add(own);
            revenue = revenue.add(total);
        }
        line(lines, "Total", "project_total", hours, revenue);
    }

    private static ObjectNode line(ArrayNode lines, String name, String slug, BigDecimal hours, BigDecimal total) {
        return lines.addObject().put("resource_name", name).put("resource_slug", slug).put("quantity", Money.text(hours))
            .put("total", Money.text(total)).put("expense_revenue", "0.0").put("material_revenue", "0.0");
    }

    private static void phases(ArrayNode target, Pricing pricing) {
        List<Row> services = pricing.children("project-services").filter(Row::active)
            .filter(service -> service.text("service-type").equals("professional_services")).toList();
        for (Row phase : pricing.children("project-phases").filter(Row::active).toList()) {
            ArrayNode lines = target.addObject().put("name", phase.text("name")).putArray("services");
            services.stream().filter(service -> Objects.equals(service.link("project-phase"), phase.id()))
                .forEach(service -> lines.addObject().put("name", service.text("name"))
                    .put("total_hours", service.text("total-hours"))
                    .put("total_revenue", Money.text(pricing.whole(service).revenue())));
        }
    }
}
