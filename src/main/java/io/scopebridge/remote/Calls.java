package io.scopebridge.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.failure.Failure;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.RemoteFailure;
import io.scopebridge.text.Graphemes;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** The call in an exchange, between the flow that requests it and the route that sends it. */
@Component("calls")
public class Calls {

    private static final String BEARER = "Bearer ";

    private final ObjectMapper json;

    Calls(ObjectMapper json) {
        this.json = json;
    }

    /** The call that the message describes; it can be repeated. A GET has no body. */
    public Call asked(Exchange exchange) throws JsonProcessingException {
        Message message = exchange.getMessage();
        String method = message.getHeader(Exchange.HTTP_METHOD, "GET", String.class);
        String query = message.getHeader(Exchange.HTTP_QUERY, String.class);
        return new Call(method, message.getHeader(Exchange.HTTP_PATH, String.class), query == null || query.isBlank() ? null : query,
            method.equals("GET") ? null : body(message));
    }

    /** Reduces the message to the call: no header of an earlier step is sent. */
    public void compose(Exchange exchange, @Variable("call") Call call) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        // Left over from the previous response; the producer would add it to the Content-Type, which JSON:API rejects.
        exchange.removeProperty(ExchangePropertyKey.CHARSET_NAME);
        call.into(message);
        if (call.body() != null) message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    /**
     * Makes the message the call of the next page.
     *
     * @param next its whole address
     */
    public void follow(Exchange exchange, @Variable("call") Call call, @Variable("baseUrl") String base, @Variable("next") String next) {
        boolean within = next.regionMatches(true, 0, base, 0, base.length()) && (next.length() == base.length() || "/?".indexOf(next.charAt(base.length())) >= 0);
        if (!within) {
            throw new RemoteFailure(Failure.of(FailureClass.CONFIGURATION, "The next page is on another host than the first: " + next,
                "Check the URL in the connection; credentials are not sent to other hosts."));
        }
        URI below;
        try {
            below = new URI(next.substring(base.length()));
        } catch (URISyntaxException noAddress) {
            throw new RemoteFailure(Failure.of(FailureClass.VALIDATION, "The address of the next page is not valid: " + Graphemes.cut(next, 200), "Check the response in the remote system or in whatever is between it and the hub, then replay."));
        }
        compose(exchange, new Call(call.method(), below.getPath(), below.getRawQuery(), call.body()));
    }

    /**
     * The message as it is sent, to be sent once more after a 401; null with a bearer token, which its own route renews. An HTTP client
     * empties streams: then there is nothing to repeat.
     */
    public Message repeatable(Exchange exchange) {
        Message message = exchange.getMessage();
        String authorization = message.getHeader("Authorization", "", String.class);
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length()) || message.getBody() instanceof InputStream ? null : message.copy();
    }

    /** Makes the message what it was before the response. */
    public void repeat(Exchange exchange, @Variable("repeatable") Message sent) {
        exchange.setMessage(sent.copy());
    }

    /** The call without credentials, for interpreting the response. */
    public String headers(Exchange exchange) {
        return HttpText.headers(exchange.getMessage().getHeaders());
    }

    /** Ends an exchange whose network connection failed. */
    public void lost(Exchange exchange, @Variable("call") Call call, @Variable("baseUrl") String base, @Variable("sentHeaders") String sentHeaders) {
        RuntimeException reason = SocketFailures.translate(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class),
            call.method() + " " + base + call.path());
        throw reason instanceof NoAnswer lost ? lost.to(call.shown(sentHeaders == null ? "" : sentHeaders)) : reason;
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
