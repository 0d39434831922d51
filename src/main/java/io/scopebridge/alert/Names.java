package io.scopebridge.alert;

import io.scopebridge.web.FieldError;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of targets and rules. */
final class Names {

    static final int LONGEST = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private Names() {
    }

    static Optional<FieldError> error(String name) {
        if (name == null || name.isBlank()) return Optional.of(new FieldError("name", "is required: the display name"));
        if (name.strip().length() > LONGEST) return Optional.of(new FieldError("name", "must have at most " + LONGEST + " characters"));
        return CONTROL.matcher(name.strip()).find() ? Optional.of(new FieldError("name", "must be one line without control characters")) : Optional.empty();
    }
}
