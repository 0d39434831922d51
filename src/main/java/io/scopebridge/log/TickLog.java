package io.scopebridge.log;

import io.scopebridge.database.DatabaseState;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Resolves the log entries of a tick that failed when it succeeds again; for routes. */
@Component("tickLog")
public class TickLog {

    private static final String FLOW = "flow";

    private final FailureLog log;
    private final DatabaseState databaseState;
    /** Flows of which no entry is open. After a start it is not known which these are. */
    private final Set<String> well = ConcurrentHashMap.newKeySet();

    TickLog(FailureLog log, DatabaseState databaseState) {
        this.log = log;
        this.databaseState = databaseState;
    }

    /** Names the flow, so that its entries are found again. */
    public void failed(Exchange exchange) {
        exchange.setVariable(FLOW, flow(exchange));
        well.remove(flow(exchange));
    }

    public void ended(Exchange exchange) {
        boolean failed = exchange.getException() != null || exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null;
        if (failed || !databaseState.isAvailable() || well.contains(flow(exchange))) return;
        log.resolve(null, flow(exchange), null, null);
        well.add(flow(exchange));
    }

    private static String flow(Exchange exchange) {
        String named = exchange.getVariable(FLOW, String.class);
        return named == null ? exchange.getFromRouteId() : named;
    }
}
