package io.scopebridge.remote;

import io.opentelemetry.api.trace.Span;
import io.scopebridge.connection.CallAddresses;
import io.scopebridge.connection.Connection;
import io.scopebridge.database.DatabaseState;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.KnownSecrets;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.failure.RetryAfter;
import io.scopebridge.governor.Breakers;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.Permit;
import io.scopebridge.trace.Traces;
import java.time.Duration;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Every call is checked for its target, and passes the governor of its connection before and after. */
@Component("gate")
public class CallGate {

    /** Tokens change often, and must not push out the secrets of the connection. */
    private static final String TOKENS = ":token";

    private static final String BEGAN = "callBegan";
    private static final String SPAN = "callSpan";

    private final Governor governor;
    private final Breakers breakers;
    private final DatabaseState databaseState;
    private final CallAddresses addresses;
    private final CallMetrics metrics;
    private final Traces traces;

    CallGate(Governor governor, Breakers breakers, DatabaseState databaseState, CallAddresses addresses, CallMetrics metrics, Traces traces) {
        this.traces = traces;
        this.databaseState = databaseState;
        this.breakers = breakers;
        this.governor = governor;
        this.addresses = addresses;
        this.metrics = metrics;
    }

    /** Waits until the call may be sent. */
    public Permit enter(Exchange exchange, @Variable("connection") Connection connection, @Variable("system") String system, @Variable("baseUrl") String address,
                        @Variable("call") Call call) {
        addresses.refusal(connection, address).ifPresent(refusal -> {
            throw new RemoteFailure(Failure.of(FailureClass.CONFIGURATION, "The address " + address + " " + refusal + ".",
                "Check the URLs of the connection; this one comes from its settings or from the system that they point to."));
        });
        // What is sent now, the system may quote in any text.
        KnownSecrets.note(connection.id(), connection.secrets().values());
        String credential = exchange.getMessage().getHeader("Authorization", String.class);
        if (credential != null) KnownSecrets.note(connection.id() + TOKENS, List.of(credential.substring(credential.indexOf(' ') + 1)));
        databaseState.trouble().ifPresent(trouble -> {
            throw new RemoteFailure(Failure.of(FailureClass.TRANSIENT, "Nothing is sent while it could not be recorded: " + trouble, "Check the hub's database. The call is retried."));
        });
        breakers.enter(connection, system);
        boolean entered = false;
        try {
            Waiting.begin();
            Permit permit = governor.enter(connection, system, call.method(), call.path());
            addresses.begin(connection);
            exchange.setProperty(SPAN, traces.call(connection.id(), system, call.method(), address, call.path()));
            exchange.setProperty(BEGAN, System.nanoTime());
            entered = true;
            return permit;
        } finally {
            if (!entered) notMade(connection, system);
        }
    }

    /** Whatever fails, the breaker gets back what it lent: in its half-open state it lends once. */
    private void notMade(Connection connection, String system) {
        try {
            Waiting.end();
        } finally {
            breakers.unused(connection, system);
        }
    }

    /** @throws RemoteFailure if the URL, which a system returned, is neither below the vendor's domain nor on a host that the connection names */
    public void follow(Connection connection, String url, String domain) {
        if (!addresses.mayFollow(connection, url, domain)) {
            throw new RemoteFailure(Failure.of(FailureClass.CONFIGURATION, connection.system() + " returned the address " + url + ", which is not below " + domain + ". No credentials are sent there.",
                "Check the URLs of the connection. If the host is meant, enter it there, or in network.privateHosts."));
        }
    }

    public void leave(Exchange exchange, @Variable("permit") Permit permit, @Variable("connection") Connection connection, @Variable("system") String system) {
        addresses.end();
        permit.close();
        Waiting.end();
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        boolean answered = status != null && exchange.getException() == null && exchange.getProperty(Exchange.EXCEPTION_CAUGHT) == null;
        Duration taken = Duration.ofNanos(System.nanoTime() - exchange.getProperty(BEGAN, Long.class));
        breakers.left(connection, system, answered, taken);
        metrics.ended(system, answered ? status : null, taken);
        Traces.answered(exchange.getProperty(SPAN, Span.class), answered ? status : null);
        if (status == null || exchange.getException() != null) return;
        governor.answered(connection, system, status,
            RetryAfter.of(exchange.getMessage().getHeader("Retry-After", String.class), exchange.getMessage().getHeader("Date", String.class)), status == 429);
    }

    /** The system refused because of too many calls, in its own error format. */
    public void throttled(@Variable("connection") Connection connection, @Variable("system") String system) {
        governor.answered(connection, system, 429, null, true);
    }
}
