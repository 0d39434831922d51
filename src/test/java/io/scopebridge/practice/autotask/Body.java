package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Request;
import java.util.Iterator;

/** Reads what was sent. Property names are taken in any case: clients that work use several. */
final class Body {

    private Body() {
    }

    static ObjectNode object(Request request) {
        if (request.json() instanceof ObjectNode object) return object;
        throw Errors.refused(Errors.unexpected(request.body(), ""));
    }

    static JsonNode get(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) return exact;
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String candidate = names.next();
            if (candidate.equalsIgnoreCase(name)) return object.get(candidate);
        }
        return MissingNode.getInstance();
    }
}
