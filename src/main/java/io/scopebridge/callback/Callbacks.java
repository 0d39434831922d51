package io.scopebridge.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.connection.Connection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The bean of the route that takes callbacks: every request gets an answer in JSON, at once. */
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

    /**
     * Sets the variables {@code connection}, {@code system}, {@code content} (the bytes as they came) and {@code received}:
     * {@code json}, null when the content is none, and by name the {@code headers} (in lower case) and the parameters of the {@code query}
     * that are there once. Leaves nothing of the request in the message.
     *
     * @throws CallbackRefused when no callbacks are taken for the connection
     */
    public void open(Exchange exchange) {
        Message message = exchange.getMessage();
        String system = message.getHeader("system", String.class);
        String id = message.getHeader("connectionId", String.class);
        ReceivedCallback received = ReceivedCallback.of(message, json);
        message.removeHeaders("*");
        message.setBody(null);
        exchange.setVariable("content", received.content());
        exchange.setVariable("received", received.shown());
        exchange.setVariable("system", system);
        exchange.setVariable("connection", intake.connection(id, system));
    }

    /** @throws CallbackRefused always */
    public void refuse(int status, String detail) {
        throw new CallbackRefused(HttpStatus.valueOf(status), detail);
    }

    /** Answers 202 when the job is stored for good, 200 when there is nothing to do. */
    public void store(Exchange exchange) {
        Message message = exchange.getMessage();
        Callback callback = json.convertValue(message.getBody(), Callback.class);
        intake.store(exchange.getVariable("connection", Connection.class), callback, hmac.hash(exchange.getVariable("content", byte[].class)))
            .ifPresentOrElse(job -> answer(message, HttpStatus.ACCEPTED, Map.of("job", job)), () -> answer(message, HttpStatus.OK, Map.of()));
    }

    /** Answers with a problem document: what was refused, or that the sender should come again. */
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
