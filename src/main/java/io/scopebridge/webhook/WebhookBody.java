package io.scopebridge.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * The body of an event.
 *
 * @param sent as received, with its byte order mark if there is one
 */
record WebhookBody(String sent) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @throws Refused when the bytes are compressed or not UTF-8: a signature over them could never match, and would get the blame */
    static WebhookBody of(Map<String, Object> headers, byte[] bytes) {
        Map<String, Object> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.putAll(headers);
        Object encoding = given.get("Content-Encoding");
        if (encoding != null && !encoding.toString().strip().equalsIgnoreCase("identity")) {
            throw new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body has Content-Encoding " + encoding + ". Send it uncompressed, without Content-Encoding.");
        }
        try {
            return new WebhookBody(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new Refused(HttpStatus.BAD_REQUEST, "The body is not UTF-8. Send the JSON in UTF-8, and sign those bytes.");
        }
    }

    /** What may have been signed: tools add a byte order mark before or after they sign. */
    List<String> signable() {
        return sent.startsWith(BYTE_ORDER_MARK) ? List.of(sent, json()) : List.of(sent);
    }

    String json() {
        return sent.startsWith(BYTE_ORDER_MARK) ? sent.substring(1) : sent;
    }
}
