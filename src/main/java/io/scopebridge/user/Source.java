package io.scopebridge.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a user is defined; the first of these that has a name wins. */
public enum Source {
    SETTINGS, FILE, DATABASE;

    @JsonValue
    String inJson() {
        return name().toLowerCase(Locale.ROOT);
    }
}
