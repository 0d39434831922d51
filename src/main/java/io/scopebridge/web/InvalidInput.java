package io.scopebridge.web;

import java.util.List;
import java.util.stream.Collectors;

/** Invalid input; every invalid field is named. */
public class InvalidInput extends RuntimeException {

    private final transient List<FieldError> errors;

    public InvalidInput(List<FieldError> errors) {
        super(errors.stream().map(error -> error.field() + ": " + error.message()).collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidInput(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** The same errors, with a prefix for the fields. */
    public InvalidInput under(String prefix) {
        return new InvalidInput(errors.stream().map(error -> error.under(prefix)).toList());
    }
}
