package io.scopebridge.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.scopebridge.database.DatabaseUnavailable;
import io.scopebridge.web.ApiErrors;
import io.scopebridge.web.FieldError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The bean of the route webhooks: every request gets a JSON response. */
@Component("webhooks")
public class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);

    private final WebhookIntake intake;
    private final ObjectMapper json;

    Webhooks(WebhookIntake intake, ObjectMapper json) {
        this.intake = intake;
        this.json = json;
    }

    /** 202 for a new event and 200 for a known one, both only after the commit; otherwise a problem document. */
    public void receive(Exchange exchange, @Header("connectionId") String connection, @Headers Map<String, Object> headers, @Body byte[] body) {
        WebhookAnswer answer = answer(connection, headers, body == null ? new byte[0] : body);
        Message message = exchange.getMessage();
        // Nothing of the request is repeated.
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        if (answer.retryAfter() != null) message.setHeader(HttpHeaders.RETRY_AFTER, answer.retryAfter());
        message.setBody(answer.body());
    }

    private WebhookAnswer answer(String connection, Map<String, Object> headers, byte[] body) {
        try {
            EventStore.Receipt receipt = intake.accept(connection, headers, body);
            return new WebhookAnswer(receipt.fresh() ? 202 : 200, MediaType.APPLICATION_JSON_VALUE, null, text(Map.of("job", receipt.job())));
        } catch (Refused e) {
            return problem(e.status(), e.getMessage(), e.errors());
        } catch (RuntimeException e) {
            if (DatabaseUnavailable.causes(e)) {
                LOG.warn("A webhook of connection '{}' was not stored: {}", connection, e.toString());
                return problem(HttpStatus.SERVICE_UNAVAILABLE, ApiErrors.NO_DATABASE + " Send the event again in " + ApiErrors.RETRY_AFTER + " seconds.", List.of());
            }
            String id = UUID.randomUUID().toString();
            LOG.error("A webhook of connection '{}' was not stored: {}", connection, id, e);
            return problem(HttpStatus.INTERNAL_SERVER_ERROR, "The event was not stored; send it again. The hub's log has the cause under " + id + ".", List.of());
        }
    }

    private WebhookAnswer problem(HttpStatus status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("errors", errors);
        return new WebhookAnswer(status.value(), MediaType.APPLICATION_PROBLEM_JSON_VALUE, status == HttpStatus.SERVICE_UNAVAILABLE ? ApiErrors.RETRY_AFTER : null, text(problem));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
