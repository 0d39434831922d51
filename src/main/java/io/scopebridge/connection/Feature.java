package io.scopebridge.connection;

import java.util.Locale;

/** What a connection is used for; each feature can be switched off by its setting {@code features.<name>}. */
public enum Feature {

    /** Read opportunities from the PSA and write revenue back to them. */
    CRM,
    /** Create ScopeStack projects in the PSA. */
    PSA,
    /** Include products in what is written back. */
    PRODUCT;

    public String setting() {
        return "features." + name().toLowerCase(Locale.ROOT);
    }
}
