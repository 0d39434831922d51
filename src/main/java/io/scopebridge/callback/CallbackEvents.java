package io.scopebridge.callback;

import io.scopebridge.webhook.WebhookEvents;
import org.springframework.stereotype.Component;

/** The callbacks received so far, so that none counts twice; in one table with the webhooks. */
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

    /** Whether it is new; false if it was received in the meantime. */
    boolean insert(String connection, String message, String bodyHash, long job) {
        return events.insert(connection, PREFIX + message, bodyHash, job);
    }

    /** After a month, a repeated callback only causes one more read of the record. */
    void forgetOld(String connection) {
        events.forgetOld(connection, PREFIX);
    }
}
