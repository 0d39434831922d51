package io.scopebridge.remote;

import io.scopebridge.connection.Connection;
import io.scopebridge.failure.RemoteFailure;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Calls a route in a separate exchange, so that nothing in the caller's exchange is overwritten. */
@Component
public class Routes {

    private final ProducerTemplate template;

    Routes(ProducerTemplate template) {
        this.template = template;
    }

    /**
     * The exchange after the route.
     *
     * @throws RemoteFailure if a system refused
     * @throws NoAnswer      if a network connection failed
     */
    public Exchange send(String uri, Connection connection, Consumer<Exchange> prepare) {
        Exchange exchange = template.request(uri, sent -> {
            sent.setVariable("connection", connection);
            prepare.accept(sent);
        });
        if (exchange.getException() != null) throw reason(exchange.getException());
        return exchange;
    }

    /** The successful response to a call, as maps and lists. */
    Object read(Connection connection, String system, Call call) {
        return send("direct:" + system + "-read", connection, sent -> call.into(sent.getMessage())).getMessage().getBody();
    }

    private static RuntimeException reason(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteFailure failure) return failure;
            if (cause instanceof NoAnswer noAnswer) return noAnswer;
        }
        return SocketFailures.translate(thrown);
    }
}
