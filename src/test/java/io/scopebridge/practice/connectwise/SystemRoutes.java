package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Request;
import java.util.function.Predicate;

/** Boards, companies, people, set-up tables, the system itself and its callbacks. */
class SystemRoutes {

    private static final String TABLES = "System/Table Setup";
    private static final String COMPANIES = "Companies/Company Maintenance";

    private final PracticeConnectWise server;

    SystemRoutes(PracticeConnectWise server) {
        this.server = server;
    }

    void register(Api api) {
        table(api, "/project/statuses", TABLES, SetupModels.PROJECT_STATUS);
        table(api, "/project/phaseStatuses", TABLES, SetupModels.PHASE_STATUS);
        table(api, "/project/projectTypes", TABLES, SetupModels.PROJECT_TYPE);
        table(api, "/project/projectTemplates", "Project/Project Headers", SetupModels.TEMPLATE);
        table(api, "/service/boards", TABLES, SetupModels.BOARD);
        table(api, "/service/priorities", TABLES, SetupModels.PRIORITY);
        table(api, "/finance/billingCycles", TABLES, SetupModels.BILLING_CYCLE);
        table(api, "/time/workRoles", TABLES, SetupModels.WORK_ROLE);
        table(api, "/time/workTypes", TABLES, SetupModels.WORK_TYPE);
        table(api, "/system/locations", TABLES, SetupModels.LOCATION);
        table(api, "/system/departments", TABLES, SetupModels.DEPARTMENT);
        table(api, "/company/companies", COMPANIES, SetupModels.COMPANY);
        table(api, "/company/contacts", "Companies/Contacts", SetupModels.CONTACT);
        table(api, "/system/members", "System/Member Maintenance", SetupModels.MEMBER);
        table(api, "/procurement/catalog", "Procurement/Product Catalog", SetupModels.CATALOG);
        table(api, "/finance/agreements", "Finance/Agreements", SetupModels.AGREEMENT);
        children(api, "/service/boards/" + Api.ID + "/statuses", TABLES, SetupModels.BOARD_STATUS, "boards", "board");
        children(api, "/company/companies/" + Api.ID + "/sites", COMPANIES, SetupModels.SITE, "companies", "company");
        children(api, "/project/projectTemplates/" + Api.ID + "/projectTemplatePhases", "Project/Project Headers",
            SetupModels.TEMPLATE_PHASE, "projectTemplates", "templateRecId");
        children(api, "/project/projectTemplates/" + Api.ID + "/projectTemplateTickets", "Project/Project Headers",
            SetupModels.TEMPLATE_TICKET, "projectTemplates", "projectTemplateId");
        api.on("GET", "/system/info", null, request -> Answer.of(200, info()));
        api.list("/system/mySecurity", null, this::security);
        callbacks(api);
    }

    private void callbacks(Api api) {
        Resource callbacks = new Resource(server, Models.CALLBACK, 401, new CallbackRules());
        api.table("/system/callbacks", null, callbacks);
        api.on("POST", "/system/callbacks", null, request -> callbacks.create(request, Errors.object()));
        String one = "/system/callbacks/" + Api.ID;
        api.on("PATCH", one, null, request -> callbacks.patch(request, request.id(0), Api.ALL));
        api.on("PUT", one, null, request -> callbacks.replace(request, request.id(0), Api.ALL));
        api.on("DELETE", one, null, request -> callbacks.remove(request.id(0), Api.ALL));
    }

    private void table(Api api, String path, String function, Model model) {
        api.table(path, function, new Resource(server, model, 1, Rules.NONE));
    }

    private void children(Api api, String path, String function, Model model, String parents, String field) {
        Resource resource = new Resource(server, model, 1, Rules.NONE);
        api.list(path, function, request -> resource.list(request, of(request, parents, field)));
        api.count(path + "/count", function, request -> resource.count(request, of(request, parents, field)));
        api.on("GET", path + "/" + Api.ID, function, request -> resource.one(request, request.id(1), of(request, parents, field)));
    }

    private Predicate<JsonNode> of(Request request, String parents, String field) {
        long id = request.id(0);
        if (!server.records().has(parents, id)) throw Errors.notFound(field, id);
        return child -> (child.path(field).isObject() ? child.path(field).path("id") : child.path(field)).asLong() == id;
    }

    private Answer security(Request request) {
        return new Listing(SetupModels.SECURITY, server.root(), server.url(), server.settings).answer(request, server.rights.rows().stream(),
            Listing.filter(request, SetupModels.SECURITY), request.parameter("orderBy").orElse(null));
    }

    private ObjectNode info() {
        ObjectNode info = Errors.object().put("version", server.versionCode() + ".0").put("isCloud", true)
            .put("serverTimeZone", "UTC").put("cloudRegion", "NA");
        info.putArray("licenseBits").addObject().put("name", "CwApiFlag").put("activeFlag", true);
        return info;
    }
}
