package io.scopebridge.practice.autotask;

import io.scopebridge.practice.Answer;
import io.scopebridge.practice.Refusal;
import java.util.List;
import java.util.Map;

/** Refusals in the words of the real system, as far as they are known. */
final class Errors {

    private Errors() {
    }

    static Answer answer(int status, List<String> messages) {
        return Answer.of(status, Map.of("errors", messages));
    }

    static Refusal refused(String message) {
        return new Refusal(answer(500, List.of(message)));
    }

    static Refusal refused(List<String> messages) {
        return new Refusal(answer(500, messages));
    }

    static Refusal framework(int status, String message) {
        return new Refusal(Answer.of(status, Map.of("Message", message)));
    }

    static Refusal unauthorized() {
        return new Refusal(answer(401, List.of("The API user could not be authenticated.")));
    }

    static Refusal unknownField(String field, Entity entity) {
        return refused("Unable to find " + field + " in the " + entity.singular() + " Entity.");
    }

    static Refusal noRights(String what, Entity entity) {
        return refused("The logged in Resource does not have the adequate permissions to " + what + " this entity type: "
            + entity.singular() + ".");
    }

    static String noValue(String field) {
        return "Value does not reference an existing entity for " + field + " .";
    }

    static String badReference(String field, String type) {
        return "Reference value on field: " + field + " of type: " + type + " does not exist or is invalid.";
    }

    static String conversion(Object value, FieldType type) {
        return "Conversion failed when converting the value '" + value + "' to data type " + type.wireName() + ".";
    }

    static String unexpected(Object value, String path) {
        String text = String.valueOf(value);
        return "Unexpected character encountered while parsing value: " + (text.isEmpty() ? "" : text.substring(0, 1))
            + ". Path '" + path + "'.";
    }
}
