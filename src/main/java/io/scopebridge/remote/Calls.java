package io.scopebridge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** The call that an exchange carries, between a flow that asks for it and the route that sends it. */
@Component("calls")
public class Calls {

    private final ObjectMapper json;

    Calls(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps what is asked for in the variable {@code call}, so that it can be composed again when it must be repeated. */
    public void note(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        exchange.setVariable("call", new Call(message.getHeader(Exchange.HTTP_METHOD, "GET", String.class),
            message.getHeader(Exchange.HTTP_PATH, String.class), message.getHeader(Exchange.HTTP_QUERY, String.class), body(message)));
    }

    /** Makes the message nothing but the call: no header of an earlier step goes out. */
    public void compose(Exchange exchange) {
        Call call = exchange.getVariable("call", Call.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        // Left by the answer before; the producer would add it to the Content-Type, which JSON:API refuses.
        exchange.removeProperty(ExchangePropertyKey.CHARSET_NAME);
        call.into(message);
        if (call.body() != null) message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    /** Makes the message the call of the next page, whose whole address is in the variable {@code next}. */
    public void follow(Exchange exchange) {
        Call call = exchange.getVariable("call", Call.class);
        String base = exchange.getVariable("baseUrl", String.class);
        String next = exchange.getVariable("next", String.class);
        if (!next.regionMatches(true, 0, base, 0, base.length())) {
            throw new RemoteFailure(Failure.of(FailureClass.CONFIGURATION, "The next page is at another address than the first: " + next,
                "Check the address in the connection; credentials are not sent elsewhere."));
        }
        URI below = URI.create(next.substring(base.length()));
        exchange.setVariable("call", new Call(call.method(), below.getPath(), below.getRawQuery(), call.body()));
        compose(exchange);
    }

    /** Keeps in the variable {@code sentHeaders} what goes with the call, for whoever has to understand the answer. */
    public void noteHeaders(Exchange exchange) {
        exchange.setVariable("sentHeaders", HttpText.headers(exchange.getMessage().getHeaders()));
    }

    /** Ends an exchange whose connection failed. */
    public void lost(Exchange exchange) {
        Call call = exchange.getVariable("call", Call.class);
        RuntimeException reason = SocketFailures.translate(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class),
            call.method() + " " + exchange.getVariable("baseUrl", String.class) + call.path());
        throw reason instanceof NoAnswer lost ? lost.to(call.shown(exchange.getVariable("sentHeaders", "", String.class))) : reason;
    }

    /** Percent-encodes one value of a query. */
    public String encoded(Object value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The number of the next page. */
    public int after(int page) {
        return page + 1;
    }

    /** The value of an Authorization header for HTTP Basic. */
    public String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode body(Message message) throws JsonProcessingException {
        Object body = message.getBody();
        if (body == null) return null;
        if (body instanceof String text) return text.isBlank() ? null : json.readTree(text);
        return json.valueToTree(body);
    }
}
