package io.scopebridge.log;

import io.scopebridge.database.DatabaseState;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.camel.Exchange;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Resolves the log entries of a tick that failed when it succeeds again; for routes. */
@Component("tickLog")
public class TickLog {

    private static final String FLOW = "flow";
    /** So often the log is asked for entries of other nodes: one may have ended before the tick succeeded on it. */
    static final Duration KNOWN = Duration.ofMinutes(3);

    private final FailureLog log;
    private final DatabaseState databaseState;
    private final LongSupplier nanos;
    /** Flows of which no entry is open, with the time when that was made sure. After a start it is not known which these are. */
    private final Map<String, Long> well = new ConcurrentHashMap<>();

    @Autowired
    TickLog(FailureLog log, DatabaseState databaseState) {
        this(log, databaseState, System::nanoTime);
    }

    TickLog(FailureLog log, DatabaseState databaseState, LongSupplier nanos) {
        this.log = log;
        this.databaseState = databaseState;
        this.nanos = nanos;
    }

    /** Names the flow, so that its entries are found again. */
    public void failed(Exchange exchange) {
        exchange.setVariable(FLOW, flow(exchange));
        well.remove(flow(exchange));
    }

    public void ended(Exchange exchange) {
        boolean failed = exchange.getException() != null || exchange.getProperty(Exchange.EXCEPTION_CAUGHT) != null;
        if (failed || !databaseState.isAvailable() || isWell(flow(exchange))) return;
        log.resolve(null, flow(exchange), null, null);
        well.put(flow(exchange), nanos.getAsLong());
    }

    private boolean isWell(String flow) {
        Long since = well.get(flow);
        return since != null && nanos.getAsLong() - since < KNOWN.toNanos();
    }

    private static String flow(Exchange exchange) {
        String named = exchange.getVariable(FLOW, String.class);
        return named == null ? exchange.getFromRouteId() : named;
    }
}
