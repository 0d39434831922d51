package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.List;

/** Turns an opportunity into a sales order, each time into another one. */
class SalesOrders {

    private static final String RIGHT = "Sales/Sales Orders";

    private final PracticeConnectWise server;
    private final Records records;
    private final Resource orders;

    SalesOrders(PracticeConnectWise server) {
        this.server = server;
        records = server.records();
        orders = new Resource(server, Models.ORDER, 3001, Rules.NONE);
    }

    void register(Api api) {
        api.table("/sales/orders", RIGHT, orders);
        api.list("/sales/opportunities/conversions/" + Api.ID, SalesRoutes.OPPORTUNITY, this::conversions);
        api.on("POST", "/sales/opportunities/" + Api.ID + "/convertToSalesOrder", RIGHT, this::convert);
    }

    private Answer conversions(Request request) {
        held(request.id(0));
        List<JsonNode> found = records.searched("conversions")
            .filter(each -> each.path("opportunityId").asLong() == request.id(0))
            .<JsonNode>map(each -> each.deepCopy().retain("parentType", "convertedTo")).toList();
        return Answer.of(200, found);
    }

    private Answer convert(Request request) {
        ObjectNode opportunity = held(request.id(0));
        ObjectNode sent = Body.object(request);
        ObjectNode order = Errors.object();
        order.set("opportunity", References.shown("opportunities", opportunity));
        order.set("salesRep", opportunity.path("primarySalesRep"));
        Defaults.copy(opportunity, order, "company", "contact", "site");
        Defaults.status(order, records, "orderStatuses", status -> status.path("defaultFlag").asBoolean());
        order.put("orderDate", server.now()).put("description", sent.path("name").asText(opportunity.path("name").asText()));
        ObjectNode made = orders.create(order, Errors.object());
        synchronized (records) {
            ObjectNode conversion = Errors.object().put("opportunityId", request.id(0)).put("parentType", "Opportunity");
            String name = server.settings.conversionsNameTheirTarget ? made.path("description").asText() : "Sales Order";
            conversion.putObject("convertedTo").put("id", made.get("id").asLong()).put("name", name);
            records.put("conversions", records.nextId("conversions", 1), conversion);
        }
        return Answer.of(201, new Selection(null, Models.ORDER, server.root()).of(made));
    }

    private ObjectNode held(long id) {
        return records.find("opportunities", id).orElseThrow(() -> Errors.notFound("opportunity", id));
    }
}
