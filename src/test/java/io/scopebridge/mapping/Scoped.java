package io.scopebridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A small scope for the plan mappings, and what comes out of them. */
final class Scoped {

    static final Map<String, String> NAME = Map.of("autotask", "title", "connectwise", "summary");
    static final Map<String, String> HOURS = Map.of("autotask", "estimatedHours", "connectwise", "budgetHours");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    private final ObjectNode payload = JSON.createObjectNode();
    private final ObjectNode bundle = payload.putObject("bundle").put("account", "acme");
    private final ArrayNode phases = bundle.putArray("phases");
    private final ArrayNode services = bundle.putArray("services");
    private final ArrayNode governance = bundle.putArray("governance");

    Scoped() {
        bundle.putObject("project").put("id", "90001").put("name", "Refresh").put("description", "").put("webUrl", "https://app.scopestack.io/acme/projects/90001");
        bundle.putObject("client").put("id", "501").put("name", "Northwind Traders");
        bundle.putNull("opportunity");
        payload.putObject("options").put("project", "new").put("estimatedStart", "2027-01-04").put("estimatedEnd", "2027-02-26")
            .put("board", "Projects").put("status", "New").put("projectType", "New").put("phases", "phases").put("tasks", "services").put("governance", true)
            .put("subservices", true);
        ObjectNode tenant = payload.putObject("tenant");
        for (String list : new String[] {"projectStatuses", "projectTypes", "taskStatuses", "taskTypes"}) tenant.putArray(list).addObject().put("id", 1).put("name", "New");
        tenant.putArray("boards").addObject().put("id", 51).put("name", "Projects");
        tenant.putArray("ticketStatuses");
        tenant.putObject("company").put("id", 174).put("name", "Northwind Traders");
        tenant.putNull("existing");
        tenant.putNull("opportunity");
    }

    Scoped called(String name) {
        bundle.withObject("/project").put("name", name);
        return this;
    }

    Scoped phase(String id, String name, double hours) {
        phases.addObject().put("id", id).put("name", name).put("position", phases.size()).put("hours", hours);
        return this;
    }

    /** @param subservices names and hours in turn */
    Scoped service(String id, String name, String phase, double hours, Object... subservices) {
        ObjectNode service = services.addObject().put("id", id).put("name", name).put("phaseId", phase).put("type", "professional_services")
            .put("hours", hours).put("description", "");
        double total = hours;
        service.putArray("subservices");
        for (int i = 0; i < subservices.length; i += 2) {
            double own = ((Number) subservices[i + 1]).doubleValue();
            subservice(service, (String) subservices[i], own);
            total += own;
        }
        service.put("totalHours", total);
        return this;
    }

    /** Adds a sub-service to a service that is there. */
    Scoped subservice(String serviceId, String name, double hours) {
        for (JsonNode service : services) if (service.path("id").asText().equals(serviceId)) {
            subservice((ObjectNode) service, name, hours);
            ((ObjectNode) service).put("totalHours", service.path("totalHours").asDouble() + hours);
        }
        return this;
    }

    private static void subservice(ObjectNode service, String name, double hours) {
        ArrayNode parts = service.withArray("subservices");
        String id = service.path("id").asText() + "." + parts.size();
        parts.addObject().put("id", id).put("name", name).put("description", "").put("hours", hours);
    }

    Scoped described(String description) {
        ((ObjectNode) services.get(services.size() - 1).withArray("subservices").get(0)).put("description", description);
        return this;
    }

    Scoped governance(String id, String name, double hours, String allocation, String phase) {
        governance.addObject().put("id", id).put("name", name).put("hours", hours).put("allocation", allocation).put("phaseId", phase);
        return this;
    }

    Scoped choosing(String option, Object value) {
        payload.withObject("/options").set(option, JSON.valueToTree(value));
        return this;
    }

    /** The ledger of earlier pushes. */
    Scoped earlier(JsonNode steps) {
        payload.withObject("/tenant").set("earlier", steps);
        return this;
    }

    /** The hours of all services and governance items. */
    BigDecimal hours() {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode service : services) sum = sum.add(service.path("totalHours").decimalValue());
        for (JsonNode item : governance) sum = sum.add(item.path("hours").decimalValue());
        return sum;
    }

    JsonNode plan(String system) {
        return JSON.valueToTree(MAPPINGS.apply(system + "/project-plan", payload));
    }

    /** The step of that key. */
    static JsonNode step(JsonNode plan, String key) {
        for (JsonNode step : plan.path("steps")) if (step.path("key").asText().equals(key)) return step;
        throw new AssertionError("No step " + key + " in " + plan);
    }

    /** Titles of the phases by the key of their step. */
    static Map<String, String> phases(String system, JsonNode plan) {
        Map<String, String> phases = new HashMap<>();
        for (JsonNode step : plan.path("steps")) {
            String path = step.at("/call/path").asText();
            if (path.toLowerCase().endsWith("/phases")) phases.put("${" + step.path("key").asText() + "}", step.at("/call/body").path(system.equals("autotask") ? "title" : "description").asText());
        }
        return phases;
    }
}
