package io.scopebridge.user;

import java.util.List;

/** Each includes the previous one. */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final List<String> ALL = List.of("viewer", "operator", ADMIN);

    private Roles() {
    }
}
