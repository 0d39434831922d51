package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One row as it is held: {@code {"id", "account", "created-at", "updated-at", "attributes": {}, "links": {name: id}}}.
 * Only to-one links are held; a to-many relationship is the rows that link back.
 */
record Row(ResourceType type, ObjectNode json) {

    long id() {
        return json.get("id").asLong();
    }

    long account() {
        return json.get("account").asLong();
    }

    ObjectNode attributes() {
        return (ObjectNode) json.get("attributes");
    }

    JsonNode attribute(String name) {
        return attributes().path(name);
    }

    String text(String name) {
        return attribute(name).asText("");
    }

    boolean active() {
        return attribute("active").asBoolean(true);
    }

    /** The id of the row that the relationship points to, or null. */
    Long link(String name) {
        JsonNode id = json.path("links").path(name);
        return id.isIntegralNumber() ? id.asLong() : null;
    }

    void link(String name, Long id) {
        ((ObjectNode) json.get("links")).put(name, id);
    }

    void touch(String moment) {
        json.put("updated-at", moment);
        if (type.attributes().containsKey("updated-at")) attributes().put("updated-at", moment);
    }

    Row copy() {
        return new Row(type, json.deepCopy());
    }
}
