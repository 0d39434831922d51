package io.scopebridge.webhook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.schema.Schema;
import io.scopebridge.web.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * The event of a webhook.
 *
 * @param options null if there are none
 * @param enveloped whether it came in the envelope {@code {type, timestamp, data}} of Standard Webhooks
 */
record WebhookEvent(String type, String project, JsonNode options, boolean enveloped) {

    static final String CREATE = "project.create";
    static final String CHANGED = "project.changed";
    static final String UPDATE_CRM = "project.update-crm";
    static final String CREATE_SALES_ORDER = "project.create-sales-order";

    private static final String NOT_AN_EVENT = "The event is not supported.";
    private static final ObjectReader READER = JsonMapper.builder().build().reader()
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** @throws Refused if the body is not JSON or not a valid event */
    static WebhookEvent of(String body, Schema schema) {
        JsonNode sent = json(body);
        if (sent.has("data") && !sent.get("data").isObject()) {
            throw new Refused(HttpStatus.BAD_REQUEST, NOT_AN_EVENT, List.of(new FieldError("data", "must be an object with project")));
        }
        boolean enveloped = sent.path("data").isObject();
        JsonNode event = enveloped ? opened(sent) : sent;
        List<FieldError> errors = inside(schema.errors(event), enveloped);
        if (errors.isEmpty() && event.has("options") && !event.get("type").asText().equals(CREATE)) {
            errors = inside(List.of(new FieldError("options", "is only allowed with " + CREATE)), enveloped);
        }
        if (!errors.isEmpty()) throw new Refused(HttpStatus.BAD_REQUEST, NOT_AN_EVENT, errors);
        return new WebhookEvent(event.get("type").asText(), event.get("project").asText(), event.get("options"), enveloped);
    }

    /**
     * The envelope of Standard Webhooks, {@code {type, timestamp, data}}: the event is in data, and whatever else a sender adds
     * beside it is left alone.
     */
    private static JsonNode opened(JsonNode envelope) {
        ObjectNode event = ((ObjectNode) envelope.get("data")).deepCopy();
        if (envelope.has("type")) event.set("type", envelope.get("type"));
        return event;
    }

    private static List<FieldError> inside(List<FieldError> errors, boolean enveloped) {
        return enveloped ? errors.stream().map(error -> error.field().equals("type") ? error : error.under("data")).toList() : errors;
    }

    private static JsonNode json(String body) {
        try {
            JsonNode event = READER.readTree(body);
            if (event.isMissingNode()) throw new Refused(HttpStatus.BAD_REQUEST, "The request requires a JSON body.");
            return event;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not JSON"
                + (at == null ? "." : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        }
    }
}
