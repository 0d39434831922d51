package io.scopebridge.opportunity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.apache.commons.codec.digest.DigestUtils;

/** An opportunity in the form that every system's mapping returns. */
record Opportunity(JsonNode content) {

    String id() {
        return content.path("opportunityId").asText();
    }

    String text(String field) {
        JsonNode value = content.path(field);
        return value.isNull() || value.isMissingNode() ? null : value.asText();
    }

    BigDecimal amount() {
        return content.path("amount").isNumber() ? content.path("amount").decimalValue() : null;
    }

    boolean closed() {
        return content.path("closed").asBoolean();
    }

    /** A closed copy. */
    Opportunity asClosed() {
        if (closed()) return this;
        ObjectNode other = content.deepCopy();
        return new Opportunity(other.put("closed", true));
    }

    OffsetDateTime changedAt() {
        String value = text("changedAt");
        return value == null ? null : OffsetDateTime.parse(value);
    }

    /** Changes if anything that ScopeStack or a person would see changes; a new modification time alone does not count. */
    String hash() {
        if (!(content instanceof ObjectNode object)) return DigestUtils.sha256Hex(content.toString());
        ObjectNode seen = object.objectNode();
        seen.setAll(object);
        seen.remove("changedAt");
        return DigestUtils.sha256Hex(seen.toString());
    }
}
