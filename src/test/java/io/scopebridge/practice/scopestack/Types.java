package io.scopebridge.practice.scopestack;

import static io.scopebridge.practice.scopestack.Kind.*;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The resources that this server serves. A name that is not among them can only be the empty end of a relationship. */
final class Types {

    private static final Map<String, ResourceType> ALL = new LinkedHashMap<>();

    static final ResourceType PROJECTS = project();
    static final ResourceType PHASES = phase();
    static final ResourceType SERVICES = service();
    static final ResourceType SUBSERVICES = subservice();
    static final ResourceType GOVERNANCES = governance();
    static final ResourceType PROJECT_RESOURCES = projectResource();
    static final ResourceType PRODUCTS = product();
    static final ResourceType CLIENTS = client();
    static final ResourceType OPPORTUNITIES = opportunity();
    static final ResourceType SALES_EXECUTIVES = type("sales-executives", 61)
        .attributes(READ_ONLY, "active", "name", "email", "title", "phone").toOne("account", "accounts")
        .filter("name", Filter.contains("name")).filter("email", Filter.equal("email")).filter("active", Filter.flag("active", true));
    static final ResourceType PRESALES_ENGINEERS = type("presales-engineers", 71)
        .attributes(READ_ONLY, "name", "email").filter("name", Filter.contains("name")).filter("email", Filter.equal("email"));
    static final ResourceType RESOURCES = type("resources", 750001)
        .attributes(READ_ONLY, "active", "name", "external-name", "description", "hourly-rate", "hourly-cost")
        .toOne("account", "accounts").toMany("resource", "project-resources", "project-services", "project-subservices", "project-governances")
        .filter("active", Filter.flag("active", true));
    static final ResourceType PAYMENT_TERMS = type("payment-terms", 11)
        .attributes(READ_ONLY, "active", "name", "default").toOne("account", "accounts").filter("active", Filter.flag("active", true));
    static final ResourceType RATE_TABLES = type("rate-tables", 21)
        .attributes(READ_ONLY, "active", "name", "default").toOne("account", "accounts").filter("active", Filter.flag("active", true));
    // The members of the two enumerations are not known; a name for people and the value used on governances will do.
    static final ResourceType ALLOCATION_METHODS = type("governance-allocation-methods", 1).attributes(READ_ONLY, "name", "value");
    static final ResourceType CALCULATION_TYPES = type("governance-calculation-types", 1).attributes(READ_ONLY, "name", "value");

    private Types() {
    }

    static ResourceType of(String name) {
        return find(name).orElseThrow();
    }

    static Optional<ResourceType> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Collection<ResourceType> all() {
        return ALL.values();
    }

    private static ResourceType type(String name, long firstId) {
        ResourceType type = new ResourceType(name, firstId);
        ALL.put(name, type);
        return type;
    }

    private static ResourceType project() {
        return type("projects", 90001)
            .attributes(FLAG, "active").attributes(TEXT, "project-name").attributes(STATUS, "status")
            .attributes(READ_ONLY, "client-name", "sales-executive-name", "presales-engineer-name", "submitted-at", "approved-at",
                "created-at", "updated-at", "contract-revenue", "contract-cost", "contract-margin", "field-labels")
            .attributes(DATE, "msa-date", "service-start-date")
            .attributes(INTEGER, "one-time-adjustment", "mrr-adjustment", "mrr-terms", "travel-limit")
            .attributes(TEXT, "recurring-billing-frequency", "include-ps-revenue-in-mrr", "executive-summary", "solution-summary",
                "key-objectives", "our-responsibilities", "client-responsibilities", "out-of-scope")
            .attributes(DECIMAL, "cola").attributes(OBJECT, "payment-info").attributes(LIST, "tag-list", "project-variables")
            .required("project-name")
            .writableLinks("account", "client", "sales-executive", "presales-engineer", "payment-term", "rate-table", "crm-opportunity")
            .toOne("account", "accounts").toOne("business-unit", "business-units").toOne("client", "clients")
            .toOne("creator", "users").toOne("sales-executive", "sales-executives").toOne("presales-engineer", "presales-engineers")
            .toOne("document-template", "document-templates").toOne("external-request", "external-requests")
            .toOne("psa-project", "psa-projects").toOne("payment-term", "payment-terms").toOne("rate-table", "rate-tables")
            .toOne("crm-opportunity", "crm-opportunities")
            .toMany("project", "approval-steps", "customer-successes", "notes", "project-attachments", "project-collaborators",
                "project-contacts", "project-conditions", "project-credits", "project-documents", "project-expenses",
                "project-governances", "project-locations", "project-products", "project-phases", "project-resources",
                "resource-plans", "project-services", "partner-requests", "project-versions", "resource-rates", "quotes",
                "audit-logs", "pricing-adjustments")
            .filter("project-name", Filter.contains("project-name")).filter("search", Filter.contains("project-name"))
            .filter("status", Filter.equal("status")).filter("active", Filter.flag("active", true))
            .filter("creator_id", Filter.link("creator")).filter("team_id", Filter.link("team"))
            .filter("collaborator_id", Filter.link("collaborator")).filter("service_id", Filter.link("service"))
            .filter("client_id", Filter.link("client")).filter("client_name", Filter.contains("client-name"))
            .filter("presales_engineer_id", Filter.link("presales-engineer"))
            .filter("presales_engineer_name", Filter.contains("presales-engineer-name"))
            .filter("sales_executive_id", Filter.link("sales-executive"))
            .filter("sales_executive_name", Filter.contains("sales-executive-name"))
            .filter("rate_table_id", Filter.link("rate-table")).filter("tags", Filter.contained("tag-list"))
            .filter("created_after", Filter.after("created-at")).filter("created_before", Filter.before("created-at"))
            .filter("updated_after", Filter.after("updated-at")).filter("updated_before", Filter.before("updated-at"))
            .filter("updated-at.after", Filter.after("updated-at")).filter("approved-at.after", Filter.after("approved-at"));
    }

    private static ResourceType phase() {
        return type("project-phases", 710001)
            .attributes(READ_ONLY, "active", "name", "sow-language", "position")
            .toOne("project", "projects").toOne("phase", "phases")
            .filter("project", Filter.link("project")).filter("active", Filter.flag("active", true));
    }

    private static ResourceType service() {
        return type("project-services", 720001)
            .attributes(READ_ONLY, "active", "name", "quantity", "override-hours", "actual-hours", "extended-hours", "total-hours",
                "position", "service-type", "payment-frequency", "payment-method", "task-source", "lob-id", "languages",
                "service-description", "variable-rates", "calculated-pricing", "sku", "external-resource-name", "target-margin",
                "resource-rate-id", "custom-hours?")
            .toOne("project", "projects").toOne("project-location", "project-locations").toOne("project-phase", "project-phases")
            .toOne("project-resource", "project-resources").toOne("resource", "resources").toOne("service", "services")
            .toOne("lob", "line-of-businesses").toOne("service-category", "service-categories")
            .toMany("project-service", "project-subservices", "notes", "allocated-governances")
            .action("synchronize-standard", "{self}/synchronize-standard")
            // No client is known to filter services by active, or to include their resource.
            .filter("project", Filter.link("project")).filter("service-type", Filter.equal("service-type"))
            .notIncluded("project-resource");
    }

    private static ResourceType subservice() {
        // No filter by project: it is not shown that the real service has one.
        return type("project-subservices", 780001)
            .attributes(READ_ONLY, "active", "name", "quantity", "override-hours", "actual-hours", "extended-hours",
                "position", "service-type", "payment-frequency", "payment-method", "task-source", "languages",
                "service-description", "variable-rates", "calculated-pricing", "sku", "external-resource-name",
                "resource-rate-id", "custom-hours?")
            .toOne("account", "accounts").toOne("project", "projects").toOne("project-service", "project-services")
            .toOne("project-location", "project-locations").toOne("lob", "line-of-businesses").toOne("phase", "phases")
            .toOne("project-resource", "project-resources").toOne("resource", "resources")
            .toOne("service-category", "service-categories").toOne("subservice", "subservices")
            .filter("active", Filter.flag("active", true));
    }

    private static ResourceType governance() {
        return type("project-governances", 730001)
            .attributes(READ_ONLY, "active", "description", "rate", "fixed-hours", "calculation-type", "allocation-method", "hours",
                "assign-effort-to-service", "filter-type", "filter-id", "position", "project-variables")
            .toOne("project", "projects").toOne("project-phase", "project-phases").toOne("governance", "governances")
            .toOne("project-resource", "project-resources").toOne("resource", "resources")
            .toOne("resource-rate", "resource-rates").toOne("service-category", "service-categories")
            .action("allocation-methods", "{base}/governance-allocation-methods")
            .action("calculation-types", "{base}/governance-calculation-types")
            .filter("project", Filter.link("project")).filter("active", Filter.flag("active", true));
    }

    private static ResourceType projectResource() {
        return type("project-resources", 740001)
            .attributes(READ_ONLY, "active", "name", "external-name", "extended-name", "description", "code", "total-hours",
                "hourly-rate", "hourly-cost", "expense-rate", "resource")
            .toOne("project", "projects").toOne("resource", "resources").toOne("line-of-business", "line-of-businesses")
            .filter("active", Filter.flag("active", true));
    }

    /** The attributes are not known for certain: those of the catalogue's products, and a quantity. */
    private static ResourceType product() {
        return type("project-products", 770001)
            .attributes(READ_ONLY, "active", "name", "description", "sku", "product-id", "manufacturer-part-number",
                "unit-of-measure", "quantity", "unit-cost", "unit-price", "list-price", "markup", "vendor-discount",
                "vendor-rebate", "category", "subcategory", "billing-frequency", "project-variables")
            .toOne("project", "projects").toOne("product", "products")
            .filter("project", Filter.link("project")).filter("active", Filter.flag("active", true));
    }

    private static ResourceType client() {
        return type("clients", 501)
            .attributes(FLAG, "active").attributes(TEXT, "name", "domain").attributes(DATE, "msa-date")
            .attributes(LIST, "user-defined-fields")
            .required("name").unique("name").writableLinks("account", "rate-table")
            .toOne("account", "accounts").toOne("rate-table", "rate-tables").toMany("client", "contacts")
            .filter("name", Filter.contains("name")).filter("domain", Filter.equal("domain"))
            .filter("active", Filter.flag("active", true));
    }

    private static ResourceType opportunity() {
        return type("crm-opportunities", 3001)
            .attributes(TEXT, "opportunity-id", "name", "display-name").attributes(DECIMAL, "amount").attributes(TEXT, "stage")
            .attributes(FLAG, "is-closed")
            .attributes(TEXT, "owner-id", "owner-name", "account-id", "account-name", "location-name", "street", "city", "state",
                "postal-code", "country")
            .attributes(KEY_VALUES, "custom-attributes")
            .required("opportunity-id", "name", "account-id", "account-name").writableLinks("account", "projects")
            .toOne("account", "accounts").toMany("crm-opportunity", "projects")
            .filter("opportunity-id", Filter.equal("opportunity-id")).filter("is-closed", Filter.flag("is-closed", false).oneValue())
            .filter("display-name", Filter.contains("display-name"));
    }
}
