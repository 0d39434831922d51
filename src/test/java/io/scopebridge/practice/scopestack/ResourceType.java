package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the API knows about one type of resource; put together in {@link Types}. */
final class ResourceType {

    private final String name;
    private final long firstId;
    private final Map<String, Kind> attributes = new LinkedHashMap<>();
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private final Map<String, Filter> filters = new LinkedHashMap<>();
    private final Map<String, String> actions = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final Set<String> writableLinks = new HashSet<>();
    private final Set<String> notIncluded = new HashSet<>();
    private String unique;

    ResourceType(String name, long firstId) {
        this.name = name;
        this.firstId = firstId;
    }

    ResourceType attributes(Kind kind, String... names) {
        for (String attribute : names) attributes.put(attribute, kind);
        return this;
    }

    ResourceType toOne(String relationship, String type) {
        relationships.put(relationship, new Relationship(relationship, type, null));
        return this;
    }

    ResourceType toMany(String inverse, String... types) {
        for (String type : types) relationships.put(type, new Relationship(type, type, inverse));
        return this;
    }

    ResourceType filter(String filter, Filter rule) {
        filters.put(filter, rule);
        return this;
    }

    ResourceType notIncluded(String relationship) {
        notIncluded.add(relationship);
        return this;
    }

    /** A link beside self; {@code {base}} is the account's address, {@code {self}} the resource's. */
    ResourceType action(String link, String address) {
        actions.put(link, address);
        return this;
    }

    ResourceType required(String... names) {
        required.addAll(Set.of(names));
        return this;
    }

    ResourceType unique(String attribute) {
        unique = attribute;
        return this;
    }

    ResourceType writableLinks(String... names) {
        writableLinks.addAll(Set.of(names));
        return this;
    }

    String name() {
        return name;
    }

    /** The first id of the first account. */
    long firstId() {
        return firstId;
    }

    Map<String, Kind> attributes() {
        return attributes;
    }

    boolean includes(String relationship) {
        return relationships.containsKey(relationship) && !notIncluded.contains(relationship);
    }

    Map<String, Relationship> relationships() {
        return relationships;
    }

    Map<String, Filter> filters() {
        return filters;
    }

    Map<String, String> actions() {
        return actions;
    }

    Set<String> requiredAttributes() {
        return required;
    }

    Set<String> writableLinks() {
        return writableLinks;
    }

    String unique() {
        return unique;
    }

    JsonNode initial(String attribute) {
        return switch (attribute) {
            case "active" -> BooleanNode.TRUE;
            case "is-closed" -> BooleanNode.FALSE;
            default -> NullNode.instance;
        };
    }
}
