package io.scopebridge.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/**
 * What a callback says. It is a hint only: the record that it brings along is not looked at.
 *
 * @param message names the delivery, once
 * @param company the tenant that it comes from
 * @param keyUrl  where the key is that it is signed with, as the sender says
 */
record Delivery(String message, String company, String type, String record, String keyUrl) {

    /** @throws Refused when it is not one */
    static Delivery of(byte[] body, ObjectMapper json) {
        try {
            JsonNode sent = json.readTree(body);
            Delivery delivery = new Delivery(text(sent, "/MessageId"), text(sent, "/CompanyId"), text(sent, "/Type"), text(sent, "/ID"), text(sent, "/Metadata/key_url"));
            boolean whole = !delivery.company.isEmpty() && !delivery.type.isEmpty() && !delivery.keyUrl.isEmpty() && delivery.record.matches("[0-9]{1,18}");
            if (whole) return delivery;
        } catch (IOException notJson) {
            // told below
        }
        throw new Refused(HttpStatus.BAD_REQUEST, "The body is not a callback: CompanyId, Type, ID and Metadata.key_url are required.");
    }

    private static String text(JsonNode sent, String pointer) {
        return sent.at(pointer).isValueNode() && !sent.at(pointer).isNull() ? sent.at(pointer).asText() : "";
    }
}
