package io.scopebridge.plan.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.plan.Find;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that a lookup compares, as they were when the call was sent: names may have changed since, in the source or in an edited body. */
public final class SentMatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentMatch() {
    }

    /** Null if nothing is compared. */
    public static String text(Find find) {
        return find == null || find.match().isEmpty() ? null : JSON.valueToTree(find.match()).toString();
    }

    public static Find in(Find find, String text) {
        try {
            Map<String, JsonNode> match = JSON.readValue(text, new TypeReference<LinkedHashMap<String, JsonNode>>() { });
            return new Find(find.method(), find.path(), find.query(), find.body(), find.rows(), find.id(), match, find.holds(), find.marker(), find.except(), find.count());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger contains invalid JSON", e);
        }
    }
}
