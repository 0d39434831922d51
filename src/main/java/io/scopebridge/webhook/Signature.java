package io.scopebridge.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/** The rules of Standard Webhooks: id, time and body are signed, and the time is not more than five minutes off. */
class Signature {

    private static final List<String> HEADERS = List.of("webhook-id", "webhook-timestamp", "webhook-signature");

    private Signature() {
    }

    /**
     * The id of the event.
     *
     * @throws Refused when the signature does not fit
     */
    static String verified(String secret, Map<String, Object> headers, String body) {
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        Map<String, List<String>> signed = new TreeMap<>();
        for (String name : HEADERS) {
            Object value = given.get(name);
            if (!(value instanceof String text) || text.isBlank()) {
                throw new Refused(HttpStatus.UNAUTHORIZED, "The header " + name + " must be present exactly once. Sign the event as specified by Standard Webhooks.");
            }
            signed.put(name, List.of(text));
        }
        String id = signed.get("webhook-id").get(0);
        if (id.length() > 200) throw new Refused(HttpStatus.BAD_REQUEST, "The webhook-id is longer than 200 characters.");
        try {
            new Webhook(secret).verify(body, signed);
            return id;
        } catch (WebhookVerificationException e) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "The signature does not match: " + e.getMessage()
                + ". Sign with the connection's webhooks.secret and send within five minutes of webhook-timestamp.");
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
