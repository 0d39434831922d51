package io.scopebridge.web;

/**
 * What is wrong with one field of an input, and what to do about it.
 *
 * @param field dotted path, such as {@code psa.username}; "" for the whole input
 */
public record FieldError(String field, String message) {

    public FieldError under(String prefix) {
        return new FieldError(field.isEmpty() ? prefix : prefix + "." + field, message);
    }
}
