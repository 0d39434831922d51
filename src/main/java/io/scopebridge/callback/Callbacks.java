package io.scopebridge.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The bean of the route that receives callbacks: every request gets a JSON response immediately. */
@Component("callbacks")
public class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final CallbackIntake intake;
    private final Hmac hmac;
    private final ObjectMapper json;

    Callbacks(CallbackIntake intake, Hmac hmac, ObjectMapper json) {
        this.intake = intake;
        this.hmac = hmac;
        this.json = json;
    }

    /** A callback as it came: its {@code content}, byte by byte, and what mappings get of it ({@code shown}): {@link ReceivedCallback}. */
    public Map<String, Object> received(Exchange exchange) {
        ReceivedCallback received = ReceivedCallback.of(exchange.getMessage(), json);
        return Map.of("content", received.content(), "shown", received.shown());
    }

    /** @throws CallbackRefused if the connection does not accept callbacks */
    public Connection connection(String id, String system) {
        return intake.connection(id, system);
    }

    /** @throws CallbackRefused always */
    public void refuse(int status, String detail) {
        throw new CallbackRefused(HttpStatus.valueOf(status), detail);
    }

    /** Responds 202 when the job is committed, 200 if there is nothing to do. */
    public void store(Exchange exchange, @Variable("connection") Connection connection, @Variable("content") byte[] content) {
        Message message = exchange.getMessage();
        Callback callback = json.convertValue(message.getBody(), Callback.class);
        intake.store(connection, callback, hmac.hash(content))
            .ifPresentOrElse(job -> answer(message, HttpStatus.ACCEPTED, Map.of("job", job)), () -> answer(message, HttpStatus.OK, Map.of()));
    }

    /** Responds with a problem document: why the callback was refused, or that the sender should retry. */
    public void failed(Exchange exchange) {
        Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        CallbackRefused refused = ObjectHelper.getException(CallbackRefused.class, thrown);
        if (refused != null) {
            problem(exchange.getMessage(), refused.status(), refused.getMessage());
        } else {
            LOG.error("A callback was not stored", thrown);
            problem(exchange.getMessage(), HttpStatus.TOO_MANY_REQUESTS, "The callback was not stored; send it again.");
        }
    }

    private void problem(Message message, HttpStatus status, String detail) {
        answer(message, status, ProblemDetail.forStatusAndDetail(status, detail));
        message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private void answer(Message message, HttpStatus status, Object body) {
        message.removeHeaders("*");
        try {
            message.setBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status.value());
        message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    }
}
