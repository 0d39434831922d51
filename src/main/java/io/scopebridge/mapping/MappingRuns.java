package io.scopebridge.mapping;

import org.apache.camel.Exchange;

/** Is notified of mappings that ran in routes. */
public interface MappingRuns {

    MappingRuns UNHEARD = (exchange, mapping, payload) -> { };

    /** A mapping with {@code keepInput=true} is about to run. Throws nothing. */
    void begins(Exchange exchange, String mapping, Object payload);
}
