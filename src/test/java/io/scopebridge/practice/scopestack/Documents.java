package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rows as one JSON:API document: linkage and {@code included} only where they were asked for. */
class Documents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Rows rows;
    private final Account account;
    private final String base;
    private final Readings readings;
    private final Map<String, ObjectNode> included = new LinkedHashMap<>();
    private final Map<String, Map<Long, List<Row>>> children = new HashMap<>();

    /** @param base the address of the account's resources, without a slash at its end */
    Documents(Rows rows, Account account, String base, Readings readings) {
        this.readings = readings;
        this.rows = rows;
        this.account = account;
        this.base = base;
    }

    ObjectNode of(List<Row> primary, Includes includes) {
        ArrayNode data = JSON.arrayNode();
        primary.forEach(row -> data.add(resource(row, orNone(includes))));
        return document(data, primary, includes);
    }

    ObjectNode of(Row primary, Includes includes) {
        return document(resource(primary, orNone(includes)), List.of(primary), includes);
    }

    ObjectNode resource(Row row, Includes includes) {
        String self = base + "/" + row.type().name() + "/" + row.id();
        ObjectNode resource = JSON.objectNode().put("id", "" + row.id()).put("type", row.type().name());
        ObjectNode links = resource.putObject("links");
        row.type().actions().forEach((name, address) -> links.put(name, address.replace("{base}", base).replace("{self}", self)));
        links.put("self", self);
        resource.set("attributes", row.attributes().deepCopy());
        ObjectNode relationships = resource.putObject("relationships");
        row.type().relationships().forEach((name, relationship) -> {
            ObjectNode member = relationships.putObject(name);
            member.putObject("links").put("self", self + "/relationships/" + name).put("related", self + "/" + name);
            if (includes.parts().containsKey(name) && !readings.includeIgnored) member.set("data", linkage(row, relationship));
        });
        return resource;
    }

    /** The identifiers behind a relationship. An account is identified by its slug here, unlike everywhere else. */
    JsonNode linkage(Row row, Relationship relationship) {
        if (relationship.toMany()) {
            ArrayNode data = JSON.arrayNode();
            behind(row, relationship).forEach(child -> data.add(identifier(relationship.type(), "" + child.id())));
            return data;
        }
        if (relationship.type().equals("accounts")) return identifier("accounts", account.slug());
        Long id = row.link(relationship.name());
        return id == null ? NullNode.instance : identifier(relationship.type(), "" + id);
    }

    /** The rows behind a relationship, inactive ones too. */
    List<Row> behind(Row row, Relationship relationship) {
        ResourceType type = Types.find(relationship.type()).orElse(null);
        if (type == null) return List.of();
        if (relationship.toMany()) {
            return children.computeIfAbsent(type.name() + " by " + relationship.inverse(), key -> rows.stream(type, account)
                    .filter(child -> child.link(relationship.inverse()) != null)
                    .collect(Collectors.groupingBy(child -> child.link(relationship.inverse()))))
                .getOrDefault(row.id(), List.of());
        }
        Long id = row.link(relationship.name());
        return id == null ? List.of() : rows.find(type, account, id).stream().toList();
    }

    private ObjectNode document(JsonNode data, List<Row> primary, Includes includes) {
        ObjectNode document = JSON.objectNode();
        document.set("data", data);
        if (includes == null || readings.includeIgnored) return document;
        primary.forEach(row -> include(row, includes));
        primary.forEach(row -> included.remove(row.type().name() + " " + row.id()));
        included.values().removeIf(row -> readings.notIncluded.contains(row.path("type").asText()));
        document.putArray("included").addAll(included.values());
        return document;
    }

    private void include(Row row, Includes includes) {
        includes.parts().forEach((name, next) -> {
            for (Row other : behind(row, row.type().relationships().get(name))) {
                included.putIfAbsent(other.type().name() + " " + other.id(), resource(other, next));
                include(other, next);
            }
        });
    }

    private static Includes orNone(Includes includes) {
        return includes == null ? Includes.NONE : includes;
    }

    private static ObjectNode identifier(String type, String id) {
        return JSON.objectNode().put("type", type).put("id", id);
    }
}
