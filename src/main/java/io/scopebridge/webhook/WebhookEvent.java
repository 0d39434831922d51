package io.scopebridge.webhook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.scopebridge.schema.Schema;
import io.scopebridge.web.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * What a webhook asks for.
 *
 * @param options null when there are none
 */
record WebhookEvent(String type, String project, JsonNode options) {

    static final String CREATE = "project.create";
    static final String CHANGED = "project.changed";
    static final String UPDATE_CRM = "project.update-crm";
    static final String CREATE_SALES_ORDER = "project.create-sales-order";

    private static final ObjectReader READER = JsonMapper.builder().build().reader()
        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    /** @throws Refused when the body is not JSON or not such an event */
    static WebhookEvent of(String body, Schema schema) {
        JsonNode event = json(body);
        List<FieldError> errors = schema.errors(event);
        if (errors.isEmpty() && event.has("options") && !event.get("type").asText().equals(CREATE)) {
            errors = List.of(new FieldError("options", "comes only with " + CREATE));
        }
        if (!errors.isEmpty()) throw new Refused(HttpStatus.BAD_REQUEST, "The event is not one that this hub knows.", errors);
        return new WebhookEvent(event.get("type").asText(), event.get("project").asText(), event.get("options"));
    }

    private static JsonNode json(String body) {
        try {
            JsonNode event = READER.readTree(body);
            if (event.isMissingNode()) throw new Refused(HttpStatus.BAD_REQUEST, "The request needs a JSON body.");
            return event;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not JSON"
                + (at == null ? "." : " at line " + at.getLineNr() + ", column " + at.getColumnNr() + "."));
        }
    }
}
