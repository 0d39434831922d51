package io.scopebridge.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Describes a JSON error of a body for the sender, without Java types or values. */
class UnreadableBody {

    private UnreadableBody() {
    }

    static ProblemDetail problem(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null ? "" : unknown.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return one(field(unknown), "is unknown; remove it or use one of: " + known);
        }
        if (e.getCause() instanceof MismatchedInputException mismatch) return one(field(mismatch), "has the wrong type" + expected(mismatch));
        if (e.getCause() instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) return one(field(mapping), "has an invalid value");
        if (e.getCause() instanceof JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return ApiErrors.problem(HttpStatus.BAD_REQUEST, "The body is not JSON" + place + ".", List.of(new FieldError("", "is not JSON" + place)));
        }
        return ApiErrors.problem(HttpStatus.BAD_REQUEST, "The request requires a JSON body.", List.of(new FieldError("", "is missing")));
    }

    private static ProblemDetail one(String field, String message) {
        return ApiErrors.problem(HttpStatus.BAD_REQUEST, "One field needs attention.", List.of(new FieldError(field, message)));
    }

    private static String expected(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        if (type == null) return "";
        if (type == Boolean.class || type == boolean.class) return "; it must be true or false";
        if (type == String.class) return "; it must be a string";
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) return "; it must be a number";
        return Iterable.class.isAssignableFrom(type) ? "; it must be an array" : "; it must be an object";
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream().map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
            .collect(Collectors.joining("."));
    }
}
