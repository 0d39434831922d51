package io.scopebridge.connection;

import java.util.Locale;

/** What a connection is used for; each can be switched off by its setting {@code features.<name>}. */
public enum Feature {

    /** Opportunities are read from the PSA, and revenue is written back to them. */
    CRM,
    /** ScopeStack projects become projects of the PSA. */
    PSA,
    /** Products are part of what is written back. */
    PRODUCT;

    public String setting() {
        return "features." + name().toLowerCase(Locale.ROOT);
    }
}
