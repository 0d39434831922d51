package io.scopebridge.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is read from remote systems, and which mappings it goes through one after the other, as in the routes. */
final class OddAnswerWalks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings("file:mappings", JSON);

    /**
     * @param inputs the answers as they should be
     * @param remote pointers to what a remote system sent
     * @param chain  names of mappings, and functions between them
     */
    record Walk(String name, List<JsonNode> inputs, List<String> remote, List<Object> chain) {
    }

    private OddAnswerWalks() {
    }

    static Walk[] all() {
        return Stream.of(
            of("autotask/opportunities", "/rows/"),
            of("autotask/companies", "/items/"),
            of("autotask/resources", "/items/"),
            of("autotask/zone", "/webUrl", "/zoneName", "/ci"),
            ofParts("autotask/rights", "/asked", "/json"),
            of("autotask/opportunity-names", "/fields/"),
            of("autotask/diagnosis", "/answer/json"),
            of("autotask/revenue-plan", "/opportunities/"),
            of("autotask/company-search", "/companies/"),
            of("connectwise/opportunities", "/rows/"),
            of("connectwise/company-list", "/rows/"),
            of("connectwise/opportunity-names", "/statuses/", "/stages/"),
            ofParts("connectwise/rights", "/asked", "/json"),
            of("connectwise/board", "/boards/", "/existing/"),
            of("connectwise/callback", "/received/json"),
            of("connectwise/callback-key", ""),
            of("connectwise/callbacks", "/pages/0/"),
            of("connectwise/diagnosis", "/answer/json"),
            of("connectwise/project-choices", "/boards/", "/ticketStatuses/", "/templates/", "/projects/"),
            of("connectwise/revenue-plan", "/opportunity/status", "/forecast", "/statuses/", "/billingCycles/"),
            of("connectwise/sales-order-plan", "/conversions/", "/orders/"),
            of("scopestack/account", "/me/data/attributes/"),
            of("scopestack/token", "/expires_in", "/token_type"),
            ofParts("scopestack/rights", "/asked", "/json"),
            of("scopestack/diagnosis", "/answer/json"),
            of("scopestack/projects", "/data/"),
            of("scopestack/unread-opportunities", "/page/data/"),
            of("scopestack/loaded-opportunities", "/page/data/"),
            of("scopestack/link", "/project/data/attributes", "/project/data/relationships"),
            of("scopestack/link-project", "/project/data/attributes", "/project/data/relationships"),
            of("scopestack/link-opportunity", "/project/data/attributes", "/project/data/relationships", "/linkedProjects/0/data/"),
            new Walk("scopestack/unread-links", List.of(example("scopestack/examples/bundle.json")), OF_A_PROJECT, List.of("scopestack/unread-links")),
            bundleWalk("autotask"), bundleWalk("connectwise"), revenueWalk("autotask"), revenueWalk("connectwise"),
            tenantWalk("autotask", "/companies/", "/created/item/"), tenantWalk("connectwise", "/boards/", "/ticketStatuses/0/", "/companies/", "/existing/", "/created/", "/templatePlan"),
            picklistWalk(),
            ofParts("scopestack/drift", "/lists", "/"),
            ofParts("autotask/drift", "/lists", "/"),
            ofParts("connectwise/drift", "/lists", "/")
        ).toArray(Walk[]::new);
    }

    private static Walk of(String mapping, String... remote) {
        List<JsonNode> inputs = MappingCases.of(Path.of("mappings", mapping.split("/")[0], "examples", mapping.split("/")[1] + ".cases.json")).map(MappingCase::input)
            .filter(input -> Stream.of(remote).anyMatch(root -> !input.at(root.replaceFirst("/$", "")).isMissingNode())).toList();
        return new Walk(mapping, inputs, List.of(remote), List.of(mapping));
    }

    /** Of each member of the object, the part at the pointer. */
    private static Walk ofParts(String mapping, String object, String part) {
        List<JsonNode> inputs = MappingCases.of(Path.of("mappings", mapping.split("/")[0], "examples", mapping.split("/")[1] + ".cases.json")).map(MappingCase::input).filter(input -> !input.at(object).isEmpty()).toList();
        List<String> remote = inputs.stream().flatMap(input -> StreamSupport.stream(Spliterators.spliteratorUnknownSize(input.at(object).fieldNames(), 0), false)).distinct()
            .map(name -> object + "/" + name.replace("~", "~0").replace("/", "~1") + part).toList();
        return new Walk(mapping, inputs, remote, List.of(mapping));
    }

    private static JsonNode example(String path) {
        return MappingCases.read(Path.of("mappings", path));
    }

    private static final List<String> OF_A_PROJECT = List.of("/project/data/attributes", "/project/data/relationships", "/project/included", "/phases/0/data/", "/services/0/data/", "/services/0/included", "/governances/0/data/", "/resources/0/data/");

    private static Walk bundleWalk(String system) {
        ObjectNode form = (ObjectNode) example(system + "/examples/project-plan.json");
        UnaryOperator<JsonNode> owned = bundle -> JSON.createObjectNode().<ObjectNode>set("bundle", bundle).put("reads", true).set("owner", bundle.path("opportunity").isObject() ? JSON.createObjectNode().put("state", "OURS").put("opportunityId", "5561").put("companyId", "174").put("companyName", "Northwind") : JSON.createObjectNode().put("state", "NONE"));
        UnaryOperator<JsonNode> gates = bundle -> {
            JsonNode gate = JSON.valueToTree(MAPPINGS.apply("scopestack/project-gates", JSON.createObjectNode().set("bundle", bundle)));
            if (!gate.path("refused").isNull()) return gate.path("refused");
            for (String query : List.of("autotask/company-query", "connectwise/company-query")) MAPPINGS.apply(query, JSON.createObjectNode().<ObjectNode>set("bundle", bundle).<ObjectNode>set("companyIds", JSON.createArrayNode().add("7")).set("options", form.path("options")));
            MAPPINGS.apply("autotask/company-search", JSON.createObjectNode().<ObjectNode>set("bundle", bundle).set("companies", JSON.createArrayNode()));
            return JSON.valueToTree(MAPPINGS.apply(system + "/project-plan", form.deepCopy().set("bundle", bundle)));
        };
        return new Walk("bundle to " + system, List.of(example("scopestack/examples/bundle.json")), OF_A_PROJECT, List.of("scopestack/bundle", owned, "scopestack/linked-opportunity", gates, "is-plan"));
    }

    private static Walk revenueWalk(String system) {
        ObjectNode form = (ObjectNode) MappingCases.of(Path.of("mappings", system, "examples/revenue-plan.cases.json")).findFirst().orElseThrow().input();
        UnaryOperator<JsonNode> asked = bundle -> JSON.createObjectNode().<ObjectNode>set("bundle", bundle).set("connection", form.path("connection"));
        UnaryOperator<JsonNode> plan = revenue -> revenue.has("problems") ? revenue : JSON.valueToTree(MAPPINGS.apply(system + "/revenue-plan", form.deepCopy().set("revenue", revenue)));
        return new Walk("bundle to revenue of " + system, List.of(example("scopestack/examples/bundle.json")), OF_A_PROJECT, List.of("scopestack/bundle", asked, "scopestack/revenue", plan, "is-plan"));
    }

    private static Walk tenantWalk(String system, String... remote) {
        ObjectNode form = (ObjectNode) example(system + "/examples/project-plan.json");
        List<JsonNode> inputs = MappingCases.of(Path.of("mappings", system, "examples/tenant.cases.json")).map(MappingCase::input).map(input -> {
            ObjectNode with = input.deepCopy();
            if (system.equals("connectwise") && !with.has("created")) with.set("created", JSON.createObjectNode().put("id", 7).put("name", "Earlier").put("closedFlag", false));
            if (system.equals("connectwise") && !with.has("templatePlan")) with.set("templatePlan", example("connectwise/examples/tenant.cases.json").findPath("templatePlan").deepCopy());
            if (system.equals("autotask") && !with.has("created")) with.set("created", JSON.createObjectNode().set("item", JSON.createObjectNode().put("id", 7).put("projectName", "Earlier").put("status", 1)));
            return (JsonNode) with;
        }).toList();
        UnaryOperator<JsonNode> plan = tenant -> JSON.valueToTree(MAPPINGS.apply(system + "/project-plan", form.deepCopy().set("tenant", tenant)));
        return new Walk("tenant to " + system, inputs, List.of(remote), List.of(system + "/tenant", plan, "is-plan"));
    }

    private static Walk picklistWalk() {
        JsonNode values = JSON.createArrayNode().add(JSON.createObjectNode().put("value", "1").put("label", "New").put("isActive", true).put("isDefaultValue", true)).add(JSON.createObjectNode().put("value", "5").put("label", "Client").put("isActive", true).put("isDefaultValue", false));
        ArrayNode fields = JSON.createArrayNode();
        for (String name : List.of("status", "projectType", "taskType")) fields.add(JSON.createObjectNode().put("name", name).put("dataType", "integer").put("isPickList", true).set("picklistValues", values));
        ObjectNode form = (ObjectNode) example("autotask/examples/project-plan.json");
        UnaryOperator<JsonNode> plan = lists -> {
            MAPPINGS.apply("autotask/project-choices", JSON.createObjectNode().<ObjectNode>set("projectFields", lists).set("options", form.path("options")));
            JsonNode base = MappingCases.of(Path.of("mappings/autotask/examples/tenant.cases.json")).findFirst().orElseThrow().input();
            JsonNode tenant = JSON.valueToTree(MAPPINGS.apply("autotask/tenant", ((ObjectNode) base.deepCopy()).<ObjectNode>set("projectFields", lists).set("taskFields", lists)));
            return JSON.valueToTree(MAPPINGS.apply("autotask/project-plan", form.deepCopy().set("tenant", tenant)));
        };
        return new Walk("picklists to autotask", List.of(JSON.createObjectNode().set("fields", fields)), List.of("/fields/"), List.of("autotask/picklists", plan, "is-plan"));
    }
}
