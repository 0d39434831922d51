package io.scopebridge.web;

/**
 * The error of one field, with what to do.
 *
 * @param field dotted path, such as {@code psa.username}; "" for the whole input
 */
public record FieldError(String field, String message) {

    public FieldError under(String prefix) {
        return new FieldError(field.isEmpty() ? prefix : prefix + "." + field, message);
    }
}
