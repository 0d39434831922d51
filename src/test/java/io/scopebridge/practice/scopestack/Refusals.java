package io.scopebridge.practice.scopestack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;
import java.util.Collection;
import java.util.List;

/** The errors of the JSON:API side, with the titles and codes of the Ruby library jsonapi-resources. */
final class Refusals {

    static final String MEDIA_TYPE = "application/vnd.api+json";

    private Refusals() {
    }

    static Answer answer(int status, String code, String title, String detail) {
        return answer(status, List.of(error(status, code, title, detail)));
    }

    static Answer answer(int status, Collection<ObjectNode> errors) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addAll(errors);
        return Answer.of(status, body).with("Content-Type", MEDIA_TYPE);
    }

    static Refusal unauthorized() {
        return new Refusal(answer(401, "401", "Unauthorized", "The access token is missing, unknown, revoked or expired.")
            .with("WWW-Authenticate", "Bearer realm=\"ScopeStack\", error=\"invalid_token\""));
    }

    static Refusal forbidden(String detail) {
        return refusal(403, "403", "Forbidden", detail);
    }

    static Refusal notFound(String id) {
        return refusal(404, "404", "Record not found", "The record identified by " + id + " could not be found.");
    }

    static Refusal filterNotAllowed(String filter) {
        return refusal(400, "102", "Filter not allowed", filter + " is not allowed.");
    }

    static Refusal invalidFilterValue(String value, String filter) {
        return refusal(400, "107", "Invalid filter value", value + " is not a valid value for " + filter + ".");
    }

    static Refusal paramNotAllowed(String parameter) {
        return refusal(400, "105", "Param not allowed", parameter + " is not allowed.");
    }

    static Refusal paramMissing(String parameter) {
        return refusal(400, "106", "Missing Parameter", "The required parameter, " + parameter + ", is missing.");
    }

    static Refusal invalidInclude(String relationship, String type) {
        return refusal(400, "112", "Invalid field", relationship + " is not a valid includable relationship of " + type);
    }

    static Refusal invalidSort(String criterion, String type) {
        return refusal(400, "114", "Invalid sort criteria", criterion + " is not a valid sort criteria for " + type);
    }

    static Refusal invalidPageValue(String value, String parameter) {
        return refusal(400, "118", "Invalid page value", value + " is not a valid value for " + parameter + " page parameter.");
    }

    static Refusal keyNotInUrl(String id) {
        return refusal(400, "110", "Key is not included in URL", "The URL does not support the key " + id);
    }

    static Refusal typeMismatch(String type) {
        return refusal(400, "116", "Type Mismatch", type + " is not a valid type for this operation.");
    }

    static Refusal malformed(String detail) {
        return refusal(400, "400", "Bad Request", detail);
    }

    static Refusal notAcceptable(String given) {
        return refusal(406, "406", "Not acceptable", "Requests must accept '" + MEDIA_TYPE + "'. This one accepts '" + given + "'.");
    }

    static Refusal unsupportedMediaType(String given) {
        return refusal(415, "415", "Unsupported media type",
            "Requests that create or update must have the Content-Type '" + MEDIA_TYPE + "'. This one has '" + given + "'.");
    }

    static Refusal invalid(Collection<ObjectNode> errors) {
        return new Refusal(answer(422, errors));
    }

    /** One validation error; {@code part} is "attributes" or "relationships". */
    static ObjectNode problem(String part, String name, String words) {
        ObjectNode error = error(422, "100", words, name + " - " + words);
        error.putObject("source").put("pointer", "/data/" + part + "/" + name);
        return error;
    }

    private static Refusal refusal(int status, String code, String title, String detail) {
        return new Refusal(answer(status, code, title, detail));
    }

    private static ObjectNode error(int status, String code, String title, String detail) {
        return JsonNodeFactory.instance.objectNode()
            .put("title", title).put("detail", detail).put("code", code).put("status", "" + status);
    }
}
