package io.scopebridge.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.Redaction;
import io.scopebridge.failure.RetryAfter;
import io.scopebridge.mapping.Mappings;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Each system's errors are classified by its mapping {@code <system>/diagnosis}. */
@Component
class MappedDiagnoses implements Diagnoses {

    private static final int TEXT_LIMIT = 4_000;

    private final Mappings mappings;
    private final ObjectMapper json;

    MappedDiagnoses(Mappings mappings, ObjectMapper json) {
        this.mappings = mappings;
        this.json = json;
    }

    @Override
    public Optional<Failure> of(Connection connection, String system, Call call, Answer answer) {
        if (plainlyGood(answer)) return Optional.empty();
        JsonNode verdict = json.valueToTree(mappings.apply(system + "/diagnosis", input(connection, call, answer)));
        if (verdict == null || verdict.isNull()) return Optional.empty();
        return Optional.of(new Failure(FailureClass.valueOf(verdict.path("class").asText("BUG")),
            verdict.path("cause").asText(), verdict.path("remedy").asText(), verdict.path("field").asText(null),
            verdict.path("retryAfter").isNumber() ? Duration.ofSeconds(verdict.path("retryAfter").asLong()) : null,
            call.shown(answer.sent()), answer.shown()));
    }

    /** Skips the mapping for obvious successes: a 2xx with a JSON body without errors, or without a body. */
    private static boolean plainlyGood(Answer answer) {
        if (answer.status() / 100 != 2) return false;
        if (answer.status() == 204) return true;
        return answer.json() != null && !answer.json().has("errors");
    }

    /** Retry-After always in seconds; absent if invalid. */
    private static Map<String, String> headers(Answer answer) {
        if (answer.headers() == null) return Map.of();
        Map<String, String> headers = new TreeMap<>(answer.headers());
        Duration wait = RetryAfter.of(answer.header("Retry-After"), answer.header("Date"));
        headers.remove("retry-after");
        if (wait != null) headers.put("retry-after", String.valueOf(wait.toSeconds()));
        return headers;
    }

    /** A mapping may quote a part of a text, and half a secret is not recognized any more. */
    private JsonNode redacted(JsonNode node) {
        if (node == null || node.isValueNode() && !node.isTextual()) return node;
        if (node.isTextual()) return json.getNodeFactory().textNode(Redaction.of(node.textValue()));
        if (node.isArray()) {
            ArrayNode list = json.createArrayNode();
            node.forEach(one -> list.add(redacted(one)));
            return list;
        }
        ObjectNode object = json.createObjectNode();
        node.properties().forEach(field -> object.set(field.getKey(), redacted(field.getValue())));
        return object;
    }

    /** Names of the fields that were sent, also those of a JSON Patch. */
    private ArrayNode fields(JsonNode body) {
        ArrayNode fields = json.createArrayNode();
        if (body == null) return fields;
        body.fieldNames().forEachRemaining(fields::add);
        if (body.isArray()) body.forEach(operation -> fields.add(operation.path("path").asText().replaceFirst("^/", "")));
        return fields;
    }

    private ObjectNode input(Connection connection, Call call, Answer answer) {
        ObjectNode input = json.createObjectNode();
        input.putObject("connection").put("id", connection.id()).put("name", connection.name());
        input.putObject("call").put("method", call.method()).put("path", call.path()).put("query", call.query()).set("fields", fields(call.body()));
        String text = answer.text() == null ? "" : answer.text();
        ObjectNode answered = input.putObject("answer").put("status", answer.status())
            .put("text", Redaction.of(text, TEXT_LIMIT));
        answered.set("headers", json.valueToTree(headers(answer)));
        answered.set("json", redacted(answer.json()));
        return input;
    }
}
