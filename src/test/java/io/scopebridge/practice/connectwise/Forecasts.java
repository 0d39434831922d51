package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Records;
import io.scopebridge.practice.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The forecast of an opportunity: a container with sums, and its lines. */
class Forecasts {

    private static final String ROOT = "/sales/opportunities/" + Api.ID + "/forecast";
    private static final Map<String, String> SUMS = Map.of("Product", "productRevenue", "Service", "serviceRevenue",
        "Agreement", "agreementRevenue", "Other1", "otherRevenue1", "Other2", "otherRevenue2");

    private final PracticeConnectWise server;
    private final Records records;
    private final Resource lines;

    Forecasts(PracticeConnectWise server) {
        this.server = server;
        records = server.records();
        lines = new Resource(server, Models.FORECAST_ITEM, 601, new ForecastRules());
    }

    void register(Api api) {
        String right = SalesRoutes.OPPORTUNITY;
        api.list(ROOT + "/?", right, request -> {
            ObjectNode forecast = forecast(held(request).path("id").asLong());
            return Answer.of(200, server.settings.forecastAsObject ? forecast : List.of(forecast));
        });
        api.count(ROOT + "/count", right, request -> lines.count(request, of(request)));
        api.on("DELETE", ROOT + "/?", right, this::removeAll);
        String line = ROOT + "/" + Api.ID;
        api.on("POST", line, right, request -> changing(request, () -> create(request)));
        api.on("GET", line, right, request -> lines.one(request, request.id(1), of(request)));
        api.on("PATCH", line, right, request -> changing(request, () -> lines.patch(request, request.id(1), of(request))));
        api.on("PUT", line, right, request -> changing(request, () -> lines.replace(request, request.id(1), of(request))));
        api.on("DELETE", line, right, request -> changing(request, () -> lines.remove(request.id(1), of(request))));
    }

    private Answer create(Request request) {
        boolean zero = request.id(1) == 0 && server.settings.forecastZero;
        if (!zero && request.id(1) != forecastId(request.id(0))) throw Errors.notFound("forecast", request.id(1));
        JsonNode sent = Body.object(request).path("opportunity").path("id");
        if (sent.isIntegralNumber() && sent.asLong() != request.id(0)) {
            Problems problems = new Problems("forecastItem");
            problems.invalid("opportunity/id", "Opportunity " + sent + " is not the one of the path.");
            problems.refuse();
        }
        return lines.create(request, Errors.object());
    }

    private Answer removeAll(Request request) {
        return changing(request, () -> {
            server.wholeForecastDeletes.add(request.id(0));
            records.stream("forecastItems").filter(of(request)).map(line -> line.get("id").asLong()).toList()
                .forEach(id -> records.remove("forecastItems", id));
            return Answer.of(204, null);
        });
    }

    private Answer changing(Request request, Supplier<Answer> change) {
        ObjectNode opportunity = held(request);
        long status = opportunity.path("status").path("id").asLong();
        boolean closed = records.find("opportunityStatuses", status).filter(found -> found.path("closedFlag").asBoolean()).isPresent();
        if (closed && server.settings.closedForecastsRefused) {
            Problems problems = new Problems("forecastItem");
            problems.invalid("opportunity/id", "Opportunity " + request.id(0) + " is closed.");
            problems.refuse();
        }
        Answer answer = change.get();
        if (server.settings.forecastMovesOpportunity) server.store("opportunities", opportunity);
        return answer;
    }

    private ObjectNode forecast(long opportunity) {
        ObjectNode forecast = Errors.object().put("id", forecastId(opportunity));
        var items = forecast.putArray("forecastItems");
        Selection selection = new Selection(null, Models.FORECAST_ITEM, server.root());
        List<ObjectNode> held = records.stream("forecastItems").filter(of(opportunity)).toList();
        held.forEach(line -> items.add(selection.of(line)));
        SUMS.forEach((type, name) -> forecast.set(name, sum(held, line -> line.path("forecastType").asText().equals(type))));
        forecast.set("forecastRevenueTotals", sum(held, line -> true));
        forecast.set("inclusiveRevenueTotals", sum(held, line -> line.path("includeFlag").asBoolean()));
        return forecast.put("recurringTotal", held.stream().mapToDouble(line -> line.path("recurringRevenue").asDouble()).sum());
    }

    private static ObjectNode sum(List<ObjectNode> lines, Predicate<JsonNode> which) {
        double revenue = lines.stream().filter(which).mapToDouble(line -> line.path("revenue").asDouble()).sum();
        double cost = lines.stream().filter(which).mapToDouble(line -> line.path("cost").asDouble()).sum();
        return Errors.object().put("revenue", revenue).put("cost", cost).put("margin", revenue - cost);
    }

    private static long forecastId(long opportunity) {
        return 500_000 + opportunity;
    }

    private ObjectNode held(Request request) {
        return records.find("opportunities", request.id(0)).orElseThrow(() -> Errors.notFound("opportunity", request.id(0)));
    }

    private Predicate<JsonNode> of(Request request) {
        return of(held(request).path("id").asLong());
    }

    private static Predicate<JsonNode> of(long opportunity) {
        return line -> line.path("opportunity").path("id").asLong() == opportunity;
    }
}
