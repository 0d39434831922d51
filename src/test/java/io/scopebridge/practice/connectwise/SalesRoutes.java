package io.scopebridge.practice.connectwise;

import io.scopebridge.practice.Records;

/** Opportunities, their set-up tables, forecasts and conversions. */
class SalesRoutes {

    static final String OPPORTUNITY = "Sales/Opportunity";

    private final PracticeConnectWise server;
    private final Resource opportunities;

    SalesRoutes(PracticeConnectWise server) {
        this.server = server;
        Records records = server.records();
        opportunities = new Resource(server, Models.OPPORTUNITY, 1001, new OpportunityRules(records));
    }

    void register(Api api) {
        table(api, "/sales/opportunities/statuses", SetupModels.OPPORTUNITY_STATUS);
        table(api, "/sales/opportunities/types", SetupModels.OPPORTUNITY_TYPE);
        table(api, "/sales/stages", SetupModels.STAGE);
        table(api, "/sales/orders/statuses", SetupModels.ORDER_STATUS);
        api.table("/sales/opportunities", OPPORTUNITY, opportunities);
        api.on("POST", "/sales/opportunities", OPPORTUNITY, request -> opportunities.create(request, Errors.object()));
        String one = "/sales/opportunities/" + Api.ID;
        api.on("PATCH", one, OPPORTUNITY, request -> opportunities.patch(request, request.id(0), Api.ALL));
        api.on("PUT", one, OPPORTUNITY, request -> opportunities.replace(request, request.id(0), Api.ALL));
        api.on("DELETE", one, OPPORTUNITY, request -> opportunities.remove(request.id(0), Api.ALL));
        new Forecasts(server).register(api);
        new SalesOrders(server).register(api);
    }

    private void table(Api api, String path, Model model) {
        api.table(path, "System/Table Setup", new Resource(server, model, 1, Rules.NONE));
    }
}
