package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the body of a write asks for, checked against the type: refused as a whole, with every validation error at once.
 *
 * @param links    to-one relationships with the id or null
 * @param projects the projects of the written to-many linkage; null when it was not sent
 */
record Change(ObjectNode attributes, Map<String, Long> links, List<Row> projects) {

    static Change read(Request request, ResourceType type, Account account, Rows rows, Row existing) {
        if (!request.body().isBlank() && request.json() == null) throw Refusals.malformed("The body is not valid JSON.");
        JsonNode data = request.json() == null ? null : request.json().get("data");
        if (data == null || !data.isObject()) throw Refusals.paramMissing("data");
        if (!data.hasNonNull("type")) throw Refusals.paramMissing("type");
        if (!data.get("type").asText().equals(type.name())) throw Refusals.typeMismatch(data.get("type").asText());
        if (existing == null && data.has("id")) throw Refusals.paramNotAllowed("id");
        if (existing != null && !data.hasNonNull("id")) throw Refusals.paramMissing("id");
        if (existing != null && !data.get("id").asText().equals("" + existing.id())) throw Refusals.keyNotInUrl(data.get("id").asText());
        refuseUnknown(data, type);

        List<ObjectNode> problems = new ArrayList<>();
        ObjectNode attributes = attributes(data.path("attributes"), type, problems);
        List<Row> projects = projects(data.path("relationships").path("projects").path("data"), account, rows);
        Map<String, Long> links = links(data.path("relationships"), account, rows, problems);
        required(type, attributes, data.path("relationships"), existing, problems);
        taken(type, attributes, account, rows, existing, problems);
        if (!problems.isEmpty()) throw Refusals.invalid(problems);
        return new Change(attributes, links, projects);
    }

    private static void refuseUnknown(JsonNode data, ResourceType type) {
        data.fieldNames().forEachRemaining(name -> {
            if (!List.of("id", "type", "attributes", "relationships", "links", "meta").contains(name)) throw Refusals.paramNotAllowed(name);
        });
        data.path("attributes").fieldNames().forEachRemaining(name -> {
            if (type.attributes().getOrDefault(name, Kind.READ_ONLY) == Kind.READ_ONLY) throw Refusals.paramNotAllowed(name);
        });
        data.path("relationships").fields().forEachRemaining(relationship -> {
            if (!type.writableLinks().contains(relationship.getKey())) throw Refusals.paramNotAllowed(relationship.getKey());
            if (!relationship.getValue().has("data")) throw Refusals.paramMissing("data");
        });
    }

    private static ObjectNode attributes(JsonNode sent, ResourceType type, List<ObjectNode> problems) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        sent.fields().forEachRemaining(attribute -> {
            Kind kind = type.attributes().get(attribute.getKey());
            String problem = kind.problem(attribute.getValue());
            if (problem != null) problems.add(Refusals.problem("attributes", attribute.getKey(), problem));
            else attributes.set(attribute.getKey(), kind.stored(attribute.getValue()));
        });
        return attributes;
    }

    private static Map<String, Long> links(JsonNode sent, Account account, Rows rows, List<ObjectNode> problems) {
        Map<String, Long> links = new HashMap<>();
        sent.fields().forEachRemaining(relationship -> {
            String name = relationship.getKey();
            JsonNode data = relationship.getValue().get("data");
            if (name.equals("projects")) return;
            if (name.equals("account")) {
                boolean own = data.path("type").asText().equals("accounts")
                    && List.of("" + account.number(), account.slug()).contains(data.path("id").asText());
                if (!own) problems.add(Refusals.problem("relationships", name, "must exist"));
            } else if (data.isNull()) {
                links.put(name, null);
            } else {
                ResourceType target = Types.find(data.path("type").asText()).orElse(null);
                if (target == null || !target.name().equals(plural(name))) throw Refusals.typeMismatch(data.path("type").asText());
                if (rows.find(target, account, data.path("id").asLong()).isPresent()) links.put(name, data.path("id").asLong());
                else problems.add(Refusals.problem("relationships", name, "must exist"));
            }
        });
        return links;
    }

    private static List<Row> projects(JsonNode data, Account account, Rows rows) {
        if (data.isMissingNode()) return null;
        if (!data.isArray()) throw Refusals.malformed("The linkage of projects must be an array.");
        List<Row> projects = new ArrayList<>();
        for (JsonNode project : data) {
            if (!project.path("type").asText().equals("projects")) throw Refusals.typeMismatch(project.path("type").asText());
            projects.add(rows.find(Types.PROJECTS, account, project.path("id").asLong())
                .orElseThrow(() -> Refusals.notFound(project.path("id").asText())));
        }
        return projects;
    }

    private static void required(ResourceType type, ObjectNode attributes, JsonNode relationships, Row existing,
                                 List<ObjectNode> problems) {
        for (String name : type.requiredAttributes().stream().sorted().toList()) {
            boolean sent = attributes.has(name);
            boolean wrong = problems.stream().anyMatch(problem -> problem.at("/source/pointer").asText().endsWith("/" + name));
            if ((sent || existing == null) && attributes.path(name).asText("").isBlank() && !wrong)
                problems.add(Refusals.problem("attributes", name, "can't be blank"));
        }
        if (type == Types.OPPORTUNITIES && existing == null && !relationships.has("account"))
            problems.add(Refusals.problem("relationships", "account", "must exist"));
    }

    private static void taken(ResourceType type, ObjectNode attributes, Account account, Rows rows, Row existing,
                              List<ObjectNode> problems) {
        if (type.unique() == null || !attributes.has(type.unique())) return;
        String value = attributes.get(type.unique()).asText();
        boolean taken = rows.stream(type, account).anyMatch(row -> row.text(type.unique()).equalsIgnoreCase(value)
            && (existing == null || row.id() != existing.id()));
        if (taken) problems.add(Refusals.problem("attributes", type.unique(), "has already been taken"));
    }

    private static String plural(String relationship) {
        return relationship.endsWith("y") ? relationship.substring(0, relationship.length() - 1) + "ies" : relationship + "s";
    }
}
