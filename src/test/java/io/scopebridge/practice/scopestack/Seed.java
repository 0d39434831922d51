package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Records;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an account holds before anybody came: people, clients, terms, opportunities; the projects are drawn elsewhere. */
class Seed {

    static final Instant BEGINNING = Instant.parse("2026-02-01T10:00:00Z");

    // Drawn once: what is held is never changed in place, so all servers may begin with the same rows.
    private static final Records SOWN = new Records();

    static {
        Account.ALL.forEach(account -> new Seed(SOWN, account).sow());
    }

    private final Account account;
    private final Rows rows;
    private final Map<String, Row> clients = new HashMap<>();
    private final Map<Integer, Row> opportunities = new HashMap<>();
    private Instant now = BEGINNING;

    static void layInto(Records records) {
        for (String type : SOWN.types()) SOWN.stream(type).forEach(row -> records.put(type, row.get("id").asLong(), row));
    }

    private Seed(Records records, Account account) {
        this.account = account;
        this.rows = new Rows(records, () -> now);
    }

    private void sow() {
        people();
        terms();
        for (String name : List.of("Northwind Traders", "Contoso Ltd", "Adventure Works", "Fabrikam Inc", "Tailspin Toys",
            "Wide World Importers")) client(name, true);
        // Looked up by name the first one brings this one along.
        client("Northwind Traders Europe", true);
        client("Proseware Inc", false);
        opportunity(1, "Firewall refresh", "Northwind Traders", "15000.0");
        opportunity(2, "Office move, phase 2", "Contoso Ltd", "42000.0");
        opportunity(3, "Data centre exit", "Fabrikam Inc", "98000.0");
        FirewallRefresh.draw(this);
        ManagedWorkplace.draw(this);
        DataCentreExit.draw(this);
        HardTexts.draw(this);
        CampusNetwork.draw(this);
        SmallProjects.draw(this);
    }

    /** An empty project; number 1 is 90001 in the first account. */
    ProjectDraft project(int number, String name, String status, String client) {
        now = BEGINNING.plus(number, ChronoUnit.MINUTES);
        ObjectNode attributes = object().put("project-name", name).put("status", status).put("msa-date", "2025-03-01")
            .put("service-start-date", "2026-04-01").put("contract-revenue", "0.0").put("contract-cost", "0.0").put("contract-margin", 0)
            .put("one-time-adjustment", 0).put("mrr-adjustment", 0).put("mrr-terms", 36).put("recurring-billing-frequency", "monthly")
            .put("include-ps-revenue-in-mrr", "false").put("cola", "0.0").put("travel-limit", 0)
            .put("executive-summary", "").put("solution-summary", "").put("key-objectives", "").put("our-responsibilities", "")
            .put("client-responsibilities", "").put("out-of-scope", "").put("created-at", rows.now()).put("updated-at", rows.now());
        attributes.putObject("payment-info").put("pricing-model", "fixed_fee").put("include-expenses", false)
            .put("include-product", true).put("rate-type", "standard");
        attributes.putArray("tag-list").add("practice");
        attributes.putArray("project-variables");
        attributes.putObject("field-labels");
        Map<String, Long> links = new HashMap<>();
        links.put("client", clients.get(client).id());
        links.put("sales-executive", first(Types.SALES_EXECUTIVES));
        links.put("presales-engineer", first(Types.PRESALES_ENGINEERS));
        links.put("payment-term", first(Types.PAYMENT_TERMS));
        links.put("rate-table", first(Types.RATE_TABLES));
        if (opportunities.containsKey(number)) links.put("crm-opportunity", opportunities.get(number).id());
        Row project = rows.add(Types.PROJECTS, account, Types.PROJECTS.firstId() + account.offset() + number - 1, attributes, links);
        stamp(project, status);
        new Projects(rows).names(project);
        return new ProjectDraft(rows, rows.save(project));
    }

    private void stamp(Row project, String status) {
        if (status.equals("building")) return;
        now = now.plus(9, ChronoUnit.DAYS);
        project.attributes().put("submitted-at", rows.now());
        if (List.of("approved", "won", "lost").contains(status)) {
            now = now.plus(2, ChronoUnit.DAYS);
            project.attributes().put("approved-at", rows.now());
        }
        project.touch(rows.now());
    }

    private void people() {
        person(Types.SALES_EXECUTIVES, "Ana Costa", "ana.costa@practice.example", true);
        person(Types.SALES_EXECUTIVES, "Mika Lehto", "mika.lehto@practice.example", true);
        person(Types.SALES_EXECUTIVES, "Petra Vogel", "petra.vogel@practice.example", false);
        person(Types.PRESALES_ENGINEERS, "Ben Ito", "ben.ito@practice.example", true);
    }

    private void terms() {
        role("Engineer", "150.0", "100.0");
        role("Senior engineer", "185.0", "120.0");
        role("Project manager", "140.0", "90.0");
        add(Types.PAYMENT_TERMS, object().put("name", "Net 30").put("default", true));
        add(Types.PAYMENT_TERMS, object().put("name", "Half in advance").put("default", false));
        add(Types.RATE_TABLES, object().put("name", "Standard").put("default", true));
        value(Types.ALLOCATION_METHODS, "Prorate phases by effort", "prorate_phases_by_effort");
        // The spelling of this method and of fixed hours is not known; these are stand-ins.
        value(Types.ALLOCATION_METHODS, "Project management phase", "project_management_phase");
        value(Types.CALCULATION_TYPES, "Percent of total", "percent_of_total");
        value(Types.CALCULATION_TYPES, "Fixed hours", "fixed_hours");
    }

    private void person(ResourceType type, String name, String email, boolean active) {
        add(type, object().put("active", active).put("name", name).put("email", email).put("title", "").put("phone", ""));
    }

    private void role(String name, String rate, String cost) {
        add(Types.RESOURCES, object().put("name", name).put("external-name", name).put("description", "")
            .put("hourly-rate", rate).put("hourly-cost", cost));
    }

    private void value(ResourceType type, String name, String value) {
        add(type, object().put("name", name).put("value", value));
    }

    private void client(String name, boolean active) {
        ObjectNode attributes = object().put("active", active).put("name", name).put("msa-date", "2025-03-01");
        attributes.putArray("user-defined-fields");
        clients.put(name, add(Types.CLIENTS, attributes));
    }

    private void opportunity(int number, String name, String company, String amount) {
        String id = "" + (account.opportunity() + number - 1);
        ObjectNode attributes = object().put("opportunity-id", id).put("name", name).put("display-name", company + " / " + name + " / " + id)
            .put("amount", amount).put("stage", "Proposal").put("is-closed", false).put("owner-id", "29682885")
            .put("owner-name", "Ana Costa").put("account-id", "" + (account.company() + number - 1)).put("account-name", company)
            .put("location-name", "Main site").put("street", "1 High St").put("city", "Tampa").put("state", "FL")
            .put("postal-code", "33602").put("country", "US");
        attributes.putArray("custom-attributes");
        opportunities.put(number, add(Types.OPPORTUNITIES, attributes));
    }

    private Row add(ResourceType type, ObjectNode attributes) {
        return rows.add(type, account, rows.nextId(type, account), attributes, Map.of());
    }

    private Long first(ResourceType type) {
        return type.firstId() + account.offset();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
