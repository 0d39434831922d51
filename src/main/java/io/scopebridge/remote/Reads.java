package io.scopebridge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.scopebridge.connection.Connection;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The implementation of the route template {@code read}: one call to a system, in its own exchange, with the response as maps and lists. */
@Component("reads")
public class Reads {

    private final Calls calls;
    private final Routes routes;
    private final TenantCache cache;

    Reads(Calls calls, Routes routes, TenantCache cache) {
        this.calls = calls;
        this.routes = routes;
        this.cache = cache;
    }

    /**
     * @param keep    for how many seconds whoever asks the same gets the same answer; 0 asks each time
     * @param refresh whether to ask although an answer is kept
     */
    public Object answer(Exchange exchange, Connection connection, String system, long keep, boolean refresh) throws JsonProcessingException {
        Call call = calls.asked(exchange);
        if (keep <= 0) return routes.read(connection, system, call);
        if (refresh) cache.refresh(connection, system, call);
        return cache.read(connection, system, call, Duration.ofSeconds(keep));
    }
}
