package io.scopebridge.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a user is defined; the first of these that has a name wins. Whom a provider signs on has a name that none of the others has. */
public enum Source {
    SETTINGS, FILE, DATABASE, SIGN_ON;

    @JsonValue
    String inJson() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
