package io.scopebridge.callback;

import io.scopebridge.webhook.WebhookEvents;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** The callbacks that were taken in, so that none counts twice; with the webhooks in one table. */
@Component
class CallbackEvents {

    private static final String PREFIX = "callback:";

    private final WebhookEvents events;

    CallbackEvents(WebhookEvents events) {
        this.events = events;
    }

    boolean isKnown(String connection, String message) {
        return events.find(connection, PREFIX + message).isPresent();
    }

    /** @throws DuplicateKeyException when it was taken in meanwhile */
    void insert(String connection, String message, String bodyHash, long job) {
        events.insert(connection, PREFIX + message, bodyHash, job);
    }

    /** After a month a repeated one only makes the hub read a record once more. */
    void forgetOld(String connection) {
        events.forgetOld(connection, PREFIX);
    }
}
