package io.scopebridge.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * An OpenAPI document made ready to check requests: every {@code allOf} is one schema, because a field that none of its parts
 * knows can only be seen in the whole; read-only fields are gone, because a request may not carry them; each operation says
 * itself which credentials it wants, because the validator looks nowhere else; and there are no servers, whose addresses are
 * those of the practice servers here.
 */
final class RequestDocument {

    private final ObjectNode document;

    private RequestDocument(ObjectNode document) {
        this.document = document;
    }

    static ObjectNode of(JsonNode published) {
        RequestDocument request = new RequestDocument(published.deepCopy());
        for (JsonNode schema : request.document.path("components").path("schemas")) request.join((ObjectNode) schema);
        for (JsonNode schema : request.document.path("components").path("schemas")) withoutReadOnly(schema);
        for (JsonNode path : request.document.path("paths")) for (JsonNode operation : path) request.secure(operation);
        request.document.remove("servers");
        return request.document;
    }

    private void join(ObjectNode schema) {
        JsonNode parts = schema.remove("allOf");
        if (parts == null) return;
        for (JsonNode part : parts) {
            ObjectNode whole = resolve(part).deepCopy();
            join(whole);
            schema.withObjectProperty("properties").setAll((ObjectNode) whole.withObjectProperty("properties"));
            ((ArrayNode) schema.withArrayProperty("required")).addAll((ArrayNode) whole.withArrayProperty("required"));
        }
        if (schema.path("required").isEmpty()) schema.remove("required");
        schema.put("type", "object");
    }

    private void secure(JsonNode operation) {
        if (operation.isObject() && !operation.has("security")) ((ObjectNode) operation).set("security", document.path("security"));
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static void withoutReadOnly(JsonNode schema) {
        List<String> readOnly = new ArrayList<>();
        schema.path("properties").fields().forEachRemaining(field -> {
            if (field.getValue().path("readOnly").asBoolean()) readOnly.add(field.getKey());
        });
        if (readOnly.isEmpty()) return;
        ((ObjectNode) schema.path("properties")).remove(readOnly);
        Iterator<JsonNode> required = schema.path("required").elements();
        while (required.hasNext()) if (readOnly.contains(required.next().asText())) required.remove();
    }
}
