package io.scopebridge.practice.autotask;

import java.util.Locale;

/** What an API user's security level may grant on an entity. */
public enum Right {
    QUERY, CREATE, UPDATE;

    String property() {
        return "userAccessFor" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
