package io.scopebridge.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.http.HttpStatus;

/** The rules of Standard Webhooks: id, time and body are signed, and the time is at most five minutes off. */
class Signature {

    static final int LONGEST_ID = 255;
    private static final List<String> PARTS = List.of("id", "timestamp", "signature");

    private Signature() {
    }

    /**
     * The id of the event.
     *
     * @param secrets any of which may have signed it
     * @throws Refused when none did
     */
    static String verified(List<String> secrets, Map<String, Object> headers, WebhookBody body) {
        Map<String, List<String>> signed = signed(headers);
        List<String> ids = readings(signed.get("webhook-id").get(0));
        if (ids.get(0).length() > LONGEST_ID) throw new Refused(HttpStatus.BAD_REQUEST, "The webhook-id is longer than " + LONGEST_ID + " characters.");
        WebhookVerificationException last = null;
        for (String id : ids) {
            signed.put("webhook-id", List.of(id));
            for (String secret : secrets) {
                for (String text : body.signable()) {
                    try {
                        new Webhook(secret).verify(text, signed);
                        return id;
                    } catch (WebhookVerificationException e) {
                        last = e;
                    }
                }
            }
        }
        throw new Refused(HttpStatus.UNAUTHORIZED, "The signature does not match: " + (last == null ? "no secret" : last.getMessage())
            + ". Sign with the connection's webhooks.secret and send within five minutes of webhook-timestamp.");
    }

    /** The three headers by their names in Standard Webhooks. Svix sends them as svix-id, svix-timestamp and svix-signature. */
    private static Map<String, List<String>> signed(Map<String, Object> headers) {
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        String prefix = given.containsKey("webhook-id") || !given.containsKey("svix-id") ? "webhook-" : "svix-";
        Map<String, List<String>> signed = new HashMap<>();
        for (String part : PARTS) {
            if (!(given.get(prefix + part) instanceof String text) || text.isBlank()) {
                throw new Refused(HttpStatus.UNAUTHORIZED, "The header " + prefix + part + " must be present exactly once. Sign the event as specified by Standard Webhooks.");
            }
            signed.put("webhook-" + part, List.of(text));
        }
        return signed;
    }

    /** Headers are read as Latin-1, and some senders write them in UTF-8. */
    private static List<String> readings(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.ISO_8859_1);
        try {
            String utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return utf8.equals(id) || !new String(bytes, StandardCharsets.ISO_8859_1).equals(id) ? List.of(id) : List.of(utf8, id);
        } catch (CharacterCodingException latin) {
            return List.of(id);
        }
    }

    static String sha256(byte[] bytes) {
        return DigestUtils.sha256Hex(bytes);
    }
}
