package io.scopebridge.log;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * {@code deadletter:log}: writes a failed exchange to the log, and shows the log when the endpoint is browsed. The name after the colon is arbitrary.
 */
@Component("deadletter")
public class DeadLetterComponent extends DefaultComponent {

    private final FailureLog log;

    /** Lazy: Camel requests its components before the database is set up. */
    DeadLetterComponent(@Lazy FailureLog log) {
        this.log = log;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
        return new DeadLetterEndpoint(uri, this, log);
    }
}
