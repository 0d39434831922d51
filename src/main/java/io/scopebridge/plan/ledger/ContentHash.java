package io.scopebridge.plan.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.apache.commons.codec.digest.DigestUtils;

/** Detects whether the content of a step equals the last write; the order of fields does not matter. */
public final class ContentHash {

    private static final ObjectMapper SORTED = new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    private ContentHash() {
    }

    public static String of(JsonNode body) {
        try {
            byte[] content = SORTED.writeValueAsBytes(body == null ? null : SORTED.treeToValue(body, Object.class));
            return DigestUtils.sha256Hex(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
