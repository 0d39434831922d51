package io.scopebridge.user;

import io.scopebridge.web.FieldError;
import io.scopebridge.web.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What a password must be that people set in the console or over the API. */
final class PasswordRules {

    static final int SHORTEST = 12;
    /** bcrypt uses no more. */
    static final int MOST_BYTES = 72;
    private static final int LEAST_DIFFERENT = 5;

    private PasswordRules() {
    }

    /** @param user its name, which is no password */
    static List<FieldError> errors(String field, String password, String user) {
        String wrong = wrong(password, user);
        return wrong == null ? List.of() : List.of(new FieldError(field, wrong));
    }

    private static String wrong(String password, String user) {
        if (password == null || password.isEmpty()) return "is required";
        if (password.codePointCount(0, password.length()) < SHORTEST) return "must have at least " + SHORTEST + " characters";
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) return "must have at most " + MOST_BYTES + " bytes in UTF-8; choose a shorter one";
        if (!OneLine.is(password)) return OneLine.MESSAGE;
        if (password.codePoints().distinct().count() < LEAST_DIFFERENT) return "must have at least " + LEAST_DIFFERENT + " different characters";
        String lower = password.toLowerCase(Locale.ROOT);
        String name = user == null ? "" : user.toLowerCase(Locale.ROOT);
        return name.length() >= 3 && lower.replace(name, "").length() < SHORTEST / 2 ? "must be more than the user name and a few characters" : null;
    }
}
