package io.scopebridge.practice.autotask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A create or an update that is being checked.
 *
 * @param before   what is held; null for a create
 * @param after    what would be held
 * @param sent     names of the fields that the request names
 * @param problems why it is refused; empty if it is not
 */
record Change(Entity entity, ObjectNode before, ObjectNode after, Set<String> sent, List<String> problems) {

    boolean create() {
        return before == null;
    }

    boolean has(String field) {
        return after.hasNonNull(field);
    }

    boolean changed(String field) {
        JsonNode was = before == null || !before.has(field) ? NullNode.instance : before.get(field);
        JsonNode is = after.has(field) ? after.get(field) : NullNode.instance;
        if (was.isNumber() && is.isNumber()) return was.decimalValue().compareTo(is.decimalValue()) != 0;
        return !was.equals(is);
    }

    long id(String field) {
        return after.path(field).asLong();
    }

    /** Null if the field has no value. */
    Instant time(String field) {
        return has(field) ? Instant.parse(after.get(field).asText()) : null;
    }

    void refuse(String problem) {
        problems.add(problem);
    }
}
