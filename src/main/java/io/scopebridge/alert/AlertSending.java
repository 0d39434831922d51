package io.scopebridge.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.scopebridge.address.CallingConnection;
import io.scopebridge.failure.Classified;
import io.scopebridge.failure.Classifier;
import io.scopebridge.failure.FailureClass;
import io.scopebridge.failure.KnownSecrets;
import io.scopebridge.failure.RetryAfter;
import io.scopebridge.text.Graphemes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** For the routes of alerts: claims a delivery, makes its message the request, and stores how it ended. */
@Component("alertSending")
public class AlertSending {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_ANSWER = 300;
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final Attempts attempts;
    private final Targets targets;
    private final TargetSettings settings;
    private final AlertMailSender mail;
    private final ObjectMapper json;

    AlertSending(Attempts attempts, Targets targets, TargetSettings settings, AlertMailSender mail, ObjectMapper json) {
        this.attempts = attempts;
        this.targets = targets;
        this.settings = settings;
        this.mail = mail;
        this.json = json;
    }

    /** Null if another node sends it, or there is nothing to send any more. */
    public Sending claim(@Body Map<String, Object> row) {
        long id = ((Number) row.get("id")).longValue();
        Delivery delivery = attempts.claim(id).orElse(null);
        if (delivery == null) return null;
        try {
            Target target = targets.open(delivery.targetId()).orElse(null);
            if (target == null) return null;
            KnownSecrets.note(target.toString(), target.secrets().values());
            return new Sending(delivery, target);
        } catch (RuntimeException unreadable) {
            attempts.failed(delivery, null, unreadable, null);
            return null;
        }
    }

    /** From here to {@link #leave} sockets of this thread are for the target, under its own rules for private networks. */
    public void enter(@Variable("sending") Sending sending) {
        CallingConnection.begin("alert-" + sending.target(), sending.target().privateHosts());
        mail.begin(sending);
    }

    public void leave() {
        mail.end();
        CallingConnection.end();
    }

    /** Makes the message of the mapping, with subject and text, the message of the exchange. */
    public void compose(Exchange exchange, @Body Map<String, Object> written, @Variable("sending") Sending sending) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("Subject", Graphemes.cut(CONTROL.matcher(text(written, "subject")).replaceAll(" ").strip(), LONGEST_SUBJECT));
        message.setHeader("From", sending.target().settings().at("/message/from").asText());
        message.setHeader("To", sending.target().settings().at("/message/to").asText());
        message.setHeader("contentType", "text/plain; charset=UTF-8");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setBody(text(written, "text"));
    }

    /** Makes what the mapping wrote the request to the target, signed if the target has a signing secret. */
    public void request(Exchange exchange, @Body Object written, @Variable("sending") Sending sending) throws JsonProcessingException, WebhookSigningException {
        String url = sending.target().secrets().getOrDefault(Target.URL, "");
        settings.refusal(url, sending.target().settings()).ifPresent(refusal -> {
            throw new NotDelivered(FailureClass.CONFIGURATION, "The URL of the target " + refusal + ".", "Enter another URL, or change the target's network settings.", null);
        });
        String body = json.writeValueAsString(written);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_METHOD, "POST");
        message.setHeader(Exchange.HTTP_PATH, sending.url().getRawPath());
        if (sending.url().getRawQuery() != null) message.setHeader(Exchange.HTTP_QUERY, sending.url().getRawQuery());
        message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=UTF-8");
        String secret = sending.target().secrets().get("secret");
        if (secret != null) {
            long now = Instant.now().getEpochSecond();
            message.setHeader("webhook-id", sending.delivery().messageId());
            message.setHeader("webhook-timestamp", Long.toString(now));
            message.setHeader("webhook-signature", new Webhook(secret).sign(sending.delivery().messageId(), now, body));
        }
        message.setBody(body);
    }

    /** @throws NotDelivered unless the target accepted the message */
    public void check(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status >= OK && status < REDIRECT) return;
        String said = Graphemes.cut(CONTROL.matcher(String.valueOf(exchange.getMessage().getBody(String.class))).replaceAll(" ").strip(), LONGEST_ANSWER);
        Duration pause = RetryAfter.of(exchange.getMessage().getHeader("Retry-After", String.class), exchange.getMessage().getHeader("Date", String.class));
        throw new NotDelivered(FailureClass.TRANSIENT, "The target responded with " + status + (said.isEmpty() ? "." : ": " + said),
            "Check its URL; it may have been removed or replaced at the other end.", pause);
    }

    public void sent(@Variable("sending") Sending sending) {
        attempts.sent(sending.delivery(), sending.target().channel());
    }

    public void failed(Exchange exchange, @Variable("sending") Sending sending) {
        Throwable thrown = Classifier.thrown(exchange);
        Duration pause = thrown instanceof Classified known && known.failure() != null ? known.failure().retryAfter() : null;
        attempts.failed(sending.delivery(), sending.target().channel(), thrown, pause);
    }

    private static String text(Map<String, Object> written, String field) {
        if (written.get(field) instanceof String text && !text.isBlank()) return text;
        throw new NotDelivered(FailureClass.BUG, "The mapping of alerts gave no text in '" + field + "'.", "Correct mappings/hub/alert-email.ds.", null);
    }
}
