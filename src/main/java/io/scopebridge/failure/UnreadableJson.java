package io.scopebridge.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.scopebridge.text.Graphemes;
import java.util.stream.Collectors;

/** Data that arrived whole and does not have the form that is expected. Jackson's exceptions are IOExceptions, but no connection was lost. */
final class UnreadableJson {

    private static final int LONGEST = 300;

    private UnreadableJson() {
    }

    static Failure of(JsonProcessingException unreadable) {
        String field = unreadable instanceof JsonMappingException mapping ? field(mapping) : "";
        String said = String.valueOf(unreadable.getOriginalMessage()).lines().findFirst().orElse("");
        String cause = field.isEmpty() ? "Data that was received cannot be read: " : "Data that was received cannot be read: " + field + " does not have the expected form: ";
        return new Failure(FailureClass.VALIDATION, cause + Graphemes.cut(said, LONGEST),
            "Correct " + (field.isEmpty() ? "the data" : "this field") + " in the system that it comes from, then replay. If it is right there, send this entry to whoever maintains the hub.",
            field.isEmpty() ? null : field, null, null, null);
    }

    private static String field(JsonMappingException mapping) {
        return mapping.getPath().stream().map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName()).collect(Collectors.joining(".")).replace(".[", "[");
    }
}
