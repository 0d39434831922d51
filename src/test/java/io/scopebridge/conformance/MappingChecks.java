package io.scopebridge.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.mapping.Mappings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Which mappings a system must have, that all of them compile, and that its diagnosis understands every answer. */
final class MappingChecks {

    private static final List<String> REQUIRED = List.of("diagnosis", "project-plan");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Psa psa;
    private final Mappings mappings;
    private final List<String> offences = new ArrayList<>();

    private MappingChecks(Psa psa, Mappings mappings) {
        this.psa = psa;
        this.mappings = mappings;
    }

    /** @param mappings of the system and of the hub */
    static List<String> of(Psa psa, Mappings mappings) {
        MappingChecks checks = new MappingChecks(psa, mappings);
        REQUIRED.stream().filter(mapping -> !psa.hasMapping(mapping)).forEach(mapping -> checks.offences.add(mapping + ".ds is missing"));
        checks.compiled();
        if (psa.hasMapping("diagnosis")) checks.diagnosis();
        return checks.offences;
    }

    private void compiled() {
        mappings.refusals().forEach((file, refusal) -> {
            if (file.startsWith(psa.name() + "/")) offences.add(file + " does not compile: " + refusal.getMessage());
        });
    }

    private void diagnosis() {
        means(null, "GET", 200, "{}");
        means(null, "DELETE", 204, "");
        means("AUTHENTICATION", "GET", 401, "{}");
        means("PERMISSION", "GET", 403, "{}");
        means("RATE_LIMIT", "POST", 429, "");
        means("TRANSIENT", "GET", 503, "<html><body>Down for maintenance</body></html>");
        means("OUTCOME_UNKNOWN", "POST", 502, "<html></html>");
        means("TRANSIENT", "GET", 200, "<!DOCTYPE html><html></html>");
        for (int status : List.of(302, 400, 404, 409, 413, 415, 422, 500)) {
            for (String text : List.of("", "{}", "[]", "null", "17", "\"a text\"", "{\"message\": null, \"error\": {}, \"errors\": [null, 1, {}]}", "{\"errors\": \"a text\", \"code\": 7}", "half {")) {
                verdict("GET", status, text);
                verdict("POST", status, text);
            }
        }
    }

    private void means(String type, String method, int status, String text) {
        JsonNode verdict = verdict(method, status, text);
        String found = verdict.isNull() ? null : verdict.path("class").asText();
        if (!Objects.equals(type, found)) offences.add("diagnosis: " + method + " answered " + status + " " + text + " is " + found + " and not " + type);
    }

    /** Whatever the answer, there is a verdict as the contract says, and no bad answer is a good one. */
    private JsonNode verdict(String method, int status, String text) {
        ObjectNode input = JSON.createObjectNode();
        input.putObject("connection").put("id", "one").put("name", "One");
        input.putObject("call").put("method", method).put("path", "/records").putNull("query");
        ObjectNode answer = input.putObject("answer").put("status", status).put("text", text);
        answer.putObject("headers");
        answer.set("json", parsed(text));
        try {
            JsonNode verdict = JSON.valueToTree(mappings.apply(psa.name() + "/diagnosis", input));
            Contracts.offences("diagnosis", verdict).forEach(offence -> offences.add("diagnosis of " + status + " " + text + ": " + offence));
            if (status >= 300 && verdict.isNull()) offences.add("diagnosis: " + status + " " + text + " counts as a good answer");
            return verdict;
        } catch (RuntimeException e) {
            offences.add("diagnosis of " + method + " " + status + " " + text + " fails: " + e.getMessage());
            return JSON.nullNode();
        }
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isMissingNode() ? JSON.nullNode() : json;
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }
}
