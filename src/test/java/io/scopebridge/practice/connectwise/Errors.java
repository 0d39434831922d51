package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;

/** The two shapes of an error: the usual one, and the one of a call that was throttled. */
final class Errors {

    private Errors() {
    }

    static Answer answer(int status, String code, String message) {
        return Answer.of(status, body(code, message).putNull("errors"));
    }

    static Answer answer(int status, String message) {
        return switch (status) {
            case 401 -> answer(401, "Unauthorized", message);
            case 403 -> answer(403, "Security", message);
            case 404 -> answer(404, "NotFound", message);
            case 405 -> answer(405, "MethodNotAllowed", message);
            case 409 -> answer(409, "Conflict", message);
            case 415 -> answer(415, "UnsupportedMediaType", message);
            case 429 -> Answer.of(429, object().put("error", "Too many requests").put("message", message));
            default -> answer(status, status < 500 ? "BadRequest" : "InternalError", message);
        };
    }

    static Refusal refusal(int status, String message) {
        return new Refusal(answer(status, message));
    }

    static Refusal notFound(String resource, long id) {
        return refusal(404, Character.toUpperCase(resource.charAt(0)) + resource.substring(1) + " " + id + " not found");
    }

    static ObjectNode body(String code, String message) {
        return object().put("code", code).put("message", message);
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
