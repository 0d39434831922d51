package io.scopebridge.callback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The bean of the routes that take callbacks: every request gets an answer in JSON, at once. */
@Component("callbacks")
public class Callbacks {

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final CallbackIntake intake;
    private final ObjectMapper json;

    Callbacks(CallbackIntake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /** 202 when its job is stored for good, 200 when there is nothing to do, else a problem document. Leaves nothing of the request in the answer. */
    public void receive(Exchange exchange, @Variable("keyHosts") String keyHosts) {
        Message message = exchange.getMessage();
        String connection = message.getHeader("connectionId", String.class);
        byte[] bytes = message.getBody(byte[].class);
        SignedBody body = new SignedBody(bytes == null ? new byte[0] : bytes, message.getHeader("x-content-signature", String.class));
        String record = message.getHeader("recordId", String.class);
        message.removeHeaders("*");
        try {
            intake.accept(connection, body, record, Pattern.compile(keyHosts))
                .ifPresentOrElse(job -> answer(message, HttpStatus.ACCEPTED, Map.of("job", job)), () -> answer(message, HttpStatus.OK, Map.of()));
        } catch (Refused e) {
            problem(message, e.status(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A callback of connection '{}' was not stored", connection, e);
            problem(message, HttpStatus.TOO_MANY_REQUESTS, "The callback was not stored; send it again.");
        }
    }

    private void problem(Message message, HttpStatus status, String detail) {
        answer(message, status, ProblemDetail.forStatusAndDetail(status, detail));
        message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    }

    private void answer(Message message, HttpStatus status, Object body) {
        try {
            message.setBody(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status.value());
        message.setHeader(Exchange.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
    }
}
