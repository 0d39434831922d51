package io.scopebridge.practice.connectwise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;

/** What is wrong with one record that somebody wants to write. */
class Problems {

    private final String resource;
    private final ArrayNode errors = JsonNodeFactory.instance.arrayNode();

    Problems(String resource) {
        this.resource = resource;
    }

    void missing(String field) {
        add("MissingRequiredField", field, "The " + field + " field is required.");
    }

    void tooLong(String field, int max) {
        add("MaxLengthField", field, "The field " + field + " is longer than " + max + " characters.");
    }

    void notFound(String field, String message) {
        add("NotFound", field, message);
    }

    void invalid(String field, String message) {
        add("InvalidField", field, message);
    }

    boolean any() {
        return !errors.isEmpty();
    }

    /** Ends the request if anything is wrong. */
    void refuse() {
        if (!any()) return;
        var body = Errors.body("InvalidObject", resource + " object is invalid");
        body.set("errors", errors);
        throw new Refusal(Answer.of(400, body));
    }

    private void add(String code, String field, String message) {
        errors.addObject().put("code", code).put("message", message).put("resource", resource).put("field", field);
    }
}
