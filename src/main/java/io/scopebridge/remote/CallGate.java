package io.scopebridge.remote;

import io.scopebridge.connection.CallAddresses;
import io.scopebridge.connection.Connection;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.failure.RetryAfter;
import io.scopebridge.governor.Governor;
import io.scopebridge.governor.Permit;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Every call shows where it goes, and passes the governor of its connection on the way out and on the way back. */
@Component("gate")
public class CallGate {

    private final Governor governor;
    private final CallAddresses addresses;

    CallGate(Governor governor, CallAddresses addresses) {
        this.governor = governor;
        this.addresses = addresses;
    }

    public void enter(Exchange exchange) {
        Call call = exchange.getVariable("call", Call.class);
        Connection connection = exchange.getVariable("connection", Connection.class);
        String address = exchange.getVariable("baseUrl", String.class);
        addresses.refusal(connection, address).ifPresent(refusal -> {
            throw new RemoteFailure(Failure.of(FailureClass.CONFIGURATION, "The address " + address + " " + refusal + ".",
                "Check the URLs of the connection; this one comes from its settings or from the system that they point to."));
        });
        exchange.setVariable("permit", governor.enter(connection,
            exchange.getVariable("system", String.class), call.method(), call.path()));
    }

    public void leave(Exchange exchange) {
        Permit permit = exchange.getVariable("permit", Permit.class);
        exchange.removeVariable("permit");
        if (permit != null) permit.close();
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        if (status == null || exchange.getException() != null) return;
        governor.answered(exchange.getVariable("connection", Connection.class), exchange.getVariable("system", String.class),
            status, RetryAfter.of(exchange.getMessage().getHeader("Retry-After", String.class), exchange.getMessage().getHeader("Date", String.class)), status == 429);
    }

    /** The system refused because of too many calls, and said so in its own way. */
    public void throttled(Exchange exchange) {
        governor.answered(exchange.getVariable("connection", Connection.class), exchange.getVariable("system", String.class), 429, null, true);
    }
}
